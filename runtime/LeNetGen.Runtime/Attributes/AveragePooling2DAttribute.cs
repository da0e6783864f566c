namespace LeNetGen;

/// <summary>The mean of each window; windows do not overlap, and rows or columns left over are dropped.</summary>
/// <param name="poolSize">Height and width of the window, and the step between windows, in pixels.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AveragePooling2DAttribute(int poolSize) : LayerAttribute
{
    /// <summary>Height and width of the window.</summary>
    public int PoolSize { get; } = poolSize;
}
