using LeNetGen.Reporting.Drawing;

namespace LeNetGen.Reporting.Networks;

/// <summary>Draws a network as rows: the input's, one for each layer, and the totals. Branches of a graph lie side by side.</summary>
internal sealed class NetworkDrawing
{
    private const double HeadingBaseline = 26;
    private const double FirstRow = 40;
    private const double TotalsHeight = 52;

    /// <summary>The places of columns in a drawing of a single lane; what more lanes take, all of them move to the right.</summary>
    private const double ShapeLeft = 164;
    private const double CardLeft = 272;
    private const double CardWidth = 316;
    private const double CardHeight = 46;
    private const double ParametersLeft = 624;
    private const double MultiplyAddsLeft = 790;
    private const double BarWidth = 138;

    private readonly NetworkDefinition _definition;
    private readonly SvgWriter _svg = new();
    private readonly VolumeScale _scale;
    private readonly ArrowDrawing _arrows;

    public NetworkDrawing(NetworkDefinition definition)
    {
        _definition = definition;
        _scale = new VolumeScale(definition);
        _arrows = new ArrowDrawing(definition, _scale, FirstRow);
    }

    /// <summary>The width of the drawing.</summary>
    public double Width => PictureStyle.Width + Shift;

    /// <summary>The height of all rows.</summary>
    public double Height => Bottom + TotalsHeight;

    private double Bottom => FirstRow + _arrows.RowHeight * (_definition.Layers.Length + 1);

    private double Shift => _arrows.ExtraWidth;

    /// <summary>Draws everything.</summary>
    public SvgWriter Draw()
    {
        WriteHeadings();
        _arrows.Write(_svg);
        WriteInput();
        for (int index = 0; index < _definition.Layers.Length; index++)
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

        void Label(string text, double x) => _svg.Text("text", text, ("class", "small"), ("x", x + Shift), ("y", HeadingBaseline));
    }

    private void WriteInput()
    {
        _svg.Open("g", ("class", "input"));
        WriteVolume(NetworkDefinition.InputIndex, LayerFamily.Input);
        double y = _arrows.CentreOf(NetworkDefinition.InputIndex);
        WriteCard(y, LayerFamily.Input, LayerDescription.InputName, LayerDescription.DetailsOf(_definition.Input));
        _svg.Close();
    }

    private void WriteLayer(int index)
    {
        LayerDescription about = LayerDescription.Of(_definition, index);
        double y = _arrows.CentreOf(index);
        _svg.Open("g", ("class", $"layer {about.Family.Name}"));
        WriteVolume(index, about.Family);
        WriteCard(y, about.Family, about.Name, about.KindAndDetails);
        if (about.SharesWith is null)
            WriteCost(y, ParametersLeft, about.ParameterCount, _definition.ParameterCount, about.Family);
        else
            WriteFitting(about.Parameters, "small", 11, ParametersLeft + Shift, y + 4, BarWidth);
        WriteCost(y, MultiplyAddsLeft, about.MultiplyAdds, _definition.MultiplyAdds, about.Family);
        _svg.Close();
    }

    private void WriteVolume(int index, LayerFamily family)
    {
        Shape shape = _definition.ShapeOf(index);
        double y = _arrows.CentreOf(index);
        _scale.Write(_svg, shape, family, _arrows.XOf(index), y);
        _svg.Text("text", LayerDescription.TextOf(shape), ("class", "name number"), ("x", ShapeLeft + Shift), ("y", y + 5));
    }

    private void WriteCard(double y, LayerFamily family, string name, string about)
    {
        double left = CardLeft + Shift;
        double textLeft = left + 16;
        const double room = CardWidth - 28;
        double top = y - CardHeight / 2;
        _svg.Element("rect", ("x", left), ("y", top), ("width", CardWidth), ("height", CardHeight), ("rx", 6.0), ("fill", family.Tint));
        _svg.Element("rect", ("x", left), ("y", top), ("width", 5.0), ("height", CardHeight), ("rx", 2.5), ("fill", family.Line));
        WriteFitting(name, "name", 13 * TextWidth.Bold, textLeft, about.Length == 0 ? y + 5 : y - 4, room);
        if (about.Length > 0)
            WriteFitting(about, "about", 12, textLeft, y + 14, room);
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

    private void WriteCost(double y, double column, long cost, long total, LayerFamily family)
    {
        if (cost == 0)
            return;
        double left = column + Shift;
        double share = (double)cost / total;
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
        double y = Bottom, right = Width - PictureStyle.Margin;
        _svg.Element("line", ("class", "axis"), ("x1", CardLeft + Shift), ("y1", y), ("x2", right), ("y2", y));
        Write("total", "name", CardLeft + 16);
        Write(Figures.Grouped(_definition.ParameterCount), "name number", ParametersLeft);
        Write(Figures.MemorySize(_definition.ParameterCount * (long)sizeof(float)), "small end", ParametersLeft + BarWidth);
        Write(Figures.Grouped(_definition.MultiplyAdds), "name number", MultiplyAddsLeft);

        void Write(string text, string kind, double x) => _svg.Text("text", text, ("class", kind), ("x", x + Shift), ("y", y + 24));
    }
}
