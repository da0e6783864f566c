using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;

namespace LeNetGen.Generator.Shapes;

/// <summary>The shape of a pooling layer; every window has at least one element that is not padding.</summary>
internal static class PoolingShape
{
    public static ShapedLayer? Infer(PoolingDeclaration layer, LayerScope scope)
    {
        if (WindowShape.Infer(layer.Window, scope, ShapeDescriptors.PoolTooLarge) is not { } windows)
            return null;
        (WindowAxis rows, WindowAxis columns) = (layer.Window.Rows, layer.Window.Columns);
        foreach (WindowAxis axis in new[] { rows, columns })
        {
            foreach (DeclaredNumber pad in new[] { axis.PadBefore, axis.PadAfter })
            {
                if (pad.Value >= axis.Size.Value)
                {
                    return ReportPad(layer.Window, pad, scope);
                }
            }
        }

        var output = new TensorShape(scope.Input.Channels, windows.Rows, windows.Columns);
        return scope.Fits(output, 0, null) && windows.FitPadded(layer.Window, scope)
            ? new ShapedPooling(
                layer.Name, scope.Input, output, scope.ParameterOffset, layer.Kind,
                rows.Size.Value, columns.Size.Value, rows.Stride.Value, columns.Stride.Value, windows.Pads)
            : null;
    }

    /// <summary>Reports a pad with the largest that would do, which must suit every side that the argument stands for.</summary>
    private static ShapedLayer? ReportPad(WindowDeclaration window, DeclaredNumber pad, LayerScope scope)
    {
        (WindowAxis rows, WindowAxis columns) = (window.Rows, window.Columns);
        int most = new[] { rows, columns }
            .Where(axis => axis.PadBefore.Argument == pad.Argument || axis.PadAfter.Argument == pad.Argument)
            .Min(axis => axis.Size.Value) - 1;
        scope.Report(
            ShapeDescriptors.PadBeyondPool, pad.Argument, pad.Argument, pad.Value, rows.Size.Value, columns.Size.Value, most);
        scope.Propose(most);
        return null;
    }
}
