using System.Text.RegularExpressions;

namespace LeNetGen.Execution.Tests.Mutations;

/// <summary>One method of an emitted kernels class: a pass over the network, a kernel, or a part of a kernel.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Lines">Its text from the signature to the closing brace; a statement is a line.</param>
internal sealed partial record EmittedMethod(string Name, IReadOnlyList<string> Lines)
{
    /// <summary>The kind of layer and what is computed of it, such as <c>Conv2D_InputGradient</c>.</summary>
    public string Kind => LayerNumber().Replace(Part().Replace(Name, ""), "_");

    /// <summary>Finds the methods of a kernels class.</summary>
    public static IEnumerable<EmittedMethod> In(string text)
    {
        string[] lines = text.Split('\n');
        for (int start = 0; start < lines.Length; start++)
        {
            if (Signature().Match(lines[start]) is not { Success: true } signature)
                continue;
            int end = Array.IndexOf(lines, signature.Groups["indent"].Value + "}", start);
            yield return new EmittedMethod(signature.Groups["name"].Value, lines[start..(end + 1)]);
        }
    }

    /// <summary>Whether the method calls another one.</summary>
    public bool Calls(EmittedMethod other) => Lines.Skip(1).Any(line => Regex.IsMatch(line, $@"\b{other.Name}\("));

    [GeneratedRegex(@"^(?<indent> *)(?:private static|public override) void (?<name>\w+)\(")]
    private static partial Regex Signature();

    [GeneratedRegex("_(?:Columns|Slices|Tiles|Inputs|KernelColumns)(?:[0-9]+(?:To[0-9]+)?)?(?:_Rest|_Singles)?$")]
    private static partial Regex Part();

    [GeneratedRegex("_[0-9]+_")]
    private static partial Regex LayerNumber();
}
