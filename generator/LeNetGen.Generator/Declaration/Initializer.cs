namespace LeNetGen.Generator.Declaration;

/// <summary>The runtime's enumeration of the same name, value for value.</summary>
internal enum Initializer
{
    GlorotUniform,
    GlorotNormal,
    HeUniform,
    HeNormal,
    PyTorchUniform,
    LeCun98Uniform,
    Zeros,
    Constant,
}
