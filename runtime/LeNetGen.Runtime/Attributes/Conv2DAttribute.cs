namespace LeNetGen;

/// <summary>
/// A two-dimensional convolution with bias (in fact a cross-correlation, as everywhere in the field). Its stride is 1 unless declared;
/// padding is zeros.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class Conv2DAttribute : WindowAttribute
{
    private Initializer? _kernelInitializer;
    private Initializer? _biasInitializer;

    /// <summary>A convolution with a square kernel.</summary>
    /// <param name="filters">The number of output channels.</param>
    /// <param name="kernelSize">Height and width of the kernel, in pixels.</param>
    public Conv2DAttribute(int filters, int kernelSize)
        : this(filters, kernelSize, kernelSize)
    {
    }

    /// <summary>A convolution with a rectangular kernel.</summary>
    /// <param name="filters">The number of output channels.</param>
    /// <param name="kernelHeight">Rows of the kernel.</param>
    /// <param name="kernelWidth">Columns of the kernel.</param>
    public Conv2DAttribute(int filters, int kernelHeight, int kernelWidth)
        : base(1, 1) => (Filters, KernelHeight, KernelWidth) = (filters, kernelHeight, kernelWidth);

    /// <summary>The number of output channels.</summary>
    public int Filters { get; }

    /// <summary>Rows of the kernel.</summary>
    public int KernelHeight { get; }

    /// <summary>Columns of the kernel.</summary>
    public int KernelWidth { get; }

    /// <inheritdoc cref="DenseAttribute.Activation"/>
    public Activation Activation { get; set; }

    /// <inheritdoc cref="DenseAttribute.NegativeSlope"/>
    public float NegativeSlope { get; set; } = 0.2f;

    /// <inheritdoc cref="DenseAttribute.KernelInitializer"/>
    public Initializer KernelInitializer
    {
        get => _kernelInitializer ?? Initializer.GlorotUniform;
        set => _kernelInitializer = value;
    }

    /// <inheritdoc cref="DenseAttribute.KernelConstant"/>
    public float KernelConstant { get; set; }

    /// <inheritdoc cref="DenseAttribute.BiasInitializer"/>
    public Initializer BiasInitializer
    {
        get => _biasInitializer ?? Initializer.Zeros;
        set => _biasInitializer = value;
    }

    /// <inheritdoc cref="DenseAttribute.BiasConstant"/>
    public float BiasConstant { get; set; }

    /// <inheritdoc cref="DenseAttribute.Unroll"/>
    public Unroll Unroll { get; set; }

    private DeclaredWeights Weights =>
        new(Activation, NegativeSlope, _kernelInitializer, KernelConstant, _biasInitializer, BiasConstant);

    /// <inheritdoc/>
    internal override LayerDefinition Define(string name, Shape input, NetworkAttribute network)
    {
        Declared.RequirePositive(name, nameof(Filters), Filters);
        (Windows rows, Windows columns) = WindowsOver(name, input, KernelHeight, KernelWidth);
        if (Activation == Activation.Softmax)
            throw new ArgumentException($"Layer '{name}': softmax is taken of a vector, not of the images of a convolution.");
        var output = new Shape(Filters, rows.Count, columns.Count);
        return Weights.Of(
            new Conv2DDefinition(
                name, input, output, KernelHeight, KernelWidth, StrideHeight, StrideWidth, rows.PadBefore, columns.PadBefore),
            network);
    }
}
