namespace LeNetGen;

/// <summary>A pooling layer: each output element is made of one window of its channel, of what of it is not padding.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">(channels, height, width) of the input.</param>
/// <param name="Output">(channels, height, width) of the output.</param>
/// <param name="PoolHeight">Rows of a window.</param>
/// <param name="PoolWidth">Columns of a window.</param>
public abstract record Pooling2DDefinition(string Name, Shape Input, Shape Output, int PoolHeight, int PoolWidth)
    : LayerDefinition(Name, Input, Output)
{
    /// <summary>Input rows from one output row to the next; those of a window unless given.</summary>
    public int StrideHeight { get; init; } = PoolHeight;

    /// <summary>Input columns from one output column to the next; those of a window unless given.</summary>
    public int StrideWidth { get; init; } = PoolWidth;

    /// <summary>Rows of padding above the input.</summary>
    public int PadTop { get; init; }

    /// <summary>Columns of padding to the left of the input.</summary>
    public int PadLeft { get; init; }
}

/// <summary>Average pooling: the mean of each window's elements.</summary>
/// <inheritdoc cref="Pooling2DDefinition(string, Shape, Shape, int, int)"/>
public sealed record AveragePooling2DDefinition(string Name, Shape Input, Shape Output, int PoolHeight, int PoolWidth)
    : Pooling2DDefinition(Name, Input, Output, PoolHeight, PoolWidth)
{
    /// <inheritdoc/>
    public override string Kind => "AveragePooling2D";
}

/// <summary>Max pooling: the largest element of each window.</summary>
/// <inheritdoc cref="Pooling2DDefinition(string, Shape, Shape, int, int)"/>
public sealed record MaxPooling2DDefinition(string Name, Shape Input, Shape Output, int PoolHeight, int PoolWidth)
    : Pooling2DDefinition(Name, Input, Output, PoolHeight, PoolWidth)
{
    /// <inheritdoc/>
    public override string Kind => "MaxPooling2D";
}
