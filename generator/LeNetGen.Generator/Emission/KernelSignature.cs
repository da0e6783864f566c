using LeNetGen.Generator.Planning;

namespace LeNetGen.Generator.Emission;

/// <summary>
/// The parameters of a kernel, which the methods that it is made of share: as declared, passed on and explained. They are references; a
/// kernel that is called for strips of rows takes the first row as well, and the one behind the last.
/// </summary>
internal sealed class KernelSignature(KernelStep step)
{
    private readonly KernelParameter[] _parameters = [.. step.Parameters];
    private readonly bool _takesRows = step.Strips is not null;

    /// <summary>The header of the loop over the rows that the kernel is given; null where it computes all rows.</summary>
    public string? RowLoop => _takesRows ? "for (nint row = firstRow; row < endRow; row++)" : null;

    /// <summary>The first line of a method.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="last">What it takes after these, a number with its type; nothing for no such.</param>
    public string Declaration(string method, string last = "")
    {
        string rows = _takesRows ? ", nint firstRow, nint endRow" : "";
        return $"private static void {method}({Listed(parameter => "ref float " + parameter.Name)}{rows}{last})";
    }

    /// <summary>A call that passes all parameters on.</summary>
    /// <param name="method">What is called.</param>
    /// <param name="last">What it is given after these.</param>
    public string Call(string method, string last = "")
    {
        string rows = _takesRows ? ", firstRow, endRow" : "";
        return $"{method}({Listed(parameter => "ref " + parameter.Name)}{rows}{last});";
    }

    /// <summary>The references' dimensions and what else there is, a documentation line each.</summary>
    public void EmitDocumentation(SourceWriter writer)
    {
        foreach (KernelParameter parameter in _parameters)
            writer.Line($"/// <param name=\"{parameter.Name}\">{parameter.Place.Shape}</param>");
        if (!_takesRows)
            return;
        writer.Line("/// <param name=\"firstRow\">The first row to compute.</param>");
        writer.Line("/// <param name=\"endRow\">The row behind the last one.</param>");
    }

    /// <summary>The parameters' dimensions in one line of comment, for a method that is a part of a kernel.</summary>
    public void EmitComment(SourceWriter writer) => writer.Line($"// {Listed(parameter => $"{parameter.Name} {parameter.Place.Shape}")}");

    private string Listed(Func<KernelParameter, string> text) => string.Join(", ", _parameters.Select(text));
}
