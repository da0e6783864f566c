using LeNetGen.Reporting.Drawing;
using LeNetGen.Reporting.Images;
using LeNetGen.Reporting.Networks;

namespace LeNetGen.Reporting;

/// <summary>
/// The weights of a network's first layer that has any: of a convolution its kernels, of a dense layer the images that its outputs
/// respond to. Blue is positive, orange negative, white zero.
/// </summary>
public static class FiltersSvg
{
    /// <summary>Images up to which all are drawn; the weights of the outputs after that are left out, and the picture says so.</summary>
    private const int MostImages = 512;

    private const double ChannelGap = 2;
    private const double Gap = 10;
    private const double LargestTile = 140;
    private const double LargestPixel = 28;
    private const double SmallestTile = 24;
    private const double LargestHeight = 800;
    private const double KeyWidth = 200;

    /// <summary>Draws the filters of a network.</summary>
    /// <param name="network">The network.</param>
    /// <returns>A complete SVG document that any browser shows; it says so if no layer has weights.</returns>
    public static string Of(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return Draw(network).Document();
    }

    /// <summary>The same as a picture that may become part of a page.</summary>
    internal static Picture Draw(Network network)
    {
        string title = $"Filters of {network.Definition.Name}";
        return FirstFilters.Of(network.Definition) is { } filters
            ? Draw(title, filters, network.CurrentParameters.Slice(filters.Layer.ParameterOffset, filters.Layer.ParameterCount))
            : new Picture(title, "No layer has weights.", PictureStyle.Width, 8, new SvgWriter());
    }

    private static Picture Draw(string title, FirstFilters filters, ReadOnlySpan<float> parameters)
    {
        ReadOnlySpan<float> weights = parameters[..(filters.Count * filters.Length)];
        ReadOnlySpan<float> biases = parameters[weights.Length..];
        ValueScale scale = ValueScale.AroundZero(weights);
        int shown = Math.Clamp(MostImages / filters.Channels, 1, filters.Count);
        TileGrid grid = GridOf(filters, shown);

        var svg = new SvgWriter();
        const double top = ScaleKey.Height + 20;
        ScaleKey.Write(svg, scale, PictureStyle.Margin, 8, KeyWidth);
        for (int output = 0; output < shown; output++)
        {
            string bias = biases.IsEmpty ? "" : $", bias {Figures.Significant(biases[output])}";
            svg.OpenAt(PictureStyle.Margin + grid.Left(output), top + grid.Top(output), $"filter {Figures.Plain(output + 1)}{bias}");
            WriteChannels(svg, filters, weights.Slice(output * filters.Length, filters.Length), scale, grid);
            svg.Close();
        }

        return new Picture(title, Subtitle(filters, shown), PictureStyle.Width, top + grid.Height + 24, svg);
    }

    /// <summary>Tiles that hold an output's channels side by side: kernels larger than the images that a dense layer responds to.</summary>
    private static TileGrid GridOf(FirstFilters filters, int shown)
    {
        const double width = PictureStyle.Width - 2 * PictureStyle.Margin;
        double gaps = GapOf(filters) * (filters.Channels - 1);
        int longer = Math.Max(filters.Height, filters.Width * filters.Channels);
        double largest = filters.Channels == 1 ? LargestTile : width - gaps;
        IEnumerable<TileGrid> grids = PixelSize.Between(longer, Math.Min(largest, longer * LargestPixel), SmallestTile).Select(size =>
            new TileGrid(shown, filters.Width * filters.Channels * size + gaps, filters.Height * size, Gap, width));
        return grids.FirstOrDefault(grid => grid.Height <= LargestHeight, grids.Last());
    }

    private static double GapOf(FirstFilters filters) => filters.Channels == 1 ? 0 : ChannelGap;

    private static void WriteChannels(SvgWriter svg, FirstFilters filters, ReadOnlySpan<float> weights, ValueScale scale, TileGrid grid)
    {
        double gap = GapOf(filters);
        double width = (grid.TileWidth - gap * (filters.Channels - 1)) / filters.Channels;
        int length = filters.Height * filters.Width;
        for (int channel = 0; channel < filters.Channels; channel++)
        {
            double x = channel * (width + gap);
            svg.Image(scale.Image(weights.Slice(channel * length, length), filters.Width), x, 0, width, grid.TileHeight);
            svg.Element("rect", ("class", "frame"), ("x", x), ("y", 0.0), ("width", width), ("height", grid.TileHeight));
        }
    }

    private static string Subtitle(FirstFilters filters, int shown)
    {
        LayerDescription layer = LayerDescription.Of(filters.Layer);
        string count = shown == filters.Count
            ? $"all {Figures.Grouped(shown)}"
            : $"{Figures.Grouped(shown)} of {Figures.Grouped(filters.Count)}";
        string channels = filters.Channels == 1 ? "" : $", {Figures.Grouped(filters.Channels)} input channels side by side";
        return $"{layer.Name}: {layer.KindAndDetails} · {count} outputs{channels} · blue positive, orange negative";
    }
}
