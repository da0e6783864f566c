namespace LeNetGen.Generator.Planning;

/// <summary>
/// Neighbouring tiles of equal width in which every tap reads the same place relative to the tile, so that one text in a loop serves
/// them all. Tiles at the border, where taps fall into the padding, make runs of their own, without the dead taps.
/// </summary>
/// <param name="Start">The first tile's first column.</param>
/// <param name="Count">The number of tiles.</param>
/// <param name="Width">Columns of a tile.</param>
internal readonly record struct ColumnRun(int Start, int Count, int Width)
{
    public int End => Start + Count * Width;

    /// <summary>Cuts the columns into tiles and the tiles into runs.</summary>
    public static EquatableArray<ColumnRun> Partition(TapGeometry columns, int tileWidth, ColumnLanes? lanes = null)
    {
        var runs = new List<ColumnRun>();
        for (int start = 0; start < columns.Targets; start += tileWidth)
        {
            int width = Math.Min(tileWidth, columns.Targets - start);
            if (runs.Count > 0 && runs[runs.Count - 1] is var last && last.Width == width
                && (lanes is null ? ReadAlike(columns, last.Start, start, width) : ReadAlike(lanes, columns.Kernel, last.Start, start, width)))
            {
                runs[runs.Count - 1] = last with { Count = last.Count + 1 };
            }
            else
            {
                runs.Add(new ColumnRun(start, 1, width));
            }
        }

        return runs.ToEquatableArray();
    }

    /// <summary>How far the sources move from one tile to another.</summary>
    public static int SourceShift(TapGeometry columns, int targetShift) =>
        columns.Transposed ? targetShift / columns.Stride : targetShift * columns.Stride;

    private static bool ReadAlike(ColumnLanes lanes, int kernel, int first, int second, int width)
    {
        for (int vector = 0; vector < width; vector++)
        {
            for (int element = 0; element < lanes.Elements; element++)
            {
                for (int tap = 0; tap < kernel; tap++)
                {
                    if (lanes.LiveLanes(first + vector, element, tap) != lanes.LiveLanes(second + vector, element, tap))
                        return false;
                }
            }
        }

        return true;
    }

    private static bool ReadAlike(TapGeometry columns, int first, int second, int width)
    {
        if (columns.Transposed && (second - first) % columns.Stride != 0)
            return false;
        int shift = SourceShift(columns, second - first);
        for (int pixel = 0; pixel < width; pixel++)
        {
            for (int tap = 0; tap < columns.Kernel; tap++)
            {
                if (columns.SourceOf(first + pixel, tap) + shift != columns.SourceOf(second + pixel, tap))
                    return false;
            }
        }

        return true;
    }
}
