using LeNetGen.Data;
using LeNetGen.Reporting.Drawing;
using LeNetGen.Reporting.Images;

namespace LeNetGen.Reporting;

/// <summary>The images that a network classifies wrongly, with what they are and what they are taken for.</summary>
public static class MisclassifiedSvg
{
    private const double ImageSide = 84;
    private const double CellWidth = 105;
    private const double CellHeight = ImageSide + 48;
    private const double Gap = 8;
    private const double TextSize = 11;

    /// <summary>Draws the mistakes that a network is most confident of.</summary>
    /// <param name="network">The network.</param>
    /// <param name="dataset">The images, and what they are.</param>
    /// <param name="count">The greatest number of images to draw.</param>
    /// <returns>A complete SVG document that any browser shows; it says so if there are no mistakes.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    /// <exception cref="LeNetGenException">The dataset has no images, or images or labels that the network does not read.</exception>
    public static string Of(Network network, Dataset dataset, int count = 40)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Draw(network, dataset, count).Document();
    }

    /// <summary>The same as a picture that may become part of a page.</summary>
    internal static Picture Draw(Network network, Dataset dataset, int count)
    {
        IReadOnlyList<Mistake> mistakes = Mistake.AllOf(network, dataset);
        int shown = Math.Min(count, mistakes.Count);
        var svg = new SvgWriter();
        var grid = new TileGrid(shown, CellWidth, CellHeight, Gap, PictureStyle.Width - 2 * PictureStyle.Margin);
        for (int tile = 0; tile < shown; tile++)
            WriteMistake(svg, dataset, mistakes[tile], PictureStyle.Margin + grid.Left(tile), 8 + grid.Top(tile));
        string subtitle = Subtitle(dataset, mistakes.Count, shown);
        return new Picture($"What {network.Definition.Name} gets wrong", subtitle, PictureStyle.Width, grid.Height + 24, svg);
    }

    private static void WriteMistake(SvgWriter svg, Dataset dataset, Mistake mistake, double left, double top)
    {
        (string actual, string predicted) = (dataset.ClassNames[mistake.Actual], dataset.ClassNames[mistake.Predicted]);
        string probability = Figures.Percent(mistake.Probability);
        svg.OpenAt(left, top, $"image {Figures.Plain(mistake.Index)}: {actual}, taken for {predicted} ({probability})");
        Shape shape = dataset.ImageShape;
        double scale = PixelSize.Fitting(Math.Max(shape.Height, shape.Width), ImageSide);
        (double width, double height) = (shape.Width * scale, shape.Height * scale);
        svg.Image(DatasetImage.Of(dataset, mistake.Index), 0, ImageSide - height, width, height);
        svg.Element("rect", ("class", "frame"), ("x", 0.0), ("y", ImageSide - height), ("width", width), ("height", height));
        // The arrow is seen even where the name has to be cut.
        Line(Fitting(actual, CellWidth - 2 * TextSize) + " →", "small", ImageSide + 15);
        Line(Fitting(predicted, CellWidth), "small strong wrong", ImageSide + 29);
        Line(probability, "small wrong", ImageSide + 43);
        svg.Close();

        void Line(string text, string kind, double baseline) => svg.Text("text", text, ("class", kind), ("x", 0.0), ("y", baseline));

        static string Fitting(string text, double room) => TextWidth.Fit(text, TextSize * TextWidth.Bold, room);
    }

    private static string Subtitle(Dataset dataset, int mistakes, int shown)
    {
        string all = Figures.Count(dataset.Count, "image");
        if (mistakes == 0)
            return $"Nothing: all {all} of {dataset.Name} are classified rightly.";
        string share = Figures.Percent((double)mistakes / dataset.Count);
        string which = shown == mistakes ? "the most confident first" : $"the {Figures.Grouped(shown)} most confident mistakes";
        return $"{Figures.Grouped(mistakes)} of {all} of {dataset.Name} ({share}): {which}";
    }
}
