namespace LeNetGen.Reporting.Drawing;

/// <summary>Writes SVG.</summary>
internal sealed class SvgWriter : MarkupWriter
{
    /// <summary>A small image, stretched over a rectangle without smoothing.</summary>
    public void Image(RasterImage image, double x, double y, double width, double height) => Element(
        "image", ("class", "pixels"), ("x", x), ("y", y), ("width", width), ("height", height), ("preserveAspectRatio", "none"),
        ("href", image.DataUri()));

    /// <summary>Opens a group at a place of its own, with a text that a browser shows where the pointer rests on it.</summary>
    public void OpenAt(double x, double y, string tip)
    {
        Open("g", ("transform", $"translate({Coordinate(x)} {Coordinate(y)})"));
        Text("title", tip);
    }
}
