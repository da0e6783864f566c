using LeNetGen.Training;

namespace LeNetGen.Reporting;

/// <summary>A figure over the epochs of a run.</summary>
/// <param name="Name">Its name in the legend, which also picks its colour.</param>
/// <param name="Points">Its values; those that are not finite are left out and interrupt the line.</param>
internal sealed record Curve(string Name, IReadOnlyList<CurvePoint> Points)
{
    /// <summary>A figure of every epoch that has it.</summary>
    public static Curve Of(string name, History history, Func<EpochRecord, double?> figure) =>
        new(name, [.. history.Epochs.Select(epoch => new CurvePoint(epoch.Epoch, figure(epoch) ?? double.NaN))]);

    /// <summary>Whether there is nothing to draw.</summary>
    public bool IsEmpty => !Points.Any(point => point.IsDrawn);

    /// <summary>The runs of neighbouring points that are joined by lines.</summary>
    public IEnumerable<IReadOnlyList<CurvePoint>> Segments()
    {
        List<CurvePoint> segment = [];
        foreach (CurvePoint point in Points)
        {
            if (point.IsDrawn)
            {
                segment.Add(point);
                continue;
            }
            if (segment.Count > 0)
                yield return segment;
            segment = [];
        }
        if (segment.Count > 0)
            yield return segment;
    }
}
