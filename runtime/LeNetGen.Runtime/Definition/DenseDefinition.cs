using System.Collections.Immutable;

namespace LeNetGen;

/// <summary>A fully connected layer.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">The vector that it reads.</param>
/// <param name="Output">The vector that it writes.</param>
public sealed record DenseDefinition(string Name, Shape Input, Shape Output) : WeightedLayerDefinition(Name, Input, Output)
{
    /// <inheritdoc/>
    public override string Kind => "Dense";

    /// <inheritdoc/>
    public override long MultiplyAdds => (long)Output.Length * Input.Length;

    private protected override ImmutableArray<int> WeightShape => [Output.Length, Input.Length];

    private protected override int FanIn => Input.Length;

    private protected override int FanOut => Output.Length;
}
