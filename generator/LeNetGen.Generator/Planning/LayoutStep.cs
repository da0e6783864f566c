using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>Elements rearranged by the runtime, by a function of its <c>BlockLayout</c>; nothing is computed.</summary>
/// <param name="Layer">The layer that the call is part of; null for the copy to the caller's output.</param>
/// <param name="Function">The function's name.</param>
/// <param name="Source">What is rearranged.</param>
/// <param name="Target">What receives it.</param>
/// <param name="Sizes">The arguments that follow.</param>
internal sealed record LayoutStep(ShapedLayer? Layer, string Function, Operand Source, Operand Target, EquatableArray<int> Sizes)
    : KernelStep(Layer)
{
    /// <summary>Where each kernel goes, from the target's start; empty where rows follow one another.</summary>
    public EquatableArray<int> Places { get; init; }

    /// <summary>What the code calls <see cref="Places"/>.</summary>
    public string PlacesName => Target.Name + "_Places";

    /// <summary>Where the element in this row and column of the source goes, from the target's start.</summary>
    public int TargetOf(int row, int column) => (Places.Count > 0 ? Places[row] : row) + column * Sizes[2];

    /// <summary>A function of the runtime; where kernels have places, a method that hands it their table.</summary>
    public override string Method => Places.Count > 0 ? Target.Name + "_Pack" : "BlockLayout." + Function;

    /// <summary>The numbers that the method is given after the references.</summary>
    public IEnumerable<int> Arguments => Places.Count > 0 ? [] : Sizes;

    public override IEnumerable<KernelParameter> Parameters => [new("source", Source), new("target", Target)];

    /// <summary>A slice of a block to image by image, as the weight gradient of a dense layer reads it.</summary>
    public static LayoutStep ToImageMajor(ShapedLayer layer, int elements, int lanes, Operand source, Operand target) =>
        Of(layer, "ToImageMajor", source, InSlices(target, lanes, elements), elements, lanes);

    /// <summary>A slice of a block to its place in a chunk, whose lanes follow one another in each element.</summary>
    public static LayoutStep ToChunk(ShapedLayer layer, int elements, int lanes, Operand source, Operand target) =>
        Of(layer, "CopyLanes", source, InSlices(target, lanes), elements, lanes, lanes, NetworkPlan.ChunkImages);

    /// <summary>A slice out of a block whose lanes follow one another in each element.</summary>
    public static LayoutStep ToSlice(ShapedLayer layer, int elements, int lanes, Operand source, Operand target) =>
        Of(layer, "CopyLanes", InSlices(source, lanes), target, elements, lanes, NetworkPlan.BlockLanes, lanes);

    /// <summary>A slice to its place in such a block.</summary>
    public static LayoutStep FromSlice(ShapedLayer? layer, int elements, int lanes, Operand source, Operand target) =>
        Of(layer, "CopyLanes", source, InSlices(target, lanes), elements, lanes, lanes, NetworkPlan.BlockLanes);

    /// <summary>A place whose slices are <paramref name="lanes"/> images of so many floats apart.</summary>
    private static Operand InSlices(Operand place, int lanes, int floats = 1) =>
        lanes == NetworkPlan.BlockLanes ? place : place with { SliceStride = lanes * floats };

    /// <summary>One image's activations from (pixel, channel) to (channel, pixel), as a dense layer's weights expect them.</summary>
    public static LayoutStep ToPlanar(ShapedLayer? layer, int channels, int pixels, int pixelStride, Operand source, Operand target) =>
        Of(layer, "ToPlanar", source, target, channels, pixels, pixelStride);

    /// <summary>Rows of one image cut into phases: columns that are so many apart, side by side.</summary>
    public static LayoutStep ToPhases(
        ShapedLayer layer, int rows, int columns, int phases, int phaseLength, Operand source, Operand target) =>
        Of(layer, "ToPhases", source, target, rows, columns, phases, phaseLength);

    /// <summary>Weights from (target channel, the rest) to (the rest, target channel), whose rows are padded to whole vectors.</summary>
    public static LayoutStep Pack(
        ShapedLayer layer, int targetChannels, int weightsOfChannel, int rowLength, Operand source, Operand target) =>
        Of(layer, "Transpose", source, target, targetChannels, weightsOfChannel, rowLength);

    /// <summary>The kernels of a convolution with connections to where <see cref="Pack"/> would put them; what is not there stays.</summary>
    public static LayoutStep PackKernels(ShapedConvolution layer, int rowLength, Operand source, Operand target) =>
        Of(layer, "TransposeKernels", source, target, layer.Connections!.Count, layer.Taps, rowLength) with
        {
            Places = layer.KernelsOfFilters()
                .SelectMany((kernels, filter) => kernels.Select(kernel => kernel.Channel * layer.Taps * rowLength + filter))
                .ToEquatableArray(),
        };

    private static LayoutStep Of(ShapedLayer? layer, string function, Operand source, Operand target, params int[] sizes) =>
        new(layer, function, source, target, sizes.ToEquatableArray());
}
