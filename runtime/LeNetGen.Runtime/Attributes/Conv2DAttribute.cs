namespace LeNetGen;

/// <summary>A two-dimensional convolution with bias (in fact a cross-correlation, as everywhere in the field).</summary>
/// <param name="filters">The number of output channels.</param>
/// <param name="kernelSize">Height and width of the kernel, in pixels.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class Conv2DAttribute(int filters, int kernelSize) : WeightedLayerAttribute
{
    /// <summary>The number of output channels.</summary>
    public int Filters { get; } = filters;

    /// <summary>Height and width of the kernel.</summary>
    public int KernelSize { get; } = kernelSize;

    /// <summary>The step between neighbouring output pixels, in both directions; 1 unless declared.</summary>
    public int Strides { get; set; } = 1;

    /// <summary>What happens at the border; <see cref="Padding.Valid"/> unless declared.</summary>
    public Padding Padding { get; set; }
}
