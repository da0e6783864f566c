using System.Collections.Immutable;

namespace LeNetGen;

/// <summary>A fully connected layer.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">The vector that it reads.</param>
/// <param name="Output">The vector that it writes.</param>
public sealed record DenseDefinition(string Name, Shape Input, Shape Output) : LayerDefinition(Name, Input, Output)
{
    /// <inheritdoc/>
    public override string Kind => "Dense";

    /// <inheritdoc/>
    public override ImmutableArray<ParameterDefinition> Parameters =>
    [
        new($"{Name}.weight", ParameterOffset, [Output.Length, Input.Length], Input.Length, Output.Length),
        new($"{Name}.bias", ParameterOffset + Output.Length * Input.Length, [Output.Length], Input.Length, Output.Length),
    ];

    /// <inheritdoc/>
    public override long MultiplyAdds => (long)Output.Length * Input.Length;
}
