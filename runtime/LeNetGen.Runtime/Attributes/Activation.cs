namespace LeNetGen;

/// <summary>The function applied to every output element of a layer.</summary>
public enum Activation
{
    /// <summary>The element itself.</summary>
    None,

    /// <summary><c>max(0, x)</c>.</summary>
    ReLU,

    /// <summary><c>x</c> where it is positive, else <c>x</c> times the layer's NegativeSlope.</summary>
    LeakyReLU,

    /// <summary><c>1 / (1 + exp(-x))</c>.</summary>
    Sigmoid,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>
    /// <c>1.7159 tanh(2x / 3)</c>, which takes 1 to 1 and -1 to -1: LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to
    /// document recognition", Proceedings of the IEEE 86(11), 1998, appendix A.
    /// </summary>
    ScaledTanh,

    /// <summary><c>exp(x[k]) / sum of exp(x[j])</c>, over the outputs of the last layer.</summary>
    Softmax,
}
