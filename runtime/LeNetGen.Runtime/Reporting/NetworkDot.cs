using System.Text;
using LeNetGen.Reporting.Drawing;
using LeNetGen.Reporting.Networks;

namespace LeNetGen.Reporting;

/// <summary>
/// A network in Graphviz' language, as Keras' <c>plot_model</c> with <c>show_shapes</c> draws it: <c>dot -Tsvg network.dot</c> makes a
/// picture of it.
/// </summary>
public static class NetworkDot
{
    /// <summary>
    /// A box for each layer: its name, kind and details, the shapes that it reads and writes, and its costs; and an arrow from each layer
    /// to those that read it.
    /// </summary>
    /// <param name="definition">The network.</param>
    /// <returns>The graph; lines end in <c>\n</c>.</returns>
    public static string Of(NetworkDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var text = new StringBuilder();
        text.Append($$"""
            digraph network {
              graph [rankdir=TB, ranksep=0.3, bgcolor="#ffffff", pad=0.2, fontname="Helvetica,Arial,sans-serif", fontsize=15, labelloc=t,
                label=<<B>{{Markup.Escape(definition.Name)}}</B><BR/>{{Small(Totals(definition))}}<BR/> >];
              node [shape=plain, fontname="Helvetica,Arial,sans-serif", fontsize=12, fontcolor="#111827"];
              edge [color="#6b7280", arrowsize=0.7];

              input [label=<{{InputTable(definition.Input)}}>];

            """.ReplaceLineEndings("\n"));
        for (int index = 0; index < definition.Layers.Length; index++)
            text.Append($"  {Id(index)} [label=<{Table(LayerDescription.Of(definition, index))}>];\n");
        text.Append('\n');
        AppendEdges(text, definition);
        return text.Append("}\n").ToString();
    }

    private static void AppendEdges(StringBuilder text, NetworkDefinition definition)
    {
        if (definition.IsSequential)
        {
            IEnumerable<int> chain = Enumerable.Range(NetworkDefinition.InputIndex, definition.Layers.Length + 1);
            text.Append($"  {string.Join(" -> ", chain.Select(Id))};\n");
            return;
        }

        for (int index = 0; index < definition.Layers.Length; index++)
        {
            foreach (int input in definition.InputsOf(index))
                text.Append($"  {Id(input)} -> {Id(index)};\n");
        }
    }

    private static string Id(int layer) => layer == NetworkDefinition.InputIndex ? "input" : "layer" + Figures.Plain(layer + 1);

    private static string Totals(NetworkDefinition definition) =>
        $"{Figures.Count(definition.ParameterCount, "parameter")} · {Figures.Count(definition.MultiplyAdds, "multiply-add")}";

    private static string InputTable(InputDefinition input) => Table(
        LayerFamily.Input,
        "<TR>" + Heading(LayerFamily.Input, "input", LayerDescription.DetailsOf(input), rows: 1),
        ShapeCells("output", LayerDescription.TextOf(input.Shape)) + "</TR>");

    private static string Table(LayerDescription layer) => Table(
        layer.Family,
        "<TR>" + Heading(layer.Family, layer.Name, layer.KindAndDetails, rows: 2),
        ShapeCells("input", layer.Input) + "</TR>",
        "<TR>" + ShapeCells("output", layer.Output) + "</TR>",
        layer.Costs.Length == 0 ? "" : $"<TR><TD COLSPAN=\"3\">{Small(layer.Costs)}</TD></TR>");

    /// <summary>What stands between the angle brackets of a label is XML, where spaces between cells do not count.</summary>
    private static string Table(LayerFamily family, params IEnumerable<string> lines) =>
        $"\n    <TABLE BORDER=\"0\" CELLBORDER=\"1\" CELLSPACING=\"0\" CELLPADDING=\"5\" COLOR=\"{family.Line}\" BGCOLOR=\"#ffffff\">\n"
        + string.Concat(lines.Where(line => line.Length > 0).Select(line => $"      {line}\n")) + "    </TABLE>";

    private static string Heading(LayerFamily family, string name, string about, int rows)
    {
        string line = about.Length == 0 ? "" : $"<BR/>{Small(about)}";
        return $"<TD ROWSPAN=\"{Figures.Plain(rows)}\" WIDTH=\"190\" BGCOLOR=\"{family.Tint}\"><B>{Markup.Escape(name)}</B>{line}</TD>";
    }

    private static string ShapeCells(string what, string shape) =>
        $"<TD>{Small(what)}</TD><TD WIDTH=\"80\">{Markup.Escape(shape)}</TD>";

    private static string Small(string text) => $"<FONT POINT-SIZE=\"10\" COLOR=\"#4b5563\">{Markup.Escape(text)}</FONT>";
}
