using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>Radial basis functions and their gradient as correlations of one pixel, whose weights are part of the program.</summary>
internal static class RbfCorrelations
{
    /// <summary>Where a kernel's codes stand.</summary>
    public static Operand Codes(CorrelationPlan kernel) => new(
        kernel.Name + "_Codes", Memory.Constants, 0, WorkspaceLayout.Dimensions(kernel.Constants.Count));

    /// <summary>The distances of a block of images.</summary>
    public static CorrelationPlan Forward(ShapedRbf layer, int lanes) => (Of(layer, layer.Name + "_Forward", lanes) with
    {
        Summary = $"{layer.Name}: {layer.Input} -> {layer.Output}, squared distances.",
        Form = CorrelationForm.SquaredDifference,
        Constants = CodesByUnit(layer),
    }).Planned();

    /// <summary>The gradient of the layer's input.</summary>
    public static CorrelationPlan InputGradient(ShapedRbf layer, int lanes, bool addsShares, ActivationFunction derivative) =>
        (Of(layer, layer.Name + "_InputGradient", lanes) with
        {
            Summary = $"{layer.Name}: gradient of its input {layer.Input} from dz {layer.Output}"
                + $"{(addsShares ? ", after the shares of later layers" : "")}{BlockCorrelations.DerivativeText(derivative)}.",
            Form = CorrelationForm.OwnDifference,
            SourceChannels = layer.Output.Length,
            TargetChannels = layer.Input.Length,
            Source = BufferStrides.OfSlice(layer.Output, lanes),
            Target = BufferStrides.OfSlice(layer.Input, lanes),
            WeightSourceStride = layer.Input.Length,
            WeightTargetStride = 1,
            AddsShares = addsShares,
            Derivative = derivative,
            SourceBuffer = "dz",
            TargetBuffer = "dx",
            SourceName = "unit",
            TargetName = "input",
            Constants = CodesByUnit(layer),
        }).Planned();

    /// <summary>The distances of one image.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="lanes">Lanes of its vectors.</param>
    /// <param name="source">How its input lies.</param>
    /// <param name="target">How its output lies, padded to whole vectors.</param>
    /// <param name="row">Floats of the output.</param>
    public static CorrelationPlan Single(ShapedRbf layer, int lanes, BufferStrides source, BufferStrides target, int row) =>
        (Of(layer, layer.Name + "_Single", lanes) with
        {
            Summary = $"{layer.Name}, one image: {layer.Input} -> {layer.Output}, squared distances.",
            LaneMeaning = LaneMeaning.Channels,
            Form = CorrelationForm.SquaredDifference,
            TargetChannels = row / lanes,
            Source = source,
            Target = target,
            WeightSourceStride = row,
            WeightTargetStride = lanes,
            Constants = CodesByInput(layer, row),
        }).Planned();

    private static CorrelationPlan Of(ShapedRbf layer, string name, int lanes) => new CorrelationPlan
    {
        Name = name,
        Summary = "",
        LaneMeaning = LaneMeaning.Images,
        Unroll = Unroll.Auto,
        Lanes = lanes,
        Rows = TapGeometry.Point,
        Columns = TapGeometry.Point,
        SourceChannels = layer.Input.Length,
        TargetChannels = layer.Output.Length,
        Source = BufferStrides.OfSlice(layer.Input, lanes),
        Target = BufferStrides.OfSlice(layer.Output, lanes),
        WeightSourceStride = 1,
        WeightTargetStride = layer.Input.Length,
        WeightTapStride = 1,
        StartsAtBias = false,
        SourceBuffer = "x",
        TargetBuffer = "y",
        SourceName = "input",
        TargetName = "unit",
    };

    /// <summary>[units, inputs] the codes.</summary>
    private static EquatableArray<float> CodesByUnit(ShapedRbf layer) =>
        Enumerable.Range(0, layer.Output.Length * layer.Input.Length)
            .Select(index => CodeOf(layer, index / layer.Input.Length, index % layer.Input.Length))
            .ToEquatableArray();

    /// <summary>[inputs, row] the codes, with zeros behind the last unit's.</summary>
    private static EquatableArray<float> CodesByInput(ShapedRbf layer, int row) =>
        Enumerable.Range(0, layer.Input.Length * row)
            .Select(index => index % row < layer.Output.Length ? CodeOf(layer, index % row, index / row) : 0)
            .ToEquatableArray();

    private static float CodeOf(ShapedRbf layer, int unit, int input) => layer.Codes[unit, input] ? 1 : -1;
}
