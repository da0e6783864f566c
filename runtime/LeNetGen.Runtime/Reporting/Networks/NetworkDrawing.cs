using LeNetGen.Reporting.Drawing;

namespace LeNetGen.Reporting.Networks;

/// <summary>Draws a network as rows: the input's, one for each layer, and the totals.</summary>
internal sealed class NetworkDrawing(NetworkDefinition definition)
{
    private const double HeadingBaseline = 26;
    private const double FirstRow = 40;
    private const double RowHeight = 68;
    private const double TotalsHeight = 52;

    private const double VolumeCentre = 92;
    private const double ShapeLeft = 164;
    private const double CardLeft = 272;
    private const double CardWidth = 316;
    private const double CardHeight = 46;
    private const double ParametersLeft = 624;
    private const double MultiplyAddsLeft = 790;
    private const double BarWidth = 138;

    private readonly SvgWriter _svg = new();
    private readonly VolumeScale _scale = new(definition);

    /// <summary>The height of all rows.</summary>
    public double Height => FirstRow + RowHeight * (definition.Layers.Length + 1) + TotalsHeight;

    /// <summary>Draws everything.</summary>
    public SvgWriter Draw()
    {
        WriteHeadings();
        WriteInput();
        for (int index = 0; index < definition.Layers.Length; index++)
            WriteLayer(index);
        WriteTotals();
        return _svg;
    }

    private void WriteHeadings()
    {
        Label("output", ShapeLeft);
        Label("layer", CardLeft);
        Label("parameters", ParametersLeft);
        Label("multiply-adds", MultiplyAddsLeft);

        void Label(string text, double x) => _svg.Text("text", text, ("class", "small"), ("x", x), ("y", HeadingBaseline));
    }

    private void WriteInput()
    {
        _svg.Open("g", ("class", "input"));
        WriteVolume(definition.Input.Shape, LayerFamily.Input, row: 0);
        WriteCard(0, LayerFamily.Input, "input", LayerDescription.DetailsOf(definition.Input));
        _svg.Close();
    }

    private void WriteLayer(int index)
    {
        int row = index + 1;
        LayerDefinition layer = definition.Layers[index];
        LayerDescription about = LayerDescription.Of(layer);
        _svg.Open("g", ("class", $"layer {about.Family.Name}"));
        WriteArrow(VolumeCentre, Centre(row - 1) + _scale.HeightOf(layer.Input) / 2, Centre(row) - _scale.HeightOf(layer.Output) / 2);
        WriteVolume(layer.Output, about.Family, row);
        WriteCard(row, about.Family, about.Name, about.KindAndDetails);
        WriteCost(row, ParametersLeft, about.ParameterCount, definition.ParameterCount, about.Family);
        WriteCost(row, MultiplyAddsLeft, about.MultiplyAdds, definition.MultiplyAdds, about.Family);
        _svg.Close();
    }

    private void WriteArrow(double x, double from, double to)
    {
        (double start, double end) = (from + 4, to - 4);
        _svg.Element("line", ("class", "arrow"), ("x1", x), ("y1", start), ("x2", x), ("y2", end));
        (double X, double Y)[] head = [(x - 3.5, end - 4), (x, end), (x + 3.5, end - 4)];
        string points = string.Join(' ', head.Select(point => $"{SvgWriter.Coordinate(point.X)},{SvgWriter.Coordinate(point.Y)}"));
        _svg.Element("polyline", ("class", "arrow"), ("points", points));
    }

    private void WriteVolume(Shape shape, LayerFamily family, int row)
    {
        _scale.Write(_svg, shape, family, VolumeCentre, Centre(row));
        _svg.Text("text", LayerDescription.TextOf(shape), ("class", "name number"), ("x", ShapeLeft), ("y", Centre(row) + 5));
    }

    private void WriteCard(int row, LayerFamily family, string name, string about)
    {
        const double textLeft = CardLeft + 16;
        const double room = CardWidth - 28;
        double top = Centre(row) - CardHeight / 2;
        _svg.Element(
            "rect", ("x", CardLeft), ("y", top), ("width", CardWidth), ("height", CardHeight), ("rx", 6.0), ("fill", family.Tint));
        _svg.Element("rect", ("x", CardLeft), ("y", top), ("width", 5.0), ("height", CardHeight), ("rx", 2.5), ("fill", family.Line));
        double baseline = about.Length == 0 ? Centre(row) + 5 : Centre(row) - 4;
        WriteFitting(name, "name", 13 * TextWidth.Bold, textLeft, baseline, room);
        if (about.Length > 0)
            WriteFitting(about, "about", 12, textLeft, Centre(row) + 14, room);
    }

    /// <summary>Text, which is shown in full to whoever rests the pointer on it where it has to be cut.</summary>
    private void WriteFitting(string text, string kind, double size, double x, double y, double room)
    {
        string shown = TextWidth.Fit(text, size, room);
        if (shown != text)
            _svg.OpenAt(0, 0, text);
        _svg.Text("text", shown, ("class", kind), ("x", x), ("y", y));
        if (shown != text)
            _svg.Close();
    }

    private void WriteCost(int row, double left, long cost, long total, LayerFamily family)
    {
        if (cost == 0)
            return;
        double share = (double)cost / total;
        double y = Centre(row);
        _svg.Text("text", Figures.Grouped(cost), ("class", "number"), ("x", left), ("y", y - 2));
        _svg.Text("text", Figures.WholePercent(share), ("class", "small end"), ("x", left + BarWidth), ("y", y - 2));
        _svg.Element("rect", ("class", "track"), ("x", left), ("y", y + 6), ("width", BarWidth), ("height", 6.0), ("rx", 3.0));
        // What is there is seen, however small.
        double width = Math.Max(BarWidth * share, 2);
        _svg.Element(
            "rect", ("x", left), ("y", y + 6), ("width", width), ("height", 6.0), ("rx", Math.Min(3, width / 2)), ("fill", family.Line));
    }

    private void WriteTotals()
    {
        double top = FirstRow + RowHeight * (definition.Layers.Length + 1);
        double baseline = top + 24;
        const double right = PictureStyle.Width - PictureStyle.Margin;
        _svg.Element("line", ("class", "axis"), ("x1", CardLeft), ("y1", top), ("x2", right), ("y2", top));
        _svg.Text("text", "total", ("class", "name"), ("x", CardLeft + 16), ("y", baseline));
        _svg.Text("text", Figures.Grouped(definition.ParameterCount), ("class", "name number"), ("x", ParametersLeft), ("y", baseline));
        _svg.Text("text", Figures.Grouped(definition.MultiplyAdds), ("class", "name number"), ("x", MultiplyAddsLeft), ("y", baseline));
        string memory = Figures.MemorySize(definition.ParameterCount * (long)sizeof(float));
        _svg.Text("text", memory, ("class", "small end"), ("x", ParametersLeft + BarWidth), ("y", baseline));
    }

    private static double Centre(int row) => FirstRow + RowHeight * (row + 0.5);
}
