namespace LeNetGen;

/// <summary>The largest element of each window.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class MaxPooling2DAttribute : Pooling2DAttribute
{
    /// <summary>A pooling of square windows.</summary>
    /// <param name="poolSize">Height and width of a window, in pixels.</param>
    public MaxPooling2DAttribute(int poolSize)
        : base(poolSize, poolSize)
    {
    }

    /// <summary>A pooling of rectangular windows.</summary>
    /// <param name="poolHeight">Rows of a window.</param>
    /// <param name="poolWidth">Columns of a window.</param>
    public MaxPooling2DAttribute(int poolHeight, int poolWidth)
        : base(poolHeight, poolWidth)
    {
    }

    private protected override Pooling2DDefinition Define(string name, Shape input, Shape output) =>
        new MaxPooling2DDefinition(name, input, output, PoolHeight, PoolWidth);
}
