namespace LeNetGen;

/// <summary>A fully connected layer with bias.</summary>
/// <param name="units">The number of outputs.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class DenseAttribute(int units) : LayerAttribute
{
    private Initializer? _kernelInitializer;
    private Initializer? _biasInitializer;

    /// <summary>The number of outputs.</summary>
    public int Units { get; } = units;

    /// <summary>The function applied to every output element; none unless declared.</summary>
    public Activation Activation { get; set; }

    /// <summary>
    /// What <see cref="Activation.LeakyReLU"/> multiplies values by that are not positive: a finite number of at least 0; 0.2 unless
    /// declared, as in Keras.
    /// </summary>
    public float NegativeSlope { get; set; } = 0.2f;

    /// <summary>What the weights are before training; unless declared, what [Network] declares for all layers.</summary>
    public Initializer KernelInitializer
    {
        get => _kernelInitializer ?? Initializer.GlorotUniform;
        set => _kernelInitializer = value;
    }

    /// <summary>The weights' number where their initialiser is <see cref="Initializer.Constant"/>; 0 unless declared.</summary>
    public float KernelConstant { get; set; }

    /// <summary>What the biases are before training; unless declared, what [Network] declares for all layers.</summary>
    public Initializer BiasInitializer
    {
        get => _biasInitializer ?? Initializer.Zeros;
        set => _biasInitializer = value;
    }

    /// <summary>The biases' number where their initialiser is <see cref="Initializer.Constant"/>; 0 unless declared.</summary>
    public float BiasConstant { get; set; }

    /// <summary>How much of the layer's code has no loops.</summary>
    public Unroll Unroll { get; set; }

    private DeclaredWeights Weights =>
        new(Activation, NegativeSlope, _kernelInitializer, KernelConstant, _biasInitializer, BiasConstant);

    /// <inheritdoc/>
    internal override LayerDefinition Define(string name, Shape input, NetworkAttribute network)
    {
        Declared.RequirePositive(name, nameof(Units), Units);
        if (!input.IsVector)
            throw new ArgumentException($"Layer '{name}': a dense layer reads a vector, not {input}; call Flatten before it.");
        return Weights.Of(new DenseDefinition(name, input, new Shape(Units)), network);
    }
}
