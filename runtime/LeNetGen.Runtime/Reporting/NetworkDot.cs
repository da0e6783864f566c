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
    /// <summary>A box for each layer: its name, kind and details, the shapes that it reads and writes, and its costs.</summary>
    /// <param name="definition">The network.</param>
    /// <returns>The graph; lines end in <c>\n</c>.</returns>
    public static string Of(NetworkDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var text = new StringBuilder();
        text.Append($$"""
            digraph network {
              graph [rankdir=TB, ranksep=0.3, bgcolor="#ffffff", pad=0.2, fontname="Helvetica,Arial,sans-serif", fontsize=15, labelloc=t,
                label=<<B>{{Markup.Escape(definition.Name)}}</B><BR/>
                <FONT POINT-SIZE="11" COLOR="#6b7280">{{Totals(definition)}}</FONT><BR/> >];
              node [shape=plain, fontname="Helvetica,Arial,sans-serif", fontsize=12, fontcolor="#111827"];
              edge [color="#6b7280", arrowsize=0.7];

              input [label=<{{InputTable(definition.Input)}}>];

            """.ReplaceLineEndings("\n"));
        for (int index = 0; index < definition.Layers.Length; index++)
            text.Append($"  layer{Figures.Plain(index + 1)} [label=<{Table(LayerDescription.Of(definition.Layers[index]))}>];\n");
        text.Append("\n  input");
        for (int index = 0; index < definition.Layers.Length; index++)
            text.Append($" -> layer{Figures.Plain(index + 1)}");
        return text.Append(";\n}\n").ToString();
    }

    private static string Totals(NetworkDefinition definition) =>
        $"{Figures.Count(definition.ParameterCount, "parameter")} · {Figures.Count(definition.MultiplyAdds, "multiply-add")}";

    private static string InputTable(InputDefinition input) =>
        Opening(LayerFamily.Input) + Heading(LayerFamily.Input, "input", LayerDescription.DetailsOf(input), rows: 1)
        + ShapeCells("output", LayerDescription.TextOf(input.Shape)) + "</TR></TABLE>";

    private static string Table(LayerDescription layer)
    {
        string costs = layer.Costs.Length == 0
            ? ""
            : $"<TR><TD COLSPAN=\"3\"><FONT POINT-SIZE=\"10\" COLOR=\"#6b7280\">{Markup.Escape(layer.Costs)}</FONT></TD></TR>";
        return Opening(layer.Family) + Heading(layer.Family, layer.Name, layer.KindAndDetails, rows: 2)
            + ShapeCells("input", layer.Input) + "</TR><TR>" + ShapeCells("output", layer.Output) + "</TR>" + costs + "</TABLE>";
    }

    // What stands between < and > in DOT is XML.
    private static string Opening(LayerFamily family) =>
        $"<TABLE BORDER=\"0\" CELLBORDER=\"1\" CELLSPACING=\"0\" CELLPADDING=\"5\" COLOR=\"{family.Line}\" BGCOLOR=\"#ffffff\"><TR>";

    private static string Heading(LayerFamily family, string name, string about, int rows)
    {
        string line = about.Length == 0 ? "" : $"<BR/><FONT POINT-SIZE=\"10\" COLOR=\"#374151\">{Markup.Escape(about)}</FONT>";
        return $"<TD ROWSPAN=\"{Figures.Plain(rows)}\" WIDTH=\"190\" BGCOLOR=\"{family.Tint}\"><B>{Markup.Escape(name)}</B>{line}</TD>";
    }

    private static string ShapeCells(string what, string shape) =>
        $"<TD><FONT POINT-SIZE=\"10\" COLOR=\"#6b7280\">{what}</FONT></TD><TD WIDTH=\"80\">{Markup.Escape(shape)}</TD>";
}
