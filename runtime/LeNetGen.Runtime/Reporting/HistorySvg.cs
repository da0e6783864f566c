using LeNetGen.Training;

namespace LeNetGen.Reporting;

/// <summary>The history of a training run as a picture: loss and accuracy over the epochs, of training and of validation.</summary>
public static class HistorySvg
{
    private const double PictureWidth = 960;
    private const double PictureHeight = 420;
    private const double PanelTop = 116;
    private const double PanelWidth = 350;
    private const double PanelHeight = 240;
    private const double LossLeft = 64;
    private const double AccuracyLeft = 540;
    private const double LegendBaseline = 66;

    // Blue and orange: distinguishable in every common form of colour blindness, and in grey by their lightness.
    private const string Style = """
        text { font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; fill: #374151; }
        .title { font-size: 19px; font-weight: 600; fill: #111827; }
        .heading { font-size: 14px; font-weight: 600; }
        .label { font-size: 12px; fill: #6b7280; font-variant-numeric: tabular-nums; }
        .legend { font-size: 13px; }
        .last { font-size: 12px; font-weight: 600; font-variant-numeric: tabular-nums; }
        .middle { text-anchor: middle; }
        .end { text-anchor: end; }
        .grid { stroke: #e5e7eb; stroke-width: 1; }
        .axis { stroke: #9ca3af; stroke-width: 1; }
        .curve { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
        .curve.training { stroke: #1d5fd1; }
        .curve.training circle, .last.training { fill: #1d5fd1; }
        .curve.validation { stroke: #e8730c; }
        .curve.validation circle, .last.validation { fill: #e8730c; }
        .curve circle { stroke: #ffffff; stroke-width: 1; }
        """;

    /// <summary>
    /// Draws a history. Values that are not finite are left out, and so is validation where there is none; a run of a single epoch
    /// is drawn as points.
    /// </summary>
    /// <param name="history">The run.</param>
    /// <param name="title">The line above the picture: what was trained, on what.</param>
    /// <returns>A complete SVG document that any browser shows.</returns>
    public static string Of(History history, string title)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(title);
        Curve[] losses =
        [
            Curve.Of("training", history, epoch => epoch.Loss),
            Curve.Of("validation", history, epoch => epoch.ValidationLoss),
        ];
        Curve[] accuracies =
        [
            Curve.Of("training", history, epoch => epoch.Accuracy),
            Curve.Of("validation", history, epoch => epoch.ValidationAccuracy),
        ];

        var svg = new SvgWriter();
        svg.Open(
            "svg", ("xmlns", "http://www.w3.org/2000/svg"), ("width", PictureWidth), ("height", PictureHeight),
            ("viewBox", $"0 0 {SvgWriter.Coordinate(PictureWidth)} {SvgWriter.Coordinate(PictureHeight)}"), ("role", "img"));
        svg.Text("title", title);
        svg.Text("style", "\n" + Style + "\n");
        svg.Element("rect", ("width", "100%"), ("height", "100%"), ("fill", "#ffffff"));
        svg.Text("text", title, ("class", "title"), ("x", LossLeft), ("y", 38.0));
        WriteLegend(svg, [.. losses.Where((loss, index) => !loss.IsEmpty || !accuracies[index].IsEmpty)]);
        AxisScale epochs = AxisScale.OfEpochs(history.Epochs.Count == 0 ? 1 : history.Epochs[^1].Epoch);
        Panel("Loss", losses, AxisScale.OfValues(ValuesOf(losses)), LossLeft).WriteTo(svg);
        Panel("Accuracy", accuracies, AxisScale.OfValues(ValuesOf(accuracies), limit: 1), AccuracyLeft).WriteTo(svg);
        svg.Close();
        return svg.ToString();

        CurvePanel Panel(string heading, Curve[] curves, AxisScale values, double left) =>
            new(heading, epochs, values, curves, left, PanelTop, PanelWidth, PanelHeight);
    }

    private static IEnumerable<double> ValuesOf(Curve[] curves) => curves.SelectMany(curve => curve.Points, (_, point) => point.Value);

    private static void WriteLegend(SvgWriter svg, IReadOnlyList<Curve> curves)
    {
        svg.Open("g", ("class", "key"));
        double x = LossLeft;
        foreach (Curve curve in curves)
        {
            svg.Open("g", ("class", $"curve {curve.Name}"));
            svg.Element("line", ("x1", x), ("y1", LegendBaseline - 4), ("x2", x + 24), ("y2", LegendBaseline - 4));
            svg.Element("circle", ("cx", x + 12), ("cy", LegendBaseline - 4), ("r", 3.0));
            svg.Close();
            svg.Text("text", curve.Name, ("class", "legend"), ("x", x + 31), ("y", LegendBaseline));
            x += 110;
        }
        svg.Close();
    }
}
