using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>
/// A convolution of one image and the pooling behind it with lanes that are the windows of a row: for convolutions with few filters, which
/// would leave lanes that are filters empty. The sums of a window's columns lie in vectors of their own, so that the pooling needs no more
/// than to add them up.
/// </summary>
/// <param name="Lanes">Which pixels the lanes read.</param>
/// <param name="Source">Where the convolution expects its input, whose rows are cut into phases.</param>
/// <param name="Convolution">The convolution.</param>
/// <param name="Pooling">The pooling. Its rows overlap: what follows a row's last window is overwritten by the next row.</param>
internal sealed record WindowKernels(ColumnLanes Lanes, BufferStrides Source, CorrelationPlan Convolution, PoolingPlan Pooling)
{
    /// <summary>Cycles of both, where a multiply-add takes one.</summary>
    public double Cost => Convolution.Cost + PoolingFusion.CostOf(Pooling.Layer, Lanes.Vectors * Pooling.Layer.Output.Channels);

    /// <summary>Floats of the convolution's output.</summary>
    public int SumsLength => Convolution.TargetChannels * Convolution.Target.Channel;

    /// <summary>Floats of the pooling's output, and of what the last row's last vector writes behind it.</summary>
    public int PooledLength => Pooling.Layer.Output.Length + Lanes.Vectors * Lanes.Lanes - Lanes.Targets;

    /// <summary>Whether a register tile has room for the columns of a window.</summary>
    public static bool FitTile(ShapedConvolution layer, ShapedPooling pooling, int lanes) =>
        new RegisterTile(pooling.PoolWidth, 1).Fits(KernelBudget.Of(lanes), layer.KernelWidth);

    /// <summary>Plans both.</summary>
    /// <param name="layer">The convolution, without connections.</param>
    /// <param name="pooling">The pooling that alone reads it, whose windows neither overlap nor reach into padding, and fit a tile.</param>
    /// <param name="lanes">Lanes of the vectors.</param>
    /// <param name="row">Floats from a weight of a filter to its next in the packed parameters.</param>
    public static WindowKernels Of(ShapedConvolution layer, ShapedPooling pooling, int lanes, int row)
    {
        var columns = new ColumnLanes(
            layer.Input.Width, pooling.Output.Width, lanes, pooling.PoolWidth, layer.StrideWidth,
            layer.StrideWidth * pooling.StrideWidth, layer.Pads.Left);
        var source = new BufferStrides(layer.Input.Height * columns.RowLength, columns.RowLength, 1);

        // Rows that no window covers are not computed.
        int rows = (pooling.Output.Height - 1) * pooling.StrideHeight + pooling.PoolHeight;
        var sums = new BufferStrides(rows * columns.TargetRowLength, columns.TargetRowLength, columns.Elements * lanes);
        CorrelationPlan convolution = new CorrelationPlan
        {
            Name = layer.Name + "_Single",
            Summary = $"{layer.Name}, one image: {layer.Input} -> {layer.Output}, each window of {pooling.Name} a lane.",
            LaneMeaning = LaneMeaning.Windows,
            ColumnLanes = columns,
            Unroll = layer.Unroll,
            Lanes = lanes,
            Rows = BlockCorrelations.RowsOf(layer) with { Targets = rows },
            Columns = new TapGeometry(columns.Vectors, columns.Vectors * lanes, layer.KernelWidth, lanes, Pad: 0, Transposed: false),
            SourceChannels = layer.Input.Channels,
            TargetChannels = layer.Output.Channels,
            Source = source,
            Target = sums,
            WeightSourceStride = layer.Taps * row,
            WeightTargetStride = 1,
            WeightTapStride = row,
            StartsAtBias = true,
            Activation = layer.Activation.IsFused ? layer.Activation : ActivationFunction.None,
            SourceBuffer = "x",
            TargetBuffer = "y",
            SourceName = "channel",
            TargetName = "filter",
        }.Planned();
        var plan = new PoolingPlan(
            pooling.Name + "_Single", pooling, LaneMeaning.Windows, lanes, pooling.Output.Channels, sums with { Column = lanes },
            new BufferStrides(pooling.Output.Area, pooling.Output.Width, lanes))
        {
            Columns = new PoolingAxis(columns.Vectors * columns.Elements, columns.Vectors, columns.Elements, columns.Elements, Pad: 0),
        };
        return new WindowKernels(columns, source, convolution, plan);
    }
}
