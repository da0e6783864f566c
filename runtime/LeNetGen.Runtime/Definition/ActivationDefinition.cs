namespace LeNetGen;

/// <summary>An activation function by itself, where it is not part of the layer before it.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">The shape of the input.</param>
/// <param name="Output">The same shape.</param>
public sealed record ActivationDefinition(string Name, Shape Input, Shape Output) : LayerDefinition(Name, Input, Output)
{
    /// <summary>The activation's name, such as <c>ReLU</c>.</summary>
    public override string Kind => Activation.ToString();
}
