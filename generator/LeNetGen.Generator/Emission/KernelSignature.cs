using LeNetGen.Generator.Planning;

namespace LeNetGen.Generator.Emission;

/// <summary>
/// The reference parameters of a kernel, which the methods that it is made of share: as declared, passed on and explained.
/// </summary>
internal sealed class KernelSignature(KernelStep step)
{
    private readonly KernelParameter[] _parameters = [.. step.Parameters];

    /// <summary>The first line of a method.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="last">What it takes after the references, a number with its type; nothing for no such.</param>
    public string Declaration(string method, string last = "") =>
        $"private static void {method}({Listed(parameter => "ref float " + parameter.Name)}{last})";

    /// <summary>A call that passes all parameters on.</summary>
    /// <param name="method">What is called.</param>
    /// <param name="last">What it is given after the references.</param>
    public string Call(string method, string last = "") => $"{method}({Listed(parameter => "ref " + parameter.Name)}{last});";

    /// <summary>The parameters' dimensions, a documentation line each.</summary>
    public void EmitDocumentation(SourceWriter writer)
    {
        foreach (KernelParameter parameter in _parameters)
            writer.Line($"/// <param name=\"{parameter.Name}\">{parameter.Place.Shape}</param>");
    }

    /// <summary>The parameters' dimensions in one line of comment, for a method that is a part of a kernel.</summary>
    public void EmitComment(SourceWriter writer) => writer.Line($"// {Listed(parameter => $"{parameter.Name} {parameter.Place.Shape}")}");

    private string Listed(Func<KernelParameter, string> text) => string.Join(", ", _parameters.Select(text));
}
