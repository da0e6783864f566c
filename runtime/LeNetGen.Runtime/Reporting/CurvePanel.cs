using System.Globalization;
using LeNetGen.Reporting.Drawing;

namespace LeNetGen.Reporting;

/// <summary>One plot of a picture: curves over the epochs, with a heading, axes, a grid and each curve's last value.</summary>
/// <param name="Heading">What the curves show.</param>
/// <param name="Epochs">The horizontal scale.</param>
/// <param name="Values">The vertical scale.</param>
/// <param name="Curves">The curves; later ones lie above earlier ones.</param>
/// <param name="Left">The horizontal position of the vertical axis, in pixels.</param>
/// <param name="Top">The vertical position of the upper end of the vertical axis, in pixels.</param>
/// <param name="Width">The length of the horizontal axis, in pixels.</param>
/// <param name="Height">The length of the vertical axis, in pixels.</param>
internal sealed record CurvePanel(
    string Heading, AxisScale Epochs, AxisScale Values, IReadOnlyList<Curve> Curves, double Left, double Top, double Width, double Height)
{
    /// <summary>Points of a curve up to which each is marked; more would run into one another.</summary>
    private const int MarkedPoints = 40;

    /// <summary>The least distance of two last values' baselines, so that both can be read.</summary>
    private const double LabelDistance = 15;

    private double Right => Left + Width;

    private double Bottom => Top + Height;

    /// <summary>Draws the panel.</summary>
    public void WriteTo(SvgWriter svg)
    {
        svg.Open("g", ("class", "panel"));
        svg.Text("text", Heading, ("class", "heading"), ("x", Left), ("y", Top - 14));
        WriteAxes(svg);
        foreach (Curve curve in Curves)
            WriteCurve(svg, curve);
        WriteLastValues(svg);
        if (Curves.All(curve => curve.IsEmpty))
            svg.Text("text", "nothing to show", ("class", "label middle"), ("x", Left + Width / 2), ("y", Top + Height / 2));
        svg.Close();
    }

    private void WriteAxes(SvgWriter svg)
    {
        foreach (double tick in Values.Ticks)
        {
            double y = Y(tick);
            svg.Element("line", ("class", "grid"), ("x1", Left), ("y1", y), ("x2", Right), ("y2", y));
            svg.Text("text", Values.Label(tick), ("class", "label end"), ("x", Left - 8), ("y", y + 4));
        }
        foreach (double tick in Epochs.Ticks)
        {
            double x = X(tick);
            svg.Element("line", ("class", "axis"), ("x1", x), ("y1", Bottom), ("x2", x), ("y2", Bottom + 5));
            svg.Text("text", Epochs.Label(tick), ("class", "label middle"), ("x", x), ("y", Bottom + 19));
        }
        svg.Element("line", ("class", "axis"), ("x1", Left), ("y1", Bottom), ("x2", Right), ("y2", Bottom));
        svg.Text("text", "epoch", ("class", "label middle"), ("x", Left + Width / 2), ("y", Bottom + 38));
    }

    private void WriteCurve(SvgWriter svg, Curve curve)
    {
        if (curve.IsEmpty)
            return;
        svg.Open("g", ("class", $"curve {curve.Name}"));
        foreach (IReadOnlyList<CurvePoint> segment in curve.Segments())
        {
            if (segment.Count > 1)
                svg.Element("polyline", ("points", string.Join(' ', segment.Select(Coordinates))));
            if (segment.Count == 1 || curve.Points.Count <= MarkedPoints)
                foreach (CurvePoint point in segment)
                    WriteMark(svg, curve, point);
        }
        svg.Close();
    }

    private void WriteMark(SvgWriter svg, Curve curve, CurvePoint point)
    {
        // A browser shows the title of an element that the pointer rests on.
        svg.Open("circle", ("cx", X(point.Epoch)), ("cy", Y(point.Value)), ("r", 3.0));
        svg.Text("title", string.Create(CultureInfo.InvariantCulture, $"{curve.Name}, epoch {point.Epoch}: {Figures.Figure(point.Value)}"));
        svg.Close();
    }

    private void WriteLastValues(SvgWriter svg)
    {
        var last = Curves
            .Where(curve => !curve.IsEmpty)
            .Select(curve => (curve.Name, Point: curve.Points.Last(point => point.IsDrawn)))
            .OrderByDescending(end => end.Point.Value)
            .ToArray();
        double[] baselines = [.. last.Select(end => Y(end.Point.Value) + 4)];
        for (int index = 1; index < baselines.Length; index++)
        {
            // Both give way by half of what they overlap.
            double overlap = baselines[index - 1] + LabelDistance - baselines[index];
            if (overlap <= 0)
                continue;
            baselines[index - 1] -= overlap / 2;
            baselines[index] += overlap / 2;
        }
        for (int index = 0; index < last.Length; index++)
            svg.Text(
                "text", Figures.Figure(last[index].Point.Value),
                ("class", $"last {last[index].Name}"), ("x", X(last[index].Point.Epoch) + 9), ("y", baselines[index]));
    }

    private string Coordinates(CurvePoint point) =>
        $"{SvgWriter.Coordinate(X(point.Epoch))},{SvgWriter.Coordinate(Y(point.Value))}";

    private double X(double epoch) => Left + Width * Epochs.Position(epoch);

    private double Y(double value) => Bottom - Height * Values.Position(value);
}
