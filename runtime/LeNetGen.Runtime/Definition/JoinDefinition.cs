namespace LeNetGen;

/// <summary>A layer that reads several others; <see cref="NetworkDefinition.InputsOf"/> says which.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">The shape of the first layer that it reads.</param>
/// <param name="Output">The shape of what it writes.</param>
public abstract record JoinDefinition(string Name, Shape Input, Shape Output) : LayerDefinition(Name, Input, Output);

/// <summary>The sum of two tensors of the same shape, element by element.</summary>
/// <inheritdoc cref="JoinDefinition(string, Shape, Shape)"/>
public sealed record AddDefinition(string Name, Shape Input, Shape Output) : JoinDefinition(Name, Input, Output)
{
    /// <inheritdoc/>
    public override string Kind => "Add";
}

/// <summary>The product of two tensors of the same shape, element by element.</summary>
/// <inheritdoc cref="JoinDefinition(string, Shape, Shape)"/>
public sealed record MultiplyDefinition(string Name, Shape Input, Shape Output) : JoinDefinition(Name, Input, Output)
{
    /// <inheritdoc/>
    public override string Kind => "Multiply";
}

/// <summary>Images of the same height and width one channel after the other, or vectors one after the other.</summary>
/// <inheritdoc cref="JoinDefinition(string, Shape, Shape)"/>
public sealed record ConcatenateDefinition(string Name, Shape Input, Shape Output) : JoinDefinition(Name, Input, Output)
{
    /// <inheritdoc/>
    public override string Kind => "Concatenate";
}
