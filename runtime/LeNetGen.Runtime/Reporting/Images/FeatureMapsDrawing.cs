using System.Collections.Immutable;
using LeNetGen.Data;
using LeNetGen.Reporting.Drawing;
using LeNetGen.Reporting.Networks;

namespace LeNetGen.Reporting.Images;

/// <summary>Draws the activations of one image, a band for each layer, from top to bottom.</summary>
internal sealed class FeatureMapsDrawing(NetworkDefinition definition)
{
    private const double TextWidthOfBand = 182;
    private const double TilesLeft = PictureStyle.Margin + TextWidthOfBand + 14;
    private const double TilesWidth = PictureStyle.Width - PictureStyle.Margin - TilesLeft;
    private const double LargestTile = 64;
    private const double SmallMap = 40;
    private const double SmallestTile = 12;
    private const double TileGap = 4;
    private const double TilesHeight = 300;
    private const double BandGap = 18;
    private const double InputSide = 96;
    private const double KeyWidth = 150;
    private const double StripHeight = 18;
    private const int StripLength = 400;

    /// <summary>The height of a band's name, kind and shape.</summary>
    private const double TextHeight = 52;

    /// <summary>The length of vectors whose elements are drawn a pixel wide.</summary>
    private const int LongVector = 4 * StripLength;

    /// <summary>Channels up to which all are drawn.</summary>
    private const int MostTiles = 512;

    /// <summary>Classes up to which all are drawn; of more, the most probable ones.</summary>
    private const int MostBars = 20;

    private const int BarsOfMany = 10;

    /// <summary>What has been drawn.</summary>
    public SvgWriter Svg { get; } = new();

    /// <summary>The height of that, in pixels.</summary>
    public double Height { get; private set; } = 8;

    /// <summary>Draws the image.</summary>
    public void WriteImage(Dataset dataset, int index, ClassProbabilities probabilities)
    {
        Shape shape = dataset.ImageShape;
        double scale = PixelSize.Fitting(Math.Max(shape.Height, shape.Width), InputSide);
        (double width, double height) = (shape.Width * scale, shape.Height * scale);
        WriteText("input", LayerDescription.DetailsOf(definition.Input), LayerDescription.TextOf(definition.Input.Shape));
        Svg.Image(DatasetImage.Of(dataset, index), TilesLeft, Height, width, height);
        WriteFrame(TilesLeft, Height, width, height);
        Svg.Text(
            "text", probabilities.Names[probabilities.Actual], ("class", "name"), ("x", TilesLeft + width + 16), ("y", Height + 16));
        EndBand(height);
    }

    /// <summary>Draws what a layer writes, and says what it reads where that is not the layer above it.</summary>
    public void WriteLayer(int index, ReadOnlySpan<float> values)
    {
        LayerDefinition layer = definition.Layers[index];
        LayerDescription about = LayerDescription.Of(definition, index);
        ImmutableArray<int> inputs = definition.InputsOf(index);
        bool followsTheOneAbove = inputs is [var only] && only == index - 1;
        double textHeight = TextHeight;
        WriteText(about.Name, about.KindAndDetails, about.Output);
        if (!followsTheOneAbove)
        {
            string read = "from " + string.Join(", ", inputs.Select(input => LayerDescription.NameOf(definition, input)));
            string fitted = TextWidth.Fit(read, 11, TextWidthOfBand);
            Svg.Text("text", fitted, ("class", "small"), ("x", PictureStyle.Margin), ("y", Height + 58));
            textHeight += 15;
        }

        ValueScale scale = ValueScale.Of(values);
        if (layer.Output.IsVector)
        {
            double height = WriteStrips(values, scale) + 8;
            ScaleKey.Write(Svg, scale, TilesLeft, Height + height, KeyWidth);
            EndBand(Math.Max(height + ScaleKey.Height, textHeight - BandGap / 2));
        }
        else
        {
            ScaleKey.Write(Svg, scale, PictureStyle.Margin, Height + textHeight, KeyWidth);
            EndBand(Math.Max(WriteTiles(layer.Output, values, scale), textHeight + ScaleKey.Height));
        }
    }

    /// <summary>Draws the probabilities of the classes.</summary>
    public void WriteProbabilities(ClassProbabilities probabilities)
    {
        float[] values = probabilities.Values.ToArray();
        int[] classes = [.. Enumerable.Range(0, values.Length)];
        if (classes.Length > MostBars)
            classes = [.. classes.OrderByDescending(index => values[index]).ThenBy(index => index).Take(BarsOfMany)];
        string about = classes.Length == values.Length
            ? ""
            : $"the {Figures.Plain(BarsOfMany)} most probable of {Figures.Grouped(values.Length)}";
        WriteText("probabilities", definition.EndsInSoftmax ? about : Joined(definition.OutputsArePenalties ? "softmax of minus the penalties" : "softmax of the outputs", about), "");
        double nameWidth = Math.Min(classes.Max(index => TextWidth.Of(probabilities.Names[index], 12 * TextWidth.Bold)), 180);
        double y = Height;
        foreach (int index in classes)
        {
            WriteBar(probabilities, index, nameWidth, y);
            y += 20;
        }

        EndBand(Math.Max(y - Height, 40));
    }

    private static string Joined(params string[] parts) => string.Join(", ", parts.Where(part => part.Length > 0));

    private void WriteBar(ClassProbabilities probabilities, int index, double nameWidth, double top)
    {
        const double barWidth = 320;
        bool isPredicted = index == probabilities.Predicted;
        string colour = isPredicted ? probabilities.IsRight ? " strong right" : " strong wrong" : "";
        double left = TilesLeft + nameWidth + 12;
        double value = probabilities.Values[index];
        string name = TextWidth.Fit(probabilities.Names[index], 12 * TextWidth.Bold, nameWidth);
        Svg.Text("text", name, ("class", "end" + colour), ("x", TilesLeft + nameWidth), ("y", top + 12));
        Svg.Element("rect", ("class", "track"), ("x", left), ("y", top + 2), ("width", barWidth), ("height", 12.0), ("rx", 2.0));
        Rgb fill = isPredicted ? (probabilities.IsRight ? ColourRamp.Blue : ColourRamp.Orange).At(0.65) : new Rgb(156, 163, 175);
        double width = double.IsFinite(value) ? Math.Max(barWidth * value, 1) : 0;
        Svg.Element(
            "rect", ("x", left), ("y", top + 2), ("width", width), ("height", 12.0), ("rx", Math.Min(2, width / 2)), ("fill", fill));
        string actual = index == probabilities.Actual && !probabilities.IsRight ? " · actual" : "";
        Svg.Text(
            "text", Figures.Percent(value) + actual, ("class", "number" + colour), ("x", left + barWidth + 10), ("y", top + 12));
    }

    private double WriteTiles(Shape shape, ReadOnlySpan<float> values, ValueScale scale)
    {
        int shown = Math.Min(shape.Channels, MostTiles);
        int length = shape.Height * shape.Width;
        int longer = Math.Max(shape.Height, shape.Width);
        IEnumerable<TileGrid> grids = PixelSize.Between(longer, Math.Clamp(3 * longer, SmallMap, LargestTile), SmallestTile)
            .Select(size => new TileGrid(shown, Math.Max(shape.Width * size, 2), Math.Max(shape.Height * size, 2), TileGap, TilesWidth));
        TileGrid grid = grids.FirstOrDefault(grid => grid.Height <= TilesHeight, grids.Last());
        for (int channel = 0; channel < shown; channel++)
        {
            (double x, double y) = (TilesLeft + grid.Left(channel), Height + grid.Top(channel));
            Svg.Image(scale.Image(values.Slice(channel * length, length), shape.Width), x, y, grid.TileWidth, grid.TileHeight);
            WriteFrame(x, y, grid.TileWidth, grid.TileHeight);
        }

        if (shown == shape.Channels)
            return grid.Height;
        string rest = $"and {Figures.Grouped(shape.Channels - shown)} more channels";
        Svg.Text("text", rest, ("class", "small"), ("x", TilesLeft), ("y", Height + grid.Height + 16));
        return grid.Height + 20;
    }

    /// <summary>A vector as a strip; a long one as several, one below the other.</summary>
    private double WriteStrips(ReadOnlySpan<float> values, ValueScale scale)
    {
        bool isLong = values.Length > LongVector;
        int length = isLong ? (int)TilesWidth : Math.Min(values.Length, StripLength);
        double cell = Math.Min(TilesWidth / length, 24);
        double stripHeight = isLong ? StripHeight / 2 : StripHeight;
        double y = Height;
        for (int first = 0; first < values.Length; first += length)
        {
            ReadOnlySpan<float> strip = values.Slice(first, Math.Min(length, values.Length - first));
            Svg.Image(scale.Image(strip, strip.Length), TilesLeft, y, strip.Length * cell, stripHeight);
            WriteFrame(TilesLeft, y, strip.Length * cell, stripHeight);
            y += stripHeight + 4;
        }

        return y - 4 - Height;
    }

    private void WriteText(string name, string about, string shape)
    {
        string fitted = TextWidth.Fit(name, 13 * TextWidth.Bold, TextWidthOfBand);
        Svg.Text("text", fitted, ("class", "name"), ("x", PictureStyle.Margin), ("y", Height + 12));
        Svg.Text(
            "text", TextWidth.Fit(about, 11, TextWidthOfBand), ("class", "small"), ("x", PictureStyle.Margin), ("y", Height + 28));
        Svg.Text("text", shape, ("class", "small strong"), ("x", PictureStyle.Margin), ("y", Height + 43));
    }

    private void WriteFrame(double x, double y, double width, double height) =>
        Svg.Element("rect", ("class", "frame"), ("x", x), ("y", y), ("width", width), ("height", height));

    private void EndBand(double height) => Height += height + BandGap;
}
