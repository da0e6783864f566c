namespace LeNetGen.Generator.Weights;

/// <summary>The parameters that the build has found in a file for one network.</summary>
/// <param name="Network">The full name of the network's class, as the project file says it.</param>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Tensors">Its tensors, in the order of the file.</param>
internal sealed record NetworkWeights(string Network, string File, EquatableArray<WeightTensor> Tensors)
{
    /// <summary>What the names of the functions start with that a native library exports; empty for none.</summary>
    public string Export { get; init; } = "";

    /// <summary>The tensor of a name; null where there is none.</summary>
    public WeightTensor? Find(string name) => Tensors.FirstOrDefault(tensor => tensor.Name == name);
}

/// <summary>One tensor of a weights file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its dimensions, such as <c>[6, 1, 5, 5]</c>.</param>
/// <param name="Bits">
/// The bit patterns of its elements, <see cref="DigitsOfNumber"/> hexadecimal digits each; one text, which compares fast.
/// </param>
internal sealed record WeightTensor(string Name, string Shape, string Bits)
{
    public const int DigitsOfNumber = 8;

    /// <summary>The bit pattern of an element.</summary>
    public string BitsOf(int element) => Bits.Substring(element * DigitsOfNumber, DigitsOfNumber);
}
