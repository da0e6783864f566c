namespace LeNetGen;

/// <summary>
/// Euclidean radial basis functions: the squared distances of a vector from fixed codes of +1 and -1, which are not trained. As the
/// last layer of a network they are penalties: the class is that of the smallest.
/// </summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">The vector that it reads.</param>
/// <param name="Output">The vector that it writes.</param>
/// <param name="Codes">A row for each output, with a mark for +1 and a dot for -1.</param>
public sealed record RbfDefinition(string Name, Shape Input, Shape Output, BinaryTable Codes) : LayerDefinition(Name, Input, Output)
{
    /// <inheritdoc/>
    public override string Kind => "Rbf";

    /// <inheritdoc/>
    public override long MultiplyAdds => (long)Output.Length * Input.Length;
}
