namespace LeNetGen.Reporting.Drawing;

/// <summary>A finished drawing. Its own part starts at the height 0; in a file of its own its title lies above that.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Subtitle">A line about it; empty where there is none.</param>
/// <param name="Width">The width, in pixels.</param>
/// <param name="Height">The height below the title, in pixels.</param>
/// <param name="Drawing">The drawing's elements.</param>
internal sealed record Picture(string Title, string Subtitle, double Width, double Height, SvgWriter Drawing)
{
    private const double TitleHeight = 52;
    private const double SubtitleHeight = 24;
    private const double TitleBaseline = 38;
    private const double TitleSize = 19;
    private const double SubtitleSize = 13;

    /// <summary>The picture as a complete SVG document, with its title and its style sheet.</summary>
    public string Document()
    {
        double top = Subtitle.Length == 0 ? -TitleHeight : -TitleHeight - SubtitleHeight;
        var svg = new SvgWriter();
        svg.Open(
            "svg", ("xmlns", "http://www.w3.org/2000/svg"), ("width", Width), ("height", Height - top),
            ("viewBox", ViewBox(0, top, Width, Height - top)), ("role", "img"));
        svg.Text("title", Title);
        svg.Text("style", "\n" + PictureStyle.Sheet + "\n");
        svg.Element("rect", ("y", top), ("width", Width), ("height", Height - top), ("fill", "#ffffff"));
        WriteLine(svg, "title", Title, TitleSize * TextWidth.Bold, top + TitleBaseline);
        if (Subtitle.Length > 0)
            WriteLine(svg, "subtitle", Subtitle, SubtitleSize, top + TitleBaseline + SubtitleHeight);
        svg.Append(Drawing);
        svg.Close();
        return svg.ToString();
    }

    /// <summary>The picture as an element of a page that has the style sheet, a heading, and margins of its own.</summary>
    public void WriteTo(MarkupWriter page)
    {
        const double crop = PictureStyle.Margin - 1;
        double width = Width - 2 * crop;
        page.Open(
            "svg", ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", ViewBox(crop, 0, width, Height)), ("role", "img"),
            ("aria-label", Title), ("style", $"width: {MarkupWriter.Coordinate(width)}px"));
        page.Append(Drawing);
        page.Close();
    }

    private void WriteLine(SvgWriter svg, string kind, string text, double size, double baseline) => svg.Text(
        "text", TextWidth.Fit(text, size, Width - 2 * PictureStyle.Margin),
        ("class", kind), ("x", PictureStyle.Margin), ("y", baseline));

    private static string ViewBox(params IEnumerable<double> numbers) => string.Join(' ', numbers.Select(MarkupWriter.Coordinate));
}
