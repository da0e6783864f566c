namespace LeNetGen.Generator.Declaration;

/// <summary>An activation with the number that one of them has.</summary>
/// <param name="Kind">Which activation.</param>
/// <param name="NegativeSlope">LeakyReLU's factor of values that are not positive; 0 for every other activation.</param>
internal readonly record struct ActivationFunction(Activation Kind, float NegativeSlope = 0)
{
    public const float DefaultNegativeSlope = 0.2f;

    public static ActivationFunction None => default;

    /// <summary>Whether it is so cheap that the kernel which computes the values applies it to them.</summary>
    public bool IsFused => Kind is Activation.ReLU or Activation.LeakyReLU;

    /// <summary>Whether a loop of its own applies it, after the kernel which computes the values.</summary>
    public bool IsSeparate => Kind is Activation.Sigmoid or Activation.Tanh or Activation.ScaledTanh;

    /// <summary>Whether its derivative is a factor on the way back; softmax's is part of the loss.</summary>
    public bool HasDerivative => IsFused || IsSeparate;
}
