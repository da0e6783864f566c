namespace LeNetGen.Generator.Declaration;

/// <summary>One layer as it is written, right or wrong: an attribute of the class, or a call in Forward.</summary>
/// <param name="Name">The given name, or kind and ordinal, such as <c>Conv2D_1</c>.</param>
internal abstract record LayerDeclaration(string Name)
{
    /// <summary>
    /// What the layer reads, by the indices of layers in the order of its operands; <see cref="Shapes.ShapedNetwork.InputIndex"/> is the
    /// network's input.
    /// </summary>
    public EquatableArray<int> Inputs { get; init; }

    /// <summary>The method that declares a layer; null for an attribute of the class, a function or an operator.</summary>
    public string? Method { get; init; }

    /// <summary>The index of the first call of the same method; null for that call itself, and for what is no method.</summary>
    public int? FirstCall { get; init; }

    /// <summary>The index of the layer whose parameters it computes with; null where it has its own, or none.</summary>
    public int? SharesWith => HasParameters ? FirstCall : null;

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

    /// <summary>How much of the layer's code is to have no loops.</summary>
    public Unroll Unroll { get; init; }

    public ActivationFunction Function => Activation == Activation.LeakyReLU
        ? new(Activation, NegativeSlope ?? ActivationFunction.DefaultNegativeSlope)
        : new(Activation);
}
