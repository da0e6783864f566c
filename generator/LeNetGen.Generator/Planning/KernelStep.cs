using LeNetGen.Generator.Declaration;

namespace LeNetGen.Generator.Planning;

/// <summary>One call in a pass over the network.</summary>
internal abstract record KernelStep
{
    /// <summary>The places that the call touches, in the order of its arguments.</summary>
    public abstract IEnumerable<Operand> Operands { get; }
}

internal sealed record CorrelationStep(CorrelationPlan Kernel, Operand Source, Operand Weight, Operand? Bias, Operand Target) : KernelStep
{
    public override IEnumerable<Operand> Operands => Bias is null ? [Source, Weight, Target] : [Source, Weight, Bias, Target];
}

internal sealed record PoolingStep(PoolingPlan Kernel, Operand Source, Operand Target) : KernelStep
{
    public override IEnumerable<Operand> Operands => [Source, Target];
}

/// <summary>The input gradient of a pooling layer: from that of its output, written over what it has read.</summary>
internal sealed record PoolingGradientStep(PoolingGradientPlan Kernel, Operand Gradient, Operand Target) : KernelStep
{
    public override IEnumerable<Operand> Operands => [Gradient, Target];
}

/// <summary>An activation applied in place.</summary>
internal sealed record ActivationStep(string Name, Activation Activation, int Lanes, int Length, Operand Target) : KernelStep
{
    public override IEnumerable<Operand> Operands => [Target];
}

/// <summary>The gradient of the last layer's output multiplied by its activation's derivative, in place.</summary>
internal sealed record OutputDerivativeStep(string Name, Activation Activation, int Lanes, int Length, Operand Output, Operand Gradient) : KernelStep
{
    public override IEnumerable<Operand> Operands => [Output, Gradient];
}

internal sealed record ConvolutionGradientStep(WeightGradientPlan Kernel, Operand Source, Operand OutputGradient, Operand Scratch, Operand Target) : KernelStep
{
    public override IEnumerable<Operand> Operands => [Source, OutputGradient, Scratch, Target];
}

internal sealed record DenseGradientStep(DenseGradientPlan Kernel, Operand Source, Operand ImageMajor, Operand OutputGradient, Operand Target) : KernelStep
{
    public override IEnumerable<Operand> Operands => [Source, ImageMajor, OutputGradient, Target];
}

internal sealed record BiasGradientStep(BiasGradientPlan Kernel, Operand OutputGradient, Operand Scratch, Operand Target) : KernelStep
{
    public override IEnumerable<Operand> Operands => [OutputGradient, Scratch, Target];
}

/// <summary>One image's activations from (pixel, channel) to (channel, pixel), as a dense layer's weights expect them.</summary>
internal sealed record ReorderStep(int Channels, int Pixels, int PixelStride, Operand Source, Operand Target) : KernelStep
{
    public override IEnumerable<Operand> Operands => [Source, Target];
}

/// <summary>Weights from (target channel, the rest) to (the rest, target channel), whose rows are padded to whole vectors.</summary>
internal sealed record PackStep(int TargetChannels, int WeightsOfChannel, int RowLength, Operand Source, Operand Target) : KernelStep
{
    public override IEnumerable<Operand> Operands => [Source, Target];
}
