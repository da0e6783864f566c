using System.Collections.Immutable;

namespace LeNetGen;

/// <summary>One layer of a network, with every number worked out.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">The shape of what it reads.</param>
/// <param name="Output">The shape of what it writes.</param>
public abstract record LayerDefinition(string Name, Shape Input, Shape Output)
{
    /// <summary>The kind of layer as Keras calls it, such as <c>Conv2D</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The function applied to every output element.</summary>
    public Activation Activation { get; init; }

    /// <summary>What LeakyReLU multiplies values by that are not positive; of no meaning to other activations.</summary>
    public float NegativeSlope { get; init; } = 0.2f;

    /// <summary>Where the parameters that this layer computes with start in the network's flat parameters.</summary>
    public int ParameterOffset { get; init; }

    /// <summary>
    /// The layer of the same network that owns the parameters, where a layer is called more than once: each call is a layer of the
    /// definition, and all but the first share. Null for a layer with parameters of its own, or with none.
    /// </summary>
    public string? SharesWith { get; init; }

    /// <summary>The parameter tensors that it owns, in the order in which they lie in memory; empty for a layer without.</summary>
    public ImmutableArray<ParameterDefinition> Parameters => SharesWith is null ? UsedParameters : [];

    /// <summary>The number of parameters that it owns.</summary>
    public int ParameterCount => Parameters.Sum(parameter => parameter.Length);

    /// <summary>The parameter tensors that it computes with, its own or those of the layer that it shares with.</summary>
    public virtual ImmutableArray<ParameterDefinition> UsedParameters => [];

    /// <summary>
    /// Multiply-adds of the forward pass, for one image; by the field's custom, taps that fall into the padding count too.
    /// </summary>
    public virtual long MultiplyAdds => 0;
}
