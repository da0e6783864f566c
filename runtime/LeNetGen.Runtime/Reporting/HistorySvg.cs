using LeNetGen.Reporting.Drawing;
using LeNetGen.Training;

namespace LeNetGen.Reporting;

/// <summary>The history of a training run as a picture: loss and accuracy over the epochs, of training and of validation.</summary>
public static class HistorySvg
{
    private const double PanelTop = 64;
    private const double PanelWidth = 344;
    private const double PanelHeight = 240;
    private const double PictureHeight = PanelTop + PanelHeight + 64;
    private const double LossLeft = 72;
    private const double AccuracyLeft = 524;
    private const double LegendBaseline = 14;

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
        return Draw(history, title).Document();
    }

    /// <summary>The same as a picture that may become part of a page.</summary>
    internal static Picture Draw(History history, string title)
    {
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
        WriteLegend(svg, [.. losses.Where((loss, index) => !loss.IsEmpty || !accuracies[index].IsEmpty)]);
        AxisScale epochs = AxisScale.OfEpochs(history.Epochs.Count == 0 ? 1 : history.Epochs[^1].Epoch);
        Panel("Loss", losses, AxisScale.OfValues(ValuesOf(losses)), LossLeft).WriteTo(svg);
        Panel("Accuracy", accuracies, AxisScale.OfValues(ValuesOf(accuracies), limit: 1), AccuracyLeft).WriteTo(svg);
        return new Picture(title, "", PictureStyle.Width, PictureHeight, svg);

        CurvePanel Panel(string heading, Curve[] curves, AxisScale values, double left) =>
            new(heading, epochs, values, curves, left, PanelTop, PanelWidth, PanelHeight);
    }

    private static IEnumerable<double> ValuesOf(Curve[] curves) => curves.SelectMany(curve => curve.Points, (_, point) => point.Value);

    private static void WriteLegend(SvgWriter svg, IReadOnlyList<Curve> curves)
    {
        svg.Open("g", ("class", "key"));
        double x = PictureStyle.Margin;
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
