using System.Text;
using LeNetGen.Reporting.Drawing;
using LeNetGen.Reporting.Networks;

namespace LeNetGen.Reporting;

/// <summary>A network as a Mermaid flowchart, which GitHub draws from a block of code called "mermaid".</summary>
public static class NetworkMermaid
{
    private const string Plain = " ,.@×·÷−+%";

    // Mermaid breaks lines at 200 pixels unless told otherwise, which is not enough for "AveragePooling2D" and its numbers.
    private const string Opening = "%%{init: {\"flowchart\": {\"wrappingWidth\": 400}}}%%\nflowchart TD\n";

    /// <summary>
    /// A box for each layer, with its name, kind, details and parameters; shapes stand at the arrows to those that read it.
    /// </summary>
    /// <param name="definition">The network.</param>
    /// <returns>The flowchart; lines end in <c>\n</c>.</returns>
    public static string Of(NetworkDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var text = new StringBuilder(Opening);
        List<LayerFamily> families = [LayerFamily.Input];
        AppendNode(
            text, Id(NetworkDefinition.InputIndex), LayerFamily.Input, definition.Name, LayerDescription.DetailsOf(definition.Input));
        for (int index = 0; index < definition.Layers.Length; index++)
        {
            LayerDescription layer = LayerDescription.Of(definition, index);
            AppendNode(text, Id(index), layer.Family, layer.Name, layer.KindAndDetails, layer.Parameters);
            foreach (int input in definition.InputsOf(index))
                text.Append($"    {Id(input)} -->|\"{Escape(LayerDescription.TextOf(definition.ShapeOf(input)))}\"| {Id(index)}\n");
            families.Add(layer.Family);
        }

        AppendNode(text, "output", LayerFamily.Input, LayerDescription.TextOf(definition.Output));
        text.Append($"    {Id(definition.Layers.Length - 1)} --> output\n");
        foreach (LayerFamily family in families.Distinct())
            text.Append($"    classDef {family.Name} fill:{family.Tint},stroke:{family.Line},color:#111827\n");
        return text.ToString();
    }

    private static string Id(int layer) => layer == NetworkDefinition.InputIndex ? "input" : "layer" + Figures.Plain(layer + 1);

    private static void AppendNode(StringBuilder text, string id, LayerFamily family, string name, params ReadOnlySpan<string> lines)
    {
        text.Append($"    {id}[\"<b>{Escape(name)}</b>");
        foreach (string line in lines)
        {
            if (line.Length > 0)
                text.Append("<br/>").Append(Escape(line));
        }

        text.Append($"\"]:::{family.Name}\n");
    }

    /// <summary>
    /// Text between quotes, where Mermaid replaces numbered entities and, as Markdown, reads underscores around words as emphasis.
    /// </summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        int position = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool joinsWords = rune.Value == '_' && position > 0 && position < text.Length - 1
                && char.IsAsciiLetterOrDigit(text[position - 1]) && char.IsAsciiLetterOrDigit(text[position + 1]);
            if (joinsWords || Rune.IsLetterOrDigit(rune) || (rune.IsBmp && Plain.Contains((char)rune.Value)))
                escaped.Append(rune);
            else
                escaped.Append($"#{Figures.Plain(rune.Value)};");
            position += rune.Utf16SequenceLength;
        }

        return escaped.ToString();
    }
}
