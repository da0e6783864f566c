using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;

namespace LeNetGen.Generator.Shapes;

/// <summary>The shape of a convolution.</summary>
internal static class ConvolutionShape
{
    public static ShapedLayer? Infer(ConvolutionDeclaration layer, LayerScope scope)
    {
        if (WindowShape.Infer(layer.Window, scope, ShapeDescriptors.KernelTooLarge) is not { } windows)
            return null;
        if (scope.Owner is { } owner && owner.Input.Channels != scope.Input.Channels)
        {
            return scope.Report(
                ShapeDescriptors.SharedInput, null, scope.Input, scope.Origin, owner.Name, owner.Input, "number of channels");
        }

        if (layer.Connections is { } table && (table.Rows.Count, table.Columns) != (scope.Input.Channels, layer.Filters))
        {
            return scope.Report(
                ShapeDescriptors.ConnectionsSize, nameof(layer.Connections),
                table.Rows.Count, table.Columns, scope.Input, scope.Origin, scope.Input.Channels, layer.Filters);
        }

        (WindowAxis rows, WindowAxis columns) = (layer.Window.Rows, layer.Window.Columns);
        var output = new TensorShape(layer.Filters, windows.Rows, windows.Columns);
        if (!scope.Fits(output, SizeLimits.Product(scope.Input.Channels, rows.Size.Value, columns.Size.Value), "filters")
            || !windows.FitPadded(layer.Window, scope))
            return null;
        return new ShapedConvolution(
            layer.Name, scope.Input, output, layer.Function, scope.ParameterOffset,
            rows.Size.Value, columns.Size.Value, rows.Stride.Value, columns.Stride.Value, windows.Pads)
        {
            Connections = layer.Connections,
        };
    }
}
