namespace LeNetGen;

/// <summary>
/// Euclidean radial basis functions with fixed codes: output <c>i</c> is <c>sum of (x[j] - code[i][j])^2</c>, the codes being +1 and -1. As
/// the last layer of a network its outputs are penalties, of which the smallest says the class: LeCun, Bottou, Bengio and Haffner,
/// "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86(11), 1998, equation 7.
/// </summary>
/// <param name="codes">
/// A code for each output: a character for each input, <c>X</c> for +1 and <c>.</c> for -1; white space does not count, so that a code can
/// be a drawing.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class RbfAttribute(params string[] codes) : LayerAttribute
{
    /// <summary>The codes, one for each output.</summary>
    public string[] Codes { get; } = codes;

    /// <inheritdoc/>
    internal override LayerDefinition Define(string name, Shape input, NetworkAttribute network)
    {
        if (!input.IsVector)
            throw new ArgumentException($"Layer '{name}': radial basis functions read a vector, not {input}; call Flatten before them.");
        var table = new BinaryTable(Codes);
        if (table.Columns != input.Length)
            throw new ArgumentException($"Layer '{name}': its codes have {table.Columns} elements, but it reads {input.Length}.");
        return new RbfDefinition(name, input, new Shape(table.Rows), table);
    }
}
