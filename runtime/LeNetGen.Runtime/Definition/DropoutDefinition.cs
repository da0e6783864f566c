namespace LeNetGen;

/// <summary>Drops elements at random in training; otherwise it is not there.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">The shape of the input.</param>
/// <param name="Output">The same shape.</param>
/// <param name="Rate">The probability that an element is dropped, from 0 to below 1.</param>
public sealed record DropoutDefinition(string Name, Shape Input, Shape Output, double Rate) : LayerDefinition(Name, Input, Output)
{
    /// <inheritdoc/>
    public override string Kind => "Dropout";

    /// <summary>What the elements that are not dropped are multiplied by.</summary>
    public float Scale => (float)(1 / (1 - Rate));
}
