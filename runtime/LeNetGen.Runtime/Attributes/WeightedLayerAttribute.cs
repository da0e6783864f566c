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
}
