using LeNetGen.Generator.Declaration;

namespace LeNetGen.Generator.Shapes;

/// <summary>A layer with every number worked out; what planning and emission read.</summary>
internal abstract record ShapedLayer(string Name, TensorShape Input, TensorShape Output, ActivationFunction Activation, int ParameterOffset)
{
    public abstract int ParameterCount { get; }

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

    public abstract int WeightCount { get; }

    public int WeightOffset => ParameterOffset;

    public int BiasOffset => ParameterOffset + WeightCount;

    public override int ParameterCount => WeightCount + Output.Channels;
}

internal sealed record ShapedConvolution(
    string Name, TensorShape Input, TensorShape Output, ActivationFunction Activation, int ParameterOffset,
    int KernelHeight, int KernelWidth, int StrideHeight, int StrideWidth, Pads Pads)
    : WeightedLayer(Name, Input, Output, Activation, ParameterOffset)
{
    public int Taps => KernelHeight * KernelWidth;

    public override int WeightCount => Output.Channels * Input.Channels * Taps;

    public override long MultiplyAdds => (long)Output.Length * Input.Channels * Taps;
}

internal sealed record ShapedDense(string Name, TensorShape Input, TensorShape Output, ActivationFunction Activation, int ParameterOffset)
    : WeightedLayer(Name, Input, Output, Activation, ParameterOffset)
{
    public override int WeightCount => Output.Length * Input.Length;

    public override long MultiplyAdds => WeightCount;
}

internal enum PoolingKind
{
    Average,
    Max,
}

internal sealed record ShapedPooling(
    string Name, TensorShape Input, TensorShape Output, int ParameterOffset, PoolingKind Kind,
    int PoolHeight, int PoolWidth, int StrideHeight, int StrideWidth, Pads Pads)
    : ShapedLayer(Name, Input, Output, ActivationFunction.None, ParameterOffset)
{
    public override int ParameterCount => 0;
}

internal sealed record ShapedFlatten(string Name, TensorShape Input, TensorShape Output, int ParameterOffset)
    : ShapedLayer(Name, Input, Output, ActivationFunction.None, ParameterOffset)
{
    public override int ParameterCount => 0;
}
