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

    /// <summary><c>exp(x[k]) / sum of exp(x[j])</c>, over the outputs of the last layer.</summary>
    Softmax,
}
