using System.Globalization;
using System.Text;

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
            table.AddRow($"{layer.Name} ({layer.Kind})", BatchShape(layer.Output), Grouped(layer.ParameterCount));

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Model: \"{definition.Name}\"\n");
        table.AppendTo(text);
        // Every parameter is trained, but readers of Keras' table look for the last two lines.
        string all = $"{Grouped(definition.ParameterCount)} ({MemorySize(definition.ParameterCount * (long)sizeof(float))})";
        text.Append(CultureInfo.InvariantCulture, $" Total params: {all}\n");
        text.Append(CultureInfo.InvariantCulture, $" Trainable params: {all}\n");
        text.Append(CultureInfo.InvariantCulture, $" Non-trainable params: 0 ({MemorySize(0)})\n");
        text.Append(CultureInfo.InvariantCulture, $" Multiply-adds: {Grouped(definition.MultiplyAdds)} for one image\n");
        return text.ToString();
    }

    private static string BatchShape(Shape shape) => shape.IsVector
        ? string.Create(CultureInfo.InvariantCulture, $"(None, {shape.Length})")
        : string.Create(CultureInfo.InvariantCulture, $"(None, {shape.Channels}, {shape.Height}, {shape.Width})");

    private static string Grouped(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Bytes in the largest unit that keeps them at 1 or more; a KB is 1,024 bytes, as in Keras.</summary>
    private static string MemorySize(long bytes)
    {
        ReadOnlySpan<string> units = ["B", "KB", "MB", "GB"];
        double size = bytes;
        int unit = 0;
        for (; size >= 1024 && unit < units.Length - 1; unit++)
            size /= 1024;
        return string.Create(CultureInfo.InvariantCulture, $"{size:F2} {units[unit]}");
    }
}
