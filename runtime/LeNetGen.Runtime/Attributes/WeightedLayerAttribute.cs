namespace LeNetGen;

/// <summary>What the attributes of layers with weights share.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class WeightedLayerAttribute : LayerAttribute
{
    private protected WeightedLayerAttribute()
    {
    }

    /// <summary>The function applied to every output element; none unless declared.</summary>
    public Activation Activation { get; set; }

    /// <summary>
    /// What <see cref="Activation.LeakyReLU"/> multiplies values by that are not positive: a finite number of at least 0; 0.2 unless
    /// declared, as in Keras.
    /// </summary>
    public float NegativeSlope { get; set; } = 0.2f;

    /// <summary>What the weights are before training; unless declared, what [Network] declares for all layers.</summary>
    public Initializer KernelInitializer { get; set; }

    /// <summary>The weights' number where their initialiser is <see cref="Initializer.Constant"/>; 0 unless declared.</summary>
    public float KernelConstant { get; set; }

    /// <summary>What the biases are before training; unless declared, what [Network] declares for all layers.</summary>
    public Initializer BiasInitializer { get; set; } = Initializer.Zeros;

    /// <summary>The biases' number where their initialiser is <see cref="Initializer.Constant"/>; 0 unless declared.</summary>
    public float BiasConstant { get; set; }
}
