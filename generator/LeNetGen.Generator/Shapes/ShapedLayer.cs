using LeNetGen.Generator.Declaration;

namespace LeNetGen.Generator.Shapes;

/// <summary>A layer with every number worked out; what planning and emission read.</summary>
internal abstract record ShapedLayer(string Name, TensorShape Input, TensorShape Output, ActivationFunction Activation, int ParameterOffset)
{
    /// <summary>What the layer reads, by the indices of layers, in the order of its operands; -1 is the network's input.</summary>
    public EquatableArray<int> Inputs { get; init; }

    /// <summary>The method that declares the layer; null where none does.</summary>
    public string? Method { get; init; }

    /// <summary>Of a later call of a layer, the first one, which owns the parameters; null of any other layer.</summary>
    public string? SharesWith { get; init; }

    /// <summary>The parameters that it owns.</summary>
    public int ParameterCount => SharesWith is null ? UsedParameterCount : 0;

    /// <summary>The parameters that it computes with.</summary>
    public virtual int UsedParameterCount => 0;

    public virtual long MultiplyAdds => 0;
}

/// <summary>A layer with a weight tensor followed by a bias of one element per output channel.</summary>
internal abstract record WeightedLayer(
    string Name, TensorShape Input, TensorShape Output, ActivationFunction Activation, int ParameterOffset)
    : ShapedLayer(Name, Input, Output, Activation, ParameterOffset)
{
    /// <summary>What the weights are before training.</summary>
    public TensorInitializer Kernel { get; init; } = TensorInitializer.DefaultKernel;

    /// <summary>What the biases are before training.</summary>
    public TensorInitializer Bias { get; init; } = TensorInitializer.DefaultBias;

    /// <summary>How much of the layer's code is to have no loops.</summary>
    public Unroll Unroll { get; init; }

    /// <summary>The weight tensor's dimensions.</summary>
    public abstract IReadOnlyList<int> WeightShape { get; }

    public int WeightCount => WeightShape.Aggregate(1, (product, size) => product * size);

    public int WeightOffset => ParameterOffset;

    public int BiasOffset => ParameterOffset + WeightCount;

    public override int UsedParameterCount => WeightCount + Output.Channels;
}

internal sealed record ShapedConvolution(
    string Name, TensorShape Input, TensorShape Output, ActivationFunction Activation, int ParameterOffset,
    int KernelHeight, int KernelWidth, int StrideHeight, int StrideWidth, Pads Pads)
    : WeightedLayer(Name, Input, Output, Activation, ParameterOffset)
{
    /// <summary>Which filter, a column, reads which input channel, a row; null where every filter reads all.</summary>
    public BinaryTable? Connections { get; init; }

    public int Taps => KernelHeight * KernelWidth;

    public override IReadOnlyList<int> WeightShape => Connections is null
        ? [Output.Channels, Input.Channels, KernelHeight, KernelWidth]
        : [Connections.Count, 1, KernelHeight, KernelWidth];

    public override long MultiplyAdds => (long)WeightCount * Output.Area;

    /// <summary>Whether there is one output pixel, which sees every input pixel.</summary>
    public bool CoversInput =>
        Connections is null && (KernelHeight, KernelWidth, Output.Area, Pads.Top, Pads.Left) == (Input.Height, Input.Width, 1, 0, 0);

    /// <summary>Of every filter the kernels of the weight that it has, and the channels that they read.</summary>
    public IReadOnlyList<IReadOnlyList<(int Kernel, int Channel)>> KernelsOfFilters()
    {
        int kernel = 0;
        return
        [
            .. Enumerable.Range(0, Output.Channels).Select(filter => (IReadOnlyList<(int, int)>)
            [
                .. Enumerable.Range(0, Input.Channels)
                    .Where(channel => Connections?[channel, filter] ?? true)
                    .Select(channel => (kernel++, channel)),
            ]),
        ];
    }
}

internal sealed record ShapedDense(string Name, TensorShape Input, TensorShape Output, ActivationFunction Activation, int ParameterOffset)
    : WeightedLayer(Name, Input, Output, Activation, ParameterOffset)
{
    public override IReadOnlyList<int> WeightShape => [Output.Length, Input.Length];

    public override long MultiplyAdds => WeightCount;
}

/// <summary>Trainable subsampling: sums of windows, times a coefficient of the channel, plus a bias.</summary>
/// <param name="Sums">The sums, as a pooling layer without a place in the network.</param>
internal sealed record ShapedSubsampling(string Name, ShapedPooling Sums, ActivationFunction Activation, int ParameterOffset)
    : WeightedLayer(Name, Sums.Input, Sums.Output, Activation, ParameterOffset)
{
    public override IReadOnlyList<int> WeightShape => [Output.Channels, 1, 1, 1];

    public override long MultiplyAdds => Output.Length;
}

/// <summary>Squared distances from fixed codes.</summary>
/// <param name="Codes">A row for each output: a mark for +1, a dot for -1.</param>
internal sealed record ShapedRbf(string Name, TensorShape Input, TensorShape Output, int ParameterOffset, BinaryTable Codes)
    : ShapedLayer(Name, Input, Output, ActivationFunction.None, ParameterOffset)
{
    public override long MultiplyAdds => (long)Output.Length * Input.Length;
}

internal enum PoolingKind
{
    Average,
    Max,

    /// <summary>The first half of a subsampling.</summary>
    Sum,
}

internal sealed record ShapedPooling(
    string Name, TensorShape Input, TensorShape Output, int ParameterOffset, PoolingKind Kind,
    int PoolHeight, int PoolWidth, int StrideHeight, int StrideWidth, Pads Pads)
    : ShapedLayer(Name, Input, Output, ActivationFunction.None, ParameterOffset)
{
    /// <summary>Whether an output is a sum of its window's elements, as it is or scaled.</summary>
    public bool AddsUp => Kind != PoolingKind.Max;
}

internal sealed record ShapedFlatten(string Name, TensorShape Input, TensorShape Output, int ParameterOffset)
    : ShapedLayer(Name, Input, Output, ActivationFunction.None, ParameterOffset);

internal sealed record ShapedDropout(string Name, TensorShape Shape, int ParameterOffset, double Rate)
    : ShapedLayer(Name, Shape, Shape, ActivationFunction.None, ParameterOffset)
{
    /// <summary>The index of the layer in the network's definition, by which its masks are drawn.</summary>
    public int Index { get; init; }
}

/// <summary>An activation by itself.</summary>
internal sealed record ShapedActivation(string Name, TensorShape Shape, ActivationFunction Activation, int ParameterOffset)
    : ShapedLayer(Name, Shape, Shape, Activation, ParameterOffset);

internal enum ElementwiseKind
{
    Add,
    Multiply,
}

/// <summary>The sum or product of two tensors of one shape.</summary>
internal sealed record ShapedElementwise(string Name, TensorShape Shape, int ParameterOffset, ElementwiseKind Kind)
    : ShapedLayer(Name, Shape, Shape, ActivationFunction.None, ParameterOffset);

/// <summary>Channels, or elements of vectors, one after the other; Input is the shape of the first.</summary>
internal sealed record ShapedConcatenate(string Name, TensorShape Input, TensorShape Output, int ParameterOffset)
    : ShapedLayer(Name, Input, Output, ActivationFunction.None, ParameterOffset);
