using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>One call in a pass over the network.</summary>
/// <param name="Layer">The layer that the call is part of; null for the copy to the caller's output.</param>
internal abstract record KernelStep(ShapedLayer? Layer)
{
    /// <summary>The method that is called.</summary>
    public abstract string Method { get; }

    /// <summary>The method's reference parameters, in order, and the places that they are given.</summary>
    public abstract IEnumerable<KernelParameter> Parameters { get; }

    /// <summary>The strips of rows for each of which it is called; null where one call computes all rows.</summary>
    public RowStrips? Strips { get; init; }

    /// <summary>Whether it computes a layer, alone or with others.</summary>
    public virtual bool Computes(ShapedLayer layer) => Layer?.Name == layer.Name;

    /// <summary>Whether it is called once for all images of a chunk, and not for every block.</summary>
    public virtual bool IsOfChunk => false;

    /// <summary>Whether it takes all slices of a block at once.</summary>
    public virtual bool IsOfBlock => false;

    /// <summary>Whether it is called for every slice of a block.</summary>
    public bool IsOfSlice => !IsOfBlock && Parameters.Any(parameter => parameter.Place.SliceStride > 0);
}

/// <summary>A reference parameter of a kernel.</summary>
/// <param name="Name">Its name in the emitted method.</param>
/// <param name="Place">What it refers to.</param>
internal readonly record struct KernelParameter(string Name, Operand Place);

internal sealed record CorrelationStep(
    ShapedLayer Layer, CorrelationPlan Kernel, Operand Source, Operand Weight, Operand? Bias, Operand Target) : KernelStep(Layer)
{
    /// <summary>On the way back, the shares of layers further on, which are added; null where this one's is the first.</summary>
    public Operand? Shares { get; init; }

    /// <summary>The pooling that the kernel does as well; else null.</summary>
    public ShapedPooling? Pooling { get; init; }

    /// <summary>The values whose gradient is computed, where that needs them; else null.</summary>
    public Operand? Own { get; init; }

    public override bool Computes(ShapedLayer layer) => base.Computes(layer) || Pooling?.Name == layer.Name;

    public override bool IsOfBlock => Kernel.TakesAllSlices;

    public override string Method => Kernel.Name;

    public override IEnumerable<KernelParameter> Parameters
    {
        get
        {
            yield return new(Kernel.SourceBuffer, Source);
            yield return new("weight", Weight);
            if (Bias is not null)
                yield return new("bias", Bias);
            if (Shares is not null)
                yield return new("shares", Shares);
            if (Own is not null)
                yield return new("own", Own);
            yield return new(Kernel.TargetBuffer, Target);
        }
    }
}

internal sealed record PoolingStep(ShapedLayer Layer, PoolingPlan Kernel, Operand Source, Operand Target) : KernelStep(Layer)
{
    public override string Method => Kernel.Name;

    public override IEnumerable<KernelParameter> Parameters => [new("x", Source), new("y", Target)];
}

/// <summary>The input gradient of a pooling layer: from that of its output, written over what it has read.</summary>
internal sealed record PoolingGradientStep(ShapedLayer Layer, PoolingGradientPlan Kernel, Operand OutputGradient, Operand Target)
    : KernelStep(Layer)
{
    public override string Method => Kernel.Name;

    public override IEnumerable<KernelParameter> Parameters => [new("dz", OutputGradient), new("dx", Target)];
}

/// <summary>The elements that the windows of a max pooling chose.</summary>
internal sealed record PoolingChoiceStep(ShapedLayer Layer, PoolingChoicePlan Kernel, Operand Source, Operand Choice) : KernelStep(Layer)
{
    public override string Method => Kernel.Name;

    public override IEnumerable<KernelParameter> Parameters => [new("x", Source), new("choice", Choice)];
}

/// <summary>The input gradient of a pooling layer whose windows overlap; a max pooling's needs their choices.</summary>
internal sealed record PoolingGatherStep(
    ShapedLayer Layer, PoolingGatherPlan Kernel, Operand OutputGradient, Operand? Choice, Operand Target) : KernelStep(Layer)
{
    public override string Method => Kernel.Name;

    public override IEnumerable<KernelParameter> Parameters => Choice is null
        ? [new("dz", OutputGradient), new("dx", Target)]
        : [new("dz", OutputGradient), new("choice", Choice), new("dx", Target)];
}

/// <summary>Dropout in training, by a function of the runtime's <c>DropoutMask</c>, which draws the mask.</summary>
internal sealed record DropoutStep(ShapedDropout Dropout, int Lanes, Operand Source, Operand Mask, Operand Target) : KernelStep(Dropout)
{
    public override string Method => "DropoutMask.Apply";

    public override IEnumerable<KernelParameter> Parameters => [new("x", Source), new("mask", Mask), new("y", Target)];
}

/// <summary>A layer's activation applied in place.</summary>
internal sealed record ActivationStep(
    ShapedLayer Layer, string Name, ActivationFunction Activation, int Lanes, int Length, Operand Target) : KernelStep(Layer)
{
    public override string Method => Name;

    public override IEnumerable<KernelParameter> Parameters => [new("y", Target)];
}

/// <summary>The gradient of the last layer's output multiplied by its activation's derivative, in place.</summary>
internal sealed record OutputDerivativeStep(
    ShapedLayer Layer, string Name, ActivationFunction Activation, int Lanes, int Length, Operand Output, Operand Gradient)
    : KernelStep(Layer)
{
    public override string Method => Name;

    public override IEnumerable<KernelParameter> Parameters => [new("output", Output), new("gradient", Gradient)];
}

internal sealed record ConvolutionGradientStep(
    ShapedLayer Layer, WeightGradientPlan Kernel, Operand Source, Operand OutputGradient, Operand Scratch, Operand Target)
    : KernelStep(Layer)
{
    public override string Method => Kernel.Name;

    public override IEnumerable<KernelParameter> Parameters =>
        [new("x", Source), new("dz", OutputGradient), new("scratch", Scratch), new("gradient", Target)];

    public override bool IsOfBlock => true;
}

internal sealed record DenseGradientStep(
    ShapedLayer Layer, DenseGradientPlan Kernel, Operand ImageMajor, Operand OutputGradient, Operand Target) : KernelStep(Layer)
{
    public override string Method => Kernel.Name;

    public override IEnumerable<KernelParameter> Parameters =>
        [new("x", ImageMajor), new("dz", OutputGradient), new("gradient", Target)];

    public override bool IsOfChunk => Kernel.IsOfChunk;
}

/// <summary>The gradient of a layer's biases. A single pixel needs no sum over pixels, and so no scratch.</summary>
internal sealed record BiasGradientStep(
    ShapedLayer Layer, BiasGradientPlan Kernel, Operand OutputGradient, Operand? Scratch, Operand Target) : KernelStep(Layer)
{
    public override string Method => Kernel.Name;

    public override IEnumerable<KernelParameter> Parameters => Scratch is null
        ? [new("dz", OutputGradient), new("gradient", Target)]
        : [new("dz", OutputGradient), new("scratch", Scratch), new("gradient", Target)];

    public override bool IsOfBlock => true;
}
