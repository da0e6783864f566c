using LeNetGen.Reporting.Drawing;

namespace LeNetGen.Reporting.Images;

/// <summary>The key of a scale of values: a bar of its colours, and its ends in figures.</summary>
internal static class ScaleKey
{
    private const int Steps = 41;
    private const double BarHeight = 8;

    /// <summary>The height of a key, in pixels.</summary>
    public const double Height = 24;

    /// <summary>Draws a key; where the scale is signed, with its zero.</summary>
    public static void Write(SvgWriter svg, ValueScale scale, double left, double top, double width)
    {
        float[] values = [.. Enumerable.Range(0, Steps).Select(step => (float)(scale.Low + (scale.High - scale.Low) * step / (Steps - 1)))];
        svg.Image(scale.Image(values, Steps), left, top, width, BarHeight);
        svg.Element("rect", ("class", "frame"), ("x", left), ("y", top), ("width", width), ("height", BarHeight));
        double baseline = top + BarHeight + 13;
        svg.Text("text", Significant(scale.Low), ("class", "small"), ("x", left), ("y", baseline));
        if (scale.IsSigned)
            svg.Text("text", "0", ("class", "small middle"), ("x", left + width / 2), ("y", baseline));
        svg.Text("text", Significant(scale.High), ("class", "small end"), ("x", left + width), ("y", baseline));

        // Beside the range, what sigmoids and ReLUs leave is zero.
        string Significant(double value) =>
            Figures.Significant(Math.Abs(value) < 5e-4 * (scale.High - scale.Low) ? 0 : value);
    }
}
