namespace LeNetGen.Generator.Declaration;

/// <summary>One layer attribute as it is written, right or wrong.</summary>
/// <param name="Name">The given name, or kind and ordinal, such as <c>Conv2D_1</c>.</param>
internal abstract record LayerDeclaration(string Name)
{
    /// <summary>Whether the name was written, so that it can be wrong.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Whether the class gains a property for the layer's parameters.</summary>
    public virtual bool HasParameters => false;

    public Activation Activation { get; init; }

    /// <summary>What is written as LeakyReLU's slope; null where nothing is.</summary>
    public float? NegativeSlope { get; init; }

    /// <summary>What is written of the weights before training.</summary>
    public InitializerDeclaration Kernel { get; init; }

    /// <summary>What is written of the biases before training.</summary>
    public InitializerDeclaration Bias { get; init; }

    public ActivationFunction Function => Activation == Activation.LeakyReLU
        ? new(Activation, NegativeSlope ?? ActivationFunction.DefaultNegativeSlope)
        : new(Activation);
}
