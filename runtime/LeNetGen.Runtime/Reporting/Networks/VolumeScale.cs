using System.Numerics;
using LeNetGen.Reporting.Drawing;

namespace LeNetGen.Reporting.Networks;

/// <summary>
/// Draws activations as a stack of sheets, or as a strip of a vector. Sides grow with the square root of the number of pixels, so that
/// 2×2 maps still show beside 128×128; the number of sheets grows with the logarithm of the number of channels.
/// </summary>
internal sealed class VolumeScale
{
    private const double LargestSide = 38;
    private const double LeastSide = 5;
    private const double SheetDistance = 3;
    private const int MostSheets = 7;
    private const double LongestStrip = 112;
    private const double StripHeight = 9;

    private readonly int _largestSide;
    private readonly int _longestVector;

    /// <summary>A scale in which all activations of a network have room.</summary>
    public VolumeScale(NetworkDefinition definition)
    {
        Shape[] shapes = [definition.Input.Shape, .. definition.Layers.Select(layer => layer.Output)];
        _largestSide = shapes.Where(shape => !shape.IsVector).Select(shape => Math.Max(shape.Height, shape.Width)).DefaultIfEmpty(1).Max();
        _longestVector = shapes.Where(shape => shape.IsVector).Select(shape => shape.Length).DefaultIfEmpty(1).Max();
    }

    /// <summary>The height of activations, in pixels.</summary>
    public double HeightOf(Shape shape) =>
        shape.IsVector ? StripHeight : SideOf(shape.Height) + SheetDistance * (SheetsOf(shape.Channels) - 1);

    /// <summary>The width of activations, in pixels.</summary>
    public double WidthOf(Shape shape) =>
        shape.IsVector ? StripLengthOf(shape.Length) : SideOf(shape.Width) + SheetDistance * (SheetsOf(shape.Channels) - 1);

    /// <summary>Draws activations around a centre.</summary>
    public void Write(SvgWriter svg, Shape shape, LayerFamily family, double centreX, double centreY)
    {
        if (shape.IsVector)
            WriteStrip(svg, shape.Length, family, centreX, centreY);
        else
            WriteSheets(svg, shape, family, centreX, centreY);
    }

    private void WriteSheets(SvgWriter svg, Shape shape, LayerFamily family, double centreX, double centreY)
    {
        int sheets = SheetsOf(shape.Channels);
        (double width, double height) = (SideOf(shape.Width), SideOf(shape.Height));
        double depth = SheetDistance * (sheets - 1);
        // From the rearmost, at the upper right, to the front.
        for (int sheet = sheets - 1; sheet >= 0; sheet--)
        {
            double x = centreX - (width + depth) / 2 + SheetDistance * sheet;
            double y = centreY - (height + depth) / 2 + SheetDistance * (sheets - 1 - sheet);
            svg.Element(
                "rect", ("x", x), ("y", y), ("width", width), ("height", height), ("rx", 1.5), ("fill", family.Tint),
                ("stroke", family.Line));
        }
    }

    private void WriteStrip(SvgWriter svg, int length, LayerFamily family, double centreX, double centreY)
    {
        double width = StripLengthOf(length);
        (double left, double top) = (centreX - width / 2, centreY - StripHeight / 2);
        svg.Element(
            "rect", ("x", left), ("y", top), ("width", width), ("height", StripHeight), ("rx", 1.5), ("fill", family.Tint),
            ("stroke", family.Line));
        // As many cells as there are elements, or as can be told apart.
        int cells = Math.Min(length, (int)(width / 4));
        for (int cell = 1; cell < cells; cell++)
        {
            double x = left + width * cell / cells;
            svg.Element(
                "line", ("x1", x), ("y1", top), ("x2", x), ("y2", top + StripHeight), ("stroke", family.Line), ("stroke-width", 0.5));
        }
    }

    private double StripLengthOf(int length) => Math.Max(LongestStrip * Math.Sqrt((double)length / _longestVector), StripHeight);

    private double SideOf(int pixels) => Math.Max(LargestSide * Math.Sqrt((double)pixels / _largestSide), LeastSide);

    private static int SheetsOf(int channels) => channels <= 3 ? channels : Math.Min(BitOperations.Log2((uint)channels) + 2, MostSheets);
}
