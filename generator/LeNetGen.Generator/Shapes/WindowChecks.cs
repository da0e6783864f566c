using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;

namespace LeNetGen.Generator.Shapes;

/// <summary>
/// Finds pixels that no window of a sound layer covers. Many a network means to leave them out, such as one that halves an image with a 1x1
/// kernel beside other layers, so that it is told and not warned of.
/// </summary>
internal static class WindowChecks
{
    /// <summary>What pixels are left out, between windows or else at the end; null if none are.</summary>
    /// <param name="window">The windows as they are declared.</param>
    /// <param name="index">The layer's index.</param>
    /// <param name="network">The network.</param>
    public static Problem? Of(WindowDeclaration window, int index, ShapedNetwork network) =>
        OfStrides(window, index, network) ?? OfEdges(window, index, network);

    private static Problem? OfStrides(WindowDeclaration window, int index, ShapedNetwork network)
    {
        ShapedLayer layer = network.Layers[index];
        bool areRowsSkipped = Skips(window.Rows, layer.Output.Height), areColumnsSkipped = Skips(window.Columns, layer.Output.Width);
        if (!areRowsSkipped && !areColumnsSkipped)
            return null;
        WindowAxis axis = areRowsSkipped ? window.Rows : window.Columns;
        bool isShared = areRowsSkipped && areColumnsSkipped && window.Rows.Stride.Argument == window.Columns.Stride.Argument;
        int most = isShared ? Math.Min(window.Rows.Size.Value, window.Columns.Size.Value) : axis.Size.Value;
        return Problem
            .Of(
                ShapeDescriptors.PixelsSkipped,
                Anchor.OfLayer(index, axis.Stride.Argument),
                layer.Name,
                axis.Stride.Argument,
                axis.Stride.Value,
                window.Rows.Size.Value,
                window.Columns.Size.Value,
                SizeOf(layer.Input),
                network.OriginOf(index),
                most)
            .Proposing(most);
    }

    /// <summary>Between two windows of a layer, which there must be.</summary>
    private static bool Skips(WindowAxis axis, int windows) => windows > 1 && axis.Stride.Value > axis.Size.Value;

    private static Problem? OfEdges(WindowDeclaration window, int index, ShapedNetwork network)
    {
        // Keras' padding makes room for one more window wherever pixels would be left.
        ShapedLayer layer = network.Layers[index];
        if (window.Padding == Padding.Same)
            return null;
        int rows = LeftOut(window.Rows, layer.Input.Height, layer.Output.Height);
        int columns = LeftOut(window.Columns, layer.Input.Width, layer.Output.Width);
        if (rows == 0 && columns == 0)
            return null;
        string[] what = [.. Last(rows, "row"), .. Last(columns, "column")];
        return Problem.Of(
            ShapeDescriptors.EdgeLeftOut,
            Anchor.OfLayer(index, ArgumentOf(rows > 0 ? window.Rows : window.Columns, window)),
            layer.Name,
            string.Join(" and ", what),
            SizeOf(layer.Input),
            network.OriginOf(index),
            rows + columns == 1 ? "lies" : "lie",
            PaddingRemedy.Of(window, isFunction: network.Graph is not null && layer.Method is null));
    }

    /// <summary>Pixels of the input, not of its padding, behind the last window.</summary>
    private static int LeftOut(WindowAxis axis, int input, int windows)
    {
        long end = (long)(windows - 1) * axis.Stride.Value + axis.Size.Value - axis.PadBefore.Value;
        return (int)Math.Max(0, input - end);
    }

    private static IEnumerable<string> Last(int count, string what) => count switch
    {
        0 => [],
        1 => [$"the last {what}"],
        _ => [FormattableString.Invariant($"the last {count} {what}s")],
    };

    /// <summary>What decides where windows end: the stride, where it is written.</summary>
    private static string ArgumentOf(WindowAxis axis, WindowDeclaration window) =>
        window.Sizes.Any(size => size.Argument == axis.Stride.Argument) ? axis.Stride.Argument : axis.Size.Argument;

    private static string SizeOf(TensorShape shape) => FormattableString.Invariant($"{shape.Height}x{shape.Width}");
}
