namespace LeNetGen.Generator.Declaration;

/// <summary>The runtime's enumeration of the same name, value for value.</summary>
internal enum Activation
{
    None,
    ReLU,
    LeakyReLU,
    Sigmoid,
    Tanh,
    ScaledTanh,
    Softmax,
}
