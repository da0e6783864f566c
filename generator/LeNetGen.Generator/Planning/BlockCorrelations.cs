using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>Convolutions and dense layers, forward and backward, over a block of images: all of them correlations.</summary>
internal static class BlockCorrelations
{
    /// <summary>The forward pass.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="lanes">Images of a vector.</param>
    /// <param name="sliceLength">Floats from a slice to the next; 0 where there is one slice.</param>
    public static CorrelationPlan Forward(WeightedLayer layer, int lanes, int sliceLength = 0)
    {
        var convolution = layer as ShapedConvolution;
        int taps = convolution?.Taps ?? 1;
        return new CorrelationPlan
        {
            Name = layer.Name + "_Forward",
            Summary = $"{layer.Name}: {layer.Input} -> {layer.Output}.",
            LaneMeaning = LaneMeaning.Images,
            Unroll = layer.Unroll,
            Lanes = lanes,
            Rows = convolution is null ? TapGeometry.Point : RowsOf(convolution),
            Columns = convolution is null ? TapGeometry.Point : ColumnsOf(convolution),
            SourceChannels = layer.Input.Channels,
            TargetChannels = layer.Output.Channels,
            Source = BufferStrides.OfSlice(layer.Input, lanes),
            Target = BufferStrides.OfSlice(layer.Output, lanes),
            Connections = ConnectionLists.OfFilters(convolution),
            WeightSourceStride = taps,
            WeightTargetStride = layer.Input.Channels * taps,
            WeightTapStride = 1,
            StartsAtBias = true,
            Activation = layer.Activation.IsFused ? layer.Activation : ActivationFunction.None,
            SourceBuffer = "x",
            TargetBuffer = "y",
            SourceName = convolution is null ? "input" : "channel",
            TargetName = convolution is null ? "unit" : "filter",
        }.WithSlices(convolution is null ? sliceLength : 0).Planned();
    }

    /// <summary>
    /// The gradient of the layer's input: the layer's share, after those of layers further on, times the derivative of the activation that
    /// made the input, where it stands in the target.
    /// </summary>
    public static CorrelationPlan InputGradient(
        WeightedLayer layer, int lanes, bool addsShares, ActivationFunction derivative, int sliceLength = 0)
    {
        var convolution = layer as ShapedConvolution;
        int taps = convolution?.Taps ?? 1;
        return new CorrelationPlan
        {
            Name = layer.Name + "_InputGradient",
            Summary = $"{layer.Name}: gradient of its input {layer.Input} from dz {layer.Output}"
                + $"{(addsShares ? ", after the shares of later layers" : "")}{DerivativeText(derivative)}.",
            LaneMeaning = LaneMeaning.Images,
            Unroll = layer.Unroll,
            Lanes = lanes,
            Rows = convolution is null ? TapGeometry.Point : Transpose(RowsOf(convolution)),
            Columns = convolution is null ? TapGeometry.Point : Transpose(ColumnsOf(convolution)),
            SourceChannels = layer.Output.Channels,
            TargetChannels = layer.Input.Channels,
            Source = BufferStrides.OfSlice(layer.Output, lanes),
            Target = BufferStrides.OfSlice(layer.Input, lanes),
            Connections = ConnectionLists.OfChannels(convolution),
            WeightSourceStride = layer.Input.Channels * taps,
            WeightTargetStride = taps,
            WeightTapStride = 1,
            StartsAtBias = false,
            AddsShares = addsShares,
            Derivative = derivative,
            SourceBuffer = "dz",
            TargetBuffer = "dx",
            SourceName = convolution is null ? "unit" : "filter",
            TargetName = convolution is null ? "input" : "channel",
        }.WithSlices(convolution is null ? sliceLength : 0).Planned();
    }

    /// <summary>
    /// The slices of a block as the columns that a dense layer has not: a weight then serves all of them, where each by itself would load
    /// it.
    /// </summary>
    private static CorrelationPlan WithSlices(this CorrelationPlan plan, int sliceLength) => sliceLength == 0 ? plan : plan with
    {
        TakesAllSlices = true,
        Columns = TapGeometry.Points(NetworkPlan.BlockLanes / plan.Lanes),
        Source = plan.Source with { Column = sliceLength },
        Target = plan.Target with { Column = sliceLength },
    };

    public static TapGeometry RowsOf(ShapedConvolution layer) =>
        new(layer.Output.Height, layer.Input.Height, layer.KernelHeight, layer.StrideHeight, layer.Pads.Top, Transposed: false);

    public static TapGeometry ColumnsOf(ShapedConvolution layer) =>
        new(layer.Output.Width, layer.Input.Width, layer.KernelWidth, layer.StrideWidth, layer.Pads.Left, Transposed: false);

    private static TapGeometry Transpose(TapGeometry forward) =>
        forward with { Targets = forward.Sources, Sources = forward.Targets, Transposed = true };

    public static string DerivativeText(ActivationFunction derivative) =>
        derivative.HasDerivative ? $", times the derivative of {derivative.Kind} there" : "";
}
