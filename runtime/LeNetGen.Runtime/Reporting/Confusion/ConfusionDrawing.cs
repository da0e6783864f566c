using LeNetGen.Reporting.Drawing;
using LeNetGen.Training;

namespace LeNetGen.Reporting.Confusion;

/// <summary>Draws a confusion matrix into its layout.</summary>
internal sealed class ConfusionDrawing(ConfusionMatrix confusion, ConfusionLayout layout)
{
    private const double KeyWidth = 120;
    private const int KeySteps = 48;

    private readonly SvgWriter _svg = new();

    private double Right => layout.Left + layout.Extent;

    private double Bottom => layout.Top + layout.Extent;

    /// <summary>Draws everything.</summary>
    public SvgWriter Draw()
    {
        WriteAxisTitles();
        if (confusion.ClassCount <= ConfusionLayout.ClassesWithCells)
            WriteCells();
        else
            WriteRaster();
        _svg.Element(
            "rect", ("class", "frame"), ("x", layout.Left), ("y", layout.Top), ("width", layout.Extent), ("height", layout.Extent));
        if (layout.HasNames)
        {
            for (int index = 0; index < confusion.ClassCount; index++)
                WriteClass(index);
            WriteMarginTitles();
        }

        WriteKeys();
        return _svg;
    }

    private void WriteAxisTitles()
    {
        _svg.Text("text", "predicted", ("class", "heading middle"), ("x", layout.Left + layout.Extent / 2), ("y", 16.0));
        (double x, double y) = (PictureStyle.Margin + 10, layout.Top + layout.Extent / 2);
        WriteTurned("actual", "heading middle", x, y, -90);
    }

    private void WriteCells()
    {
        _svg.Element(
            "rect", ("class", "empty"), ("x", layout.Left), ("y", layout.Top), ("width", layout.Extent), ("height", layout.Extent));
        for (int actual = 0; actual < confusion.ClassCount; actual++)
        {
            for (int predicted = 0; predicted < confusion.ClassCount; predicted++)
            {
                if (confusion[actual, predicted] > 0)
                    WriteCell(actual, predicted);
            }
        }

        for (int line = 1; line < confusion.ClassCount; line++)
        {
            (double x, double y) = (layout.Left + line * layout.Cell, layout.Top + line * layout.Cell);
            _svg.Element("line", ("class", "gap"), ("x1", x), ("y1", layout.Top), ("x2", x), ("y2", Bottom));
            _svg.Element("line", ("class", "gap"), ("x1", layout.Left), ("y1", y), ("x2", Right), ("y2", y));
        }
    }

    private void WriteCell(int actual, int predicted)
    {
        long count = confusion[actual, predicted];
        string share = Figures.Percent(ConfusionColours.ShareOf(confusion, actual, predicted));
        Rgb fill = ConfusionColours.Of(confusion, actual, predicted);
        (string name, string other) = (confusion.ClassNames[actual], confusion.ClassNames[predicted]);
        string tip = actual == predicted ? $"{name}, recognised" : $"{name}, taken for {other}";
        double centre = layout.Cell / 2;
        _svg.OpenAt(
            layout.Left + predicted * layout.Cell, layout.Top + actual * layout.Cell,
            $"{tip}: {Figures.Count(count, "image")}, {share}");
        _svg.Element("rect", ("width", layout.Cell), ("height", layout.Cell), ("fill", fill));
        string shade = fill.IsDark ? "light" : "dark";
        bool hasShare = layout.HasWidePrecision;
        double size = layout.Cell >= 38 ? 12 : 9;
        string text = Figures.Grouped(count);
        if (TextWidth.Of(text, size) <= layout.Cell - 3)
        {
            string kind = size == 12 ? "number" : "tiny";
            string weight = actual == predicted ? " strong" : "";
            _svg.Text("text", text, ("class", $"{kind}{weight} middle {shade}"), ("x", centre), ("y", centre + (hasShare ? -1 : 4)));
        }

        if (hasShare)
            _svg.Text("text", share, ("class", $"share middle {shade}"), ("x", centre), ("y", centre + 14));
        _svg.Close();
    }

    private void WriteRaster()
    {
        int classes = confusion.ClassCount;
        byte[] samples = new byte[classes * classes * 3];
        for (int cell = 0; cell < classes * classes; cell++)
        {
            Rgb colour = ConfusionColours.Of(confusion, cell / classes, cell % classes);
            (samples[3 * cell], samples[3 * cell + 1], samples[3 * cell + 2]) = colour;
        }

        _svg.Image(new RasterImage(classes, classes, samples), layout.Left, layout.Top, layout.Extent, layout.Extent);
    }

    /// <summary>A class's names at its row and column, and its recall and precision at their ends.</summary>
    private void WriteClass(int index)
    {
        (double x, double y) = layout.Centre(index, index);
        double half = layout.NameSize / 3;
        string name = TextWidth.Fit(confusion.ClassNames[index], layout.NameSize, layout.NameRoom);
        _svg.Text("text", name, ("class", layout.TextKind + " end"), ("x", layout.Left - 8), ("y", y + half));
        if (layout.NameAngle == 0)
            _svg.Text("text", name, ("class", layout.TextKind + " middle"), ("x", x), ("y", layout.Top - 8));
        else
            WriteTurned(name, layout.TextKind, x + (layout.NameAngle == -90 ? half : 0), layout.Top - 8, layout.NameAngle);

        string recall = ShareOr(confusion.Recall(index), confusion.ActualCount(index));
        string precision = ShareOr(confusion.Precision(index), confusion.PredictedCount(index));
        _svg.Text("text", recall, ("class", layout.TextKind + " end recall"), ("x", Right + ConfusionLayout.RecallRight), ("y", y + half));
        string images = Figures.Grouped(confusion.ActualCount(index));
        _svg.Text("text", images, ("class", CountKind + " end"), ("x", Right + layout.ImagesRight), ("y", y + half));
        if (layout.HasWidePrecision)
            _svg.Text("text", precision, ("class", "number middle precision"), ("x", x), ("y", Bottom + 20));
        else
            WriteTurned(precision, layout.TextKind + " end precision", x + half, Bottom + 8, -90);
    }

    private string CountKind => layout.NameSize >= 12 ? "label" : "tiny";

    private void WriteMarginTitles()
    {
        _svg.Text("text", "recall", ("class", "small end"), ("x", Right + ConfusionLayout.RecallRight), ("y", layout.Top - 8));
        _svg.Text("text", "images", ("class", "small end"), ("x", Right + layout.ImagesRight), ("y", layout.Top - 8));
        _svg.Text("text", "precision", ("class", "small end"), ("x", layout.Left - 8), ("y", Bottom + 20));
    }

    private void WriteKeys()
    {
        double top = layout.PictureHeight - 40;
        WriteKey("right", isRight: true, layout.Left, top);
        WriteKey("wrong", isRight: false, layout.Left + KeyWidth + 90, top);
    }

    private void WriteKey(string name, bool isRight, double left, double top)
    {
        byte[] samples = new byte[KeySteps * 3];
        for (int step = 0; step < KeySteps; step++)
            (samples[3 * step], samples[3 * step + 1], samples[3 * step + 2]) = ConfusionColours.Of((double)step / (KeySteps - 1), isRight);
        _svg.Image(new RasterImage(KeySteps, 1, samples), left, top, KeyWidth, 8);
        _svg.Element("rect", ("class", "frame"), ("x", left), ("y", top), ("width", KeyWidth), ("height", 8.0));
        _svg.Text("text", "0%", ("class", "small"), ("x", left), ("y", top + 21));
        _svg.Text("text", "100% of the row", ("class", "small middle"), ("x", left + KeyWidth), ("y", top + 21));
        _svg.Text("text", name, ("class", "small strong " + name), ("x", left), ("y", top - 6));
    }

    private void WriteTurned(string text, string kind, double x, double y, double angle)
    {
        string place = $"translate({SvgWriter.Coordinate(x)} {SvgWriter.Coordinate(y)}) rotate({SvgWriter.Coordinate(angle)})";
        _svg.Text("text", text, ("class", kind), ("transform", place));
    }

    /// <summary>A dash, where there are no images to have a share of.</summary>
    private static string ShareOr(double share, long images) => Figures.Percent(images == 0 ? double.NaN : share);
}
