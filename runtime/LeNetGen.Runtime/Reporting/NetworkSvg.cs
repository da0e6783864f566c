using LeNetGen.Reporting.Drawing;
using LeNetGen.Reporting.Networks;

namespace LeNetGen.Reporting;

/// <summary>
/// A network as a picture: top to bottom each layer, the feature maps that it writes, drawn to scale, their shape, and what the layer
/// costs in parameters and multiply-adds. It needs no other program.
/// </summary>
public static class NetworkSvg
{
    /// <summary>Draws a network.</summary>
    /// <param name="definition">The network.</param>
    /// <returns>A complete SVG document that any browser shows.</returns>
    public static string Of(NetworkDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Draw(definition).Document();
    }

    /// <summary>The same as a picture that may become part of a page.</summary>
    internal static Picture Draw(NetworkDefinition definition)
    {
        string subtitle = $"{Figures.Count(definition.Layers.Length, "layer")} · {Figures.Count(definition.ParameterCount, "parameter")}"
            + $" · {Figures.Count(definition.MultiplyAdds, "multiply-add")} for one image";
        var drawing = new NetworkDrawing(definition);
        return new Picture(definition.Name, subtitle, drawing.Width, drawing.Height, drawing.Draw());
    }
}
