namespace LeNetGen;

/// <summary>The mean of each window, of those of its elements that are not padding, as in Keras.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class AveragePooling2DAttribute : Pooling2DAttribute
{
    /// <summary>A pooling of square windows.</summary>
    /// <param name="poolSize">Height and width of a window, in pixels.</param>
    public AveragePooling2DAttribute(int poolSize)
        : base(poolSize, poolSize)
    {
    }

    /// <summary>A pooling of rectangular windows.</summary>
    /// <param name="poolHeight">Rows of a window.</param>
    /// <param name="poolWidth">Columns of a window.</param>
    public AveragePooling2DAttribute(int poolHeight, int poolWidth)
        : base(poolHeight, poolWidth)
    {
    }

    private protected override Pooling2DDefinition Define(string name, Shape input, Shape output) =>
        new AveragePooling2DDefinition(name, input, output, PoolHeight, PoolWidth);
}
