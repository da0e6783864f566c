using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;

namespace LeNetGen.Generator.Shapes;

/// <summary>The shape of a pooling layer; every window has at least one element that is not padding.</summary>
internal static class PoolingShape
{
    public static ShapedLayer? Infer(PoolingDeclaration layer, LayerScope scope)
    {
        if (WindowsOf(layer.Window, scope) is not { } windows)
            return null;
        (WindowAxis rows, WindowAxis columns) = (layer.Window.Rows, layer.Window.Columns);
        var output = new TensorShape(scope.Input.Channels, windows.Rows, windows.Columns);
        return scope.Fits(output, 0, null) && windows.FitPadded(layer.Window, scope)
            ? new ShapedPooling(
                layer.Name, scope.Input, output, scope.ParameterOffset, layer.Kind,
                rows.Size.Value, columns.Size.Value, rows.Stride.Value, columns.Stride.Value, windows.Pads)
            : null;
    }

    /// <summary>Where windows lie that each have an element; null where they cannot, which is reported.</summary>
    public static WindowShape? WindowsOf(WindowDeclaration window, LayerScope scope)
    {
        if (WindowShape.Infer(window, scope, ShapeDescriptors.PoolTooLarge) is not { } windows)
            return null;
        foreach (WindowAxis axis in new[] { window.Rows, window.Columns })
        {
            foreach (DeclaredNumber pad in new[] { axis.PadBefore, axis.PadAfter })
            {
                if (pad.Value < axis.Size.Value)
                    continue;
                ReportPad(window, pad, scope);
                return null;
            }
        }

        return windows;
    }

    /// <summary>Reports a pad with the largest that would do, which must suit every side that the argument stands for.</summary>
    private static void ReportPad(WindowDeclaration window, DeclaredNumber pad, LayerScope scope)
    {
        (WindowAxis rows, WindowAxis columns) = (window.Rows, window.Columns);
        int most = new[] { rows, columns }
            .Where(axis => axis.PadBefore.Argument == pad.Argument || axis.PadAfter.Argument == pad.Argument)
            .Min(axis => axis.Size.Value) - 1;
        scope.Report(
            ShapeDescriptors.PadBeyondPool, pad.Argument, pad.Argument, pad.Value, rows.Size.Value, columns.Size.Value, most);
        scope.Propose(most);
    }
}
