using LeNetGen.Generator.Planning;

namespace LeNetGen.Generator.Emission;

/// <summary>
/// The reference parameters of a kernel, which the methods that it is made of share: as declared, passed on and explained.
/// </summary>
internal sealed class KernelSignature(KernelStep step)
{
    private readonly KernelParameter[] _parameters = [.. step.Parameters];

    /// <summary>The first line of a method.</summary>
    public string Declaration(string method) => $"private static void {method}({Listed(parameter => "ref float " + parameter.Name)})";

    /// <summary>A call that passes all parameters on.</summary>
    public string Call(string method) => $"{method}({Listed(parameter => "ref " + parameter.Name)});";

    /// <summary>A call that passes all parameters on, those with the images of a block in lanes from <paramref name="lane"/> on.</summary>
    public string CallFromLane(string method, string lane)
    {
        string Argument(KernelParameter parameter) =>
            VectorDialect.Reference(parameter.Name, parameter.Place.Memory == Memory.Workspace ? lane : "0");
        return $"{method}({Listed(Argument)});";
    }

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
