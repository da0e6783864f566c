using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>
/// Which poolings a prediction does together with the convolution before them, whose own output nobody sees: the sums are pooled in the
/// registers where they are computed. It saves a way to memory and back, and what no window covers is not computed. A training needs the
/// convolution's output on the way back. Behind an activation with a loop of its own nothing is fused: see docs/performance.md.
/// </summary>
internal static class PoolingFusion
{
    /// <summary>The pooling that alone reads a convolution, every element once at most; null where there is none.</summary>
    public static int? PoolingOf(int value, ShapedNetwork network, ValueGraph graph)
    {
        if (network.Layers[value] is not ShapedConvolution || graph.ReadersOf(value).Count != 1)
            return null;

        // With padding, some windows would not be whole.
        int reader = graph.ReadersOf(value)[0].Layer;
        return network.Layers[reader] is ShapedPooling pooling
            && !PoolingAxis.RowsOf(pooling).Overlaps
            && !PoolingAxis.ColumnsOf(pooling).Overlaps
            && !pooling.Pads.AreAny
            ? reader
            : null;
    }

    /// <summary>That pooling, if it could be fused; else null.</summary>
    public static int? PoolingBehind(int value, ShapedNetwork network, ValueGraph graph) =>

        // With padding, some taps would not be whole.
        network.Layers[value] is ShapedConvolution { Connections: null, Pads.AreAny: false } && !graph.ActivationOf(value).IsSeparate
            ? PoolingOf(value, network, graph)
            : null;

    /// <summary>
    /// Cycles of a pooling by itself, with so many vectors for each row of windows, where a multiply-add takes one: it loads and adds
    /// every element of a window, and stores the sum.
    /// </summary>
    public static double CostOf(ShapedPooling pooling, int vectorsOfRow) =>
        (double)pooling.Output.Height * vectorsOfRow * (2 * pooling.PoolHeight * pooling.PoolWidth + 1);

    /// <summary>The kernel of a convolution with the pooling behind it; null where a window does not fit a tile, or it does not pay.</summary>
    /// <param name="plain">The kernel without the pooling.</param>
    /// <param name="convolution">The convolution.</param>
    /// <param name="pooling">The pooling.</param>
    /// <param name="target">Where the pooling's outputs lie.</param>
    public static CorrelationPlan? Fused(
        CorrelationPlan plain, ShapedConvolution convolution, ShapedPooling pooling, BufferStrides target)
    {
        var windows = new PooledWindows(
            pooling.Kind,
            pooling.PoolHeight,
            pooling.PoolWidth,
            convolution.StrideHeight * plain.Source.Row,
            convolution.StrideWidth * plain.Source.Column);
        if (!new RegisterTile(windows.Elements, 1).Fits(KernelBudget.Of(plain.Lanes), plain.Columns.Kernel))
            return null;
        CorrelationPlan plan = (plain with
        {
            Name = plain.Name + "Pooled",
            Summary = $"{plain.Summary.TrimEnd('.')}, and {pooling.Name} of that: -> {pooling.Output}.",
            Rows = plain.Rows with { Targets = pooling.Output.Height, Stride = convolution.StrideHeight * pooling.StrideHeight },
            Columns = plain.Columns with { Targets = pooling.Output.Width, Stride = convolution.StrideWidth * pooling.StrideWidth },
            Target = target,
            Unroll = convolution.Unroll,
            Windows = windows,
        }).Planned();

        return plan.Cost <= plain.Cost + CostOf(pooling, pooling.Output.Width * plan.TargetChannels) ? plan : null;
    }
}
