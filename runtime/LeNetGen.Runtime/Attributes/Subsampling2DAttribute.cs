namespace LeNetGen;

/// <summary>
/// Trainable subsampling: the sum of each window's elements is multiplied by a coefficient and added to a bias, of which every channel
/// has its own; then comes the activation. Unless strides are declared, windows lie side by side; elements in the padding take no part.
/// LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86(11), 1998,
/// section II-B.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class Subsampling2DAttribute : WindowAttribute
{
    private Initializer? _kernelInitializer;
    private Initializer? _biasInitializer;

    /// <summary>A subsampling of square windows.</summary>
    /// <param name="poolSize">Height and width of a window, in pixels.</param>
    public Subsampling2DAttribute(int poolSize)
        : this(poolSize, poolSize)
    {
    }

    /// <summary>A subsampling of rectangular windows.</summary>
    /// <param name="poolHeight">Rows of a window.</param>
    /// <param name="poolWidth">Columns of a window.</param>
    public Subsampling2DAttribute(int poolHeight, int poolWidth)
        : base(poolHeight, poolWidth) => (PoolHeight, PoolWidth) = (poolHeight, poolWidth);

    /// <summary>Rows of a window.</summary>
    public int PoolHeight { get; }

    /// <summary>Columns of a window.</summary>
    public int PoolWidth { get; }

    /// <inheritdoc cref="DenseAttribute.Activation"/>
    public Activation Activation { get; set; }

    /// <inheritdoc cref="DenseAttribute.NegativeSlope"/>
    public float NegativeSlope { get; set; } = 0.2f;

    /// <summary>
    /// What the coefficients are before training; unless declared, what [Network] declares for all layers. Their fan in is the number of a
    /// window's elements.
    /// </summary>
    public Initializer KernelInitializer
    {
        get => _kernelInitializer ?? Initializer.GlorotUniform;
        set => _kernelInitializer = value;
    }

    /// <summary>The coefficients' number where their initialiser is <see cref="Initializer.Constant"/>; 0 unless declared.</summary>
    public float KernelConstant { get; set; }

    /// <inheritdoc cref="DenseAttribute.BiasInitializer"/>
    public Initializer BiasInitializer
    {
        get => _biasInitializer ?? Initializer.Zeros;
        set => _biasInitializer = value;
    }

    /// <inheritdoc cref="DenseAttribute.BiasConstant"/>
    public float BiasConstant { get; set; }

    private DeclaredWeights Weights =>
        new(Activation, NegativeSlope, _kernelInitializer, KernelConstant, _biasInitializer, BiasConstant);

    /// <inheritdoc/>
    internal override LayerDefinition Define(string name, Shape input, NetworkAttribute network)
    {
        (Windows rows, Windows columns) = PoolsOver(name, input, PoolHeight, PoolWidth);
        if (Activation == Activation.Softmax)
            throw new ArgumentException($"Layer '{name}': softmax is taken of a vector, not of the images of a subsampling.");
        var output = new Shape(input.Channels, rows.Count, columns.Count);
        return Weights.Of(
            new Subsampling2DDefinition(
                name, input, output, PoolHeight, PoolWidth, StrideHeight, StrideWidth, rows.PadBefore, columns.PadBefore),
            network);
    }
}
