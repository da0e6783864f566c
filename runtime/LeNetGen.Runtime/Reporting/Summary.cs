using System.Globalization;
using System.Text;
using LeNetGen.Reporting.Drawing;

namespace LeNetGen.Reporting;

/// <summary>The summary of a network: the table that Keras' <c>model.summary()</c> prints.</summary>
public static class Summary
{
    /// <summary>
    /// One row for each layer, with its name and kind, its output shape ("None" stands for the number of images, as in Keras; the
    /// channels come first) and its number of parameters; below, the totals.
    /// </summary>
    /// <returns>Lines for a monospaced font, each of which ends in <c>\n</c>.</returns>
    public static string Of(NetworkDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var table = new BoxTable(
            new BoxTableColumn("Layer (type)"),
            new BoxTableColumn("Output Shape"),
            new BoxTableColumn("Param #", AlignRight: true));
        foreach (LayerDefinition layer in definition.Layers)
            table.AddRow($"{layer.Name} ({layer.Kind})", BatchShape(layer.Output), Figures.Grouped(layer.ParameterCount));

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

    private static string BatchShape(Shape shape) => shape.IsVector
        ? string.Create(CultureInfo.InvariantCulture, $"(None, {shape.Length})")
        : string.Create(CultureInfo.InvariantCulture, $"(None, {shape.Channels}, {shape.Height}, {shape.Width})");
}
