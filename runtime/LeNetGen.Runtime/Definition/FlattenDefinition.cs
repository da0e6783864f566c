namespace LeNetGen;

/// <summary>Turns (channels, height, width) into a vector.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">The shape of the input.</param>
/// <param name="Output">The vector's shape.</param>
public sealed record FlattenDefinition(string Name, Shape Input, Shape Output) : LayerDefinition(Name, Input, Output)
{
    /// <inheritdoc/>
    public override string Kind => "Flatten";
}
