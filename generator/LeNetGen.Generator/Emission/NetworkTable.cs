using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Emission;

/// <summary>A network at one glance: the comment at the top of its file.</summary>
internal static class NetworkTable
{
    private const string Gap = "  ";

    /// <summary>One line for raw pixels, one a layer, aligned in columns, and the totals.</summary>
    public static IEnumerable<string> LinesOf(ShapedNetwork network)
    {
        InputDeclaration input = network.Input;
        yield return $"A raw pixel b becomes b * {Literal.Of(input.Scale)} + {Literal.Of(input.Offset)}"
            + (input.Pad == 0 ? "." : $", after {Literal.Of(input.Pad)} pixels of byte 0 are added on each side.");
        yield return "";
        foreach (string line in Aligned(RowsOf(network)))
            yield return line;
    }

    private static string[][] RowsOf(ShapedNetwork network) => network.Layers
        .Select(layer => Row(
            layer.Name,
            LayerText.OperationOf(layer) + (layer.SharesWith is null ? "" : $", weights of {layer.SharesWith}"),
            network.IsSequential ? null : $"reads {LayerText.InputsOf(layer, network)}",
            layer.Input.ToString(),
            layer.Output.ToString(),
            LayerText.ActivationOf(layer),
            layer.ParameterCount,
            layer.MultiplyAdds))
        .Append(Row(
            "total",
            "",
            network.IsSequential ? null : "",
            network.InputShape.ToString(),
            network.Output.ToString(),
            "",
            network.ParameterCount,
            network.MultiplyAdds))
        .ToArray();

    private static IEnumerable<string> Aligned(string[][] rows)
    {
        int[] widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return rows.Select(row => LineOf(row, widths));
    }

    private static string[] Row(
        string name, string operation, string? reads, string input, string output, string activation, long parameters, long multiplyAdds) =>
    [
        name,
        operation,
        .. reads is null ? Array.Empty<string>() : [reads],
        $"{input} -> {output}",
        activation,
        parameters == 0 ? "" : Literal.Grouped(parameters),
        parameters == 0 ? "" : "parameters",
        multiplyAdds == 0 ? "" : Literal.Grouped(multiplyAdds),
        multiplyAdds == 0 ? "" : "multiply-adds",
    ];

    /// <summary>The cells of a row, words to the left and numbers to the right of their columns.</summary>
    private static string LineOf(string[] cells, int[] widths) => string
        .Join(Gap, cells.Select((cell, i) => cells.Length - i is 4 or 2 ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i])))
        .Replace("  parameters", " parameters")
        .Replace("  multiply-adds", " multiply-adds")
        .TrimEnd();
}
