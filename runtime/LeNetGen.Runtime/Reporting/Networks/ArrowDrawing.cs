using LeNetGen.Reporting.Drawing;

namespace LeNetGen.Reporting.Networks;

/// <summary>Draws the arrows between layers, and knows where layers lie. What follows a layer directly is below it.</summary>
internal sealed class ArrowDrawing
{
    private const double FirstLane = 92;
    private const double FirstLaneWidth = 120;
    private const double LaneGap = 10;
    private const double ArrowLaneWidth = 14;
    private const double Corner = 6;

    /// <summary>The distance of arrows from what they connect.</summary>
    private const double Clearance = 4;

    /// <summary>Volumes are no higher than this on either side of their row's centre.</summary>
    private const double HalfVolume = 28;

    private readonly NetworkDefinition _definition;
    private readonly VolumeScale _scale;
    private readonly NetworkLanes _lanes;
    private readonly double _firstRow;
    private readonly double[] _laneCentres;

    /// <summary>Arrows of a network.</summary>
    /// <param name="definition">The network.</param>
    /// <param name="scale">How large volumes are.</param>
    /// <param name="firstRow">Where the input's row starts.</param>
    public ArrowDrawing(NetworkDefinition definition, VolumeScale scale, double firstRow)
    {
        (_definition, _scale, _firstRow) = (definition, scale, firstRow);
        _lanes = new NetworkLanes(definition);
        // Arrows that turn need room between the rows.
        RowHeight = _lanes.Count == 1 ? 68 : 90;
        _laneCentres = new double[_lanes.Count];
        double right = FirstLane + FirstLaneWidth / 2;
        _laneCentres[0] = FirstLane;
        for (int lane = 1; lane < _lanes.Count; lane++)
        {
            double width = WidthOf(lane);
            _laneCentres[lane] = right + LaneGap + width / 2;
            right += LaneGap + width;
        }

        ExtraWidth = _lanes.Count == 1 ? 0 : right + LaneGap - (FirstLane + FirstLaneWidth / 2);
    }

    /// <summary>The distance from one row to the next.</summary>
    public double RowHeight { get; }

    /// <summary>The width of all lanes but the first, and the gap behind the last.</summary>
    public double ExtraWidth { get; }

    /// <summary>The centre of a layer's row.</summary>
    public double CentreOf(int layer) => _firstRow + RowHeight * (layer + 1.5);

    /// <summary>The centre of a layer's lane.</summary>
    public double XOf(int layer) => _laneCentres[_lanes.LaneOf(layer)];

    /// <summary>Draws all arrows.</summary>
    public void Write(SvgWriter svg)
    {
        foreach (NetworkEdge edge in _lanes.Edges)
            Write(svg, edge);
    }

    private double WidthOf(int lane)
    {
        IEnumerable<int> layers = Enumerable.Range(0, _definition.Layers.Length).Where(layer => _lanes.LaneOf(layer) == lane);
        return layers.Select(layer => _scale.WidthOf(_definition.ShapeOf(layer))).Append(ArrowLaneWidth).Max();
    }

    private void Write(SvgWriter svg, NetworkEdge edge)
    {
        double start = CentreOf(edge.From) + _scale.HeightOf(_definition.ShapeOf(edge.From)) / 2 + Clearance;
        double end = CentreOf(edge.To) - _scale.HeightOf(_definition.ShapeOf(edge.To)) / 2 - Clearance;
        (double from, double lane, double to) = (XOf(edge.From), _laneCentres[edge.Lane], XOf(edge.To));
        string path = $"M {Place(from, start)}";

        // Two heights between rows, so that what leaves a layer and what comes to the next one do not run into each other.
        path += Turn(from, lane, CentreOf(edge.From) + HalfVolume + 11);
        path += Turn(lane, to, CentreOf(edge.To) - HalfVolume - 11);
        svg.Element("path", ("class", "arrow"), ("d", $"{path} L {Place(to, end)}"));
        string head = $"{Point(to - 3.5, end - 4)} {Point(to, end)} {Point(to + 3.5, end - 4)}";
        svg.Element("polyline", ("class", "arrow"), ("points", head));
    }

    /// <summary>The way from one lane to another, with round corners; nothing where it is the same.</summary>
    private static string Turn(double from, double to, double y)
    {
        if (from == to)
            return "";
        double corner = from < to ? Corner : -Corner;
        return $" L {Place(from, y - Corner)} Q {Place(from, y)} {Place(from + corner, y)}"
            + $" L {Place(to - corner, y)} Q {Place(to, y)} {Place(to, y + Corner)}";
    }

    private static string Place(double x, double y) => $"{SvgWriter.Coordinate(x)} {SvgWriter.Coordinate(y)}";

    private static string Point(double x, double y) => $"{SvgWriter.Coordinate(x)},{SvgWriter.Coordinate(y)}";
}
