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

    /// <summary>
    /// Which filter reads which input channel: a string for each input channel, with a character for each filter, <c>X</c> where they are
    /// connected and <c>.</c> where they are not; blanks do not count. Unless declared, every filter reads all channels. A kernel that is
    /// not there has no parameters and costs nothing.
    /// </summary>
    /// <remarks>
    /// Table I of LeCun et al. 1998 is written so, row for row. The code goes through a list of each filter's channels, whatever
    /// <see cref="Unroll"/> says.
    /// </remarks>
    public string[]? Connections { get; set; }

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
        BinaryTable? connections = Connections is null ? null : ConnectionsOf(name, input, Connections);
        return Weights.Of(
            new Conv2DDefinition(
                name, input, output, KernelHeight, KernelWidth, StrideHeight, StrideWidth, rows.PadBefore, columns.PadBefore)
            {
                Connections = connections,
            },
            network);
    }

    private BinaryTable ConnectionsOf(string name, Shape input, string[] rows)
    {
        var table = new BinaryTable(rows);
        if (table.Rows != input.Channels || table.Columns != Filters)
        {
            throw new ArgumentException(
                $"Layer '{name}': {nameof(Connections)} is a table of {table.Rows} rows and {table.Columns} columns, but there are "
                + $"{input.Channels} input channels and {Filters} filters.");
        }

        for (int filter = 0; filter < Filters; filter++)
        {
            if (!Enumerable.Range(0, table.Rows).Any(channel => table[channel, filter]))
                throw new ArgumentException($"Layer '{name}': filter {filter} is connected to no input channel.");
        }

        return table;
    }
}
