using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;

namespace LeNetGen.Generator.Shapes;

/// <summary>The shape of a trainable subsampling, which is that of a pooling.</summary>
internal static class SubsamplingShape
{
    public static ShapedLayer? Infer(SubsamplingDeclaration layer, LayerScope scope)
    {
        if (PoolingShape.WindowsOf(layer.Window, scope) is not { } windows)
            return null;
        if (scope.Owner is { } owner && owner.Input.Channels != scope.Input.Channels)
        {
            return scope.Report(
                ShapeDescriptors.SharedInput, null, scope.Input, scope.Origin, owner.Name, owner.Input, "number of channels");
        }

        var output = new TensorShape(scope.Input.Channels, windows.Rows, windows.Columns);
        if (!scope.Fits(output, 1, null) || !windows.FitPadded(layer.Window, scope))
            return null;
        (WindowAxis rows, WindowAxis columns) = (layer.Window.Rows, layer.Window.Columns);
        var sums = new ShapedPooling(
            layer.Name + "_Sum", scope.Input, output, scope.ParameterOffset, PoolingKind.Sum,
            rows.Size.Value, columns.Size.Value, rows.Stride.Value, columns.Stride.Value, windows.Pads);
        return new ShapedSubsampling(layer.Name, sums, layer.Function, scope.ParameterOffset);
    }
}
