using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>The forward pass of a pooling layer, for a block or for one image, as the strides say.</summary>
/// <param name="ChannelSteps">Channels, or vectors of them where lanes are channels.</param>
internal sealed record PoolingPlan(
    string Name, ShapedPooling Layer, LaneMeaning LaneMeaning, int Lanes, int ChannelSteps, BufferStrides Source, BufferStrides Target)
{
    /// <summary>Windows along a row; where lanes are windows, vectors of them.</summary>
    public PoolingAxis Columns { get; init; } = PoolingAxis.ColumnsOf(Layer);

    /// <summary>Whether every window's elements are straight-line code; else loops run over them.</summary>
    public bool IsStraightLine => PoolingText.OfWindows(Layer) <= KernelBudget.WindowElements;
}

/// <summary>
/// The input gradient of a pooling layer for a block, multiplied by the derivative of the activation that made its input, and written
/// over that input. Windows that do not overlap are replaced one by one.
/// </summary>
internal sealed record PoolingGradientPlan(string Name, ShapedPooling Layer, int Lanes, ActivationFunction Derivative)
{
    /// <summary>Whether a window can be replaced at once: no other one reads its elements, and a method has room for all of them.</summary>
    public static bool Serves(ShapedPooling layer)
    {
        int localsOfElement = layer.Kind == PoolingKind.Max ? 3 : 1;
        return !PoolingAxis.RowsOf(layer).Overlaps
            && !PoolingAxis.ColumnsOf(layer).Overlaps
            && PoolingText.OfWindows(layer) * localsOfElement <= KernelBudget.Locals;
    }
}

/// <summary>
/// Which element every window of a max pooling chose in the forward pass, by the number of its tap; made before the gradient replaces
/// the elements. The numbers are floats, exact up to windows of 2^24 elements, so that they are compared lane by lane as all else is.
/// </summary>
internal sealed record PoolingChoicePlan(string Name, ShapedPooling Layer, int Lanes)
{
    /// <summary>Whether every window's elements, with two variables each, are straight-line code; else loops run over them.</summary>
    public bool IsStraightLine => 2 * PoolingText.OfWindows(Layer) <= KernelBudget.WindowElements;
}

/// <summary>
/// The input gradient of a pooling layer whose windows overlap: every element adds up the shares of the windows that cover it, is
/// multiplied by the derivative of the activation that made the input, and replaces it. Elements are taken in tiles of a stride, all of
/// which look alike but for the borders.
/// </summary>
internal sealed record PoolingGatherPlan(string Name, ShapedPooling Layer, int Lanes, ActivationFunction Derivative)
{
    /// <summary>Whether every tile is straight-line code; else loops run over the windows of each element.</summary>
    public bool IsStraightLine => PoolingText.OfTiles(Layer) <= KernelBudget.WindowElements;
}

/// <summary>How much text a pooling's kernels would take as straight-line code.</summary>
internal static class PoolingText
{
    /// <summary>The elements of one window of every form.</summary>
    public static long OfWindows(ShapedPooling layer) =>
        PoolingAxis.RowsOf(layer).WindowRuns().Sum(run => (long)run.Taps)
        * PoolingAxis.ColumnsOf(layer).WindowRuns().Sum(run => (long)run.Taps);

    /// <summary>The elements of one tile of every form, with the windows that cover them.</summary>
    public static long OfTiles(ShapedPooling layer) => OfTiles(PoolingAxis.RowsOf(layer)) * OfTiles(PoolingAxis.ColumnsOf(layer));

    private static long OfTiles(PoolingAxis axis) => axis.TileRuns().Sum(run =>
        Enumerable.Range(run.Start, run.Size).Sum(element => 1L + axis.EndWindow(element) - axis.FirstWindow(element)));
}
