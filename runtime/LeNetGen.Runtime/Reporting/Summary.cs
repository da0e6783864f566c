using System.Globalization;
using System.Text;
using LeNetGen.Reporting.Drawing;
using LeNetGen.Reporting.Networks;

namespace LeNetGen.Reporting;

/// <summary>The summary of a network: the table that Keras' <c>model.summary()</c> prints.</summary>
public static class Summary
{
    /// <summary>
    /// One row for each layer, with its name and kind, its output shape ("None" stands for the number of images, as in Keras; the
    /// channels come first) and its number of parameters; below, the totals. Of a network that is more than one layer after the other,
    /// there is a row for the input too, and a column that says which layers each one reads. A layer that uses another's parameters has
    /// none of its own.
    /// </summary>
    /// <returns>Lines for a monospaced font, each of which ends in <c>\n</c>.</returns>
    public static string Of(NetworkDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        BoxTableColumn[] columns = [new("Layer (type)"), new("Output Shape"), new("Param #", AlignRight: true)];
        var table = new BoxTable(definition.IsSequential ? columns : [.. columns, new BoxTableColumn("Connected to")]);
        if (!definition.IsSequential)
            table.AddRow($"{LayerDescription.InputName} (InputLayer)", BatchShape(definition.Input.Shape), "0", "-");
        for (int index = 0; index < definition.Layers.Length; index++)
            table.AddRow([.. Cells(definition, index)]);

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Model: \"{definition.Name}\"\n");
        table.AppendTo(text);
        // Every parameter is trained, but readers of Keras' table look for the last two lines.
        string size = Figures.MemorySize(definition.ParameterCount * (long)sizeof(float));
        string all = $"{Figures.Grouped(definition.ParameterCount)} ({size})";
        text.Append(CultureInfo.InvariantCulture, $" Total params: {all}\n");
        text.Append(CultureInfo.InvariantCulture, $" Trainable params: {all}\n");
        text.Append(CultureInfo.InvariantCulture, $" Non-trainable params: 0 ({Figures.MemorySize(0)})\n");
        text.Append(CultureInfo.InvariantCulture, $" Multiply-adds: {Figures.Grouped(definition.MultiplyAdds)} for one image\n");
        return text.ToString();
    }

    private static IEnumerable<string> Cells(NetworkDefinition definition, int index)
    {
        LayerDefinition layer = definition.Layers[index];
        yield return layer.SharesWith is { } owner ? $"{layer.Name} ({layer.Kind}, shares {owner})" : $"{layer.Name} ({layer.Kind})";
        yield return BatchShape(layer.Output);
        yield return Figures.Grouped(layer.ParameterCount);
        if (!definition.IsSequential)
            yield return string.Join(", ", definition.InputsOf(index).Select(input => LayerDescription.NameOf(definition, input)));
    }

    private static string BatchShape(Shape shape) => shape.IsVector
        ? string.Create(CultureInfo.InvariantCulture, $"(None, {shape.Length})")
        : string.Create(CultureInfo.InvariantCulture, $"(None, {shape.Channels}, {shape.Height}, {shape.Width})");
}
