using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>
/// One direction of a pooling layer, rows or columns: which windows have which elements. Window <c>w</c> and tap <c>t</c> meet at element
/// <c>w * Stride - Pad + t</c>, if there is one.
/// </summary>
/// <param name="Elements">Elements of the input.</param>
/// <param name="Windows">Windows, each of which makes one element of the output.</param>
/// <param name="Size">Taps of a window.</param>
/// <param name="Stride">Elements from one window to the next.</param>
/// <param name="Pad">Padding before the first element.</param>
internal sealed record PoolingAxis(int Elements, int Windows, int Size, int Stride, int Pad)
{
    /// <summary>Whether an element may lie in more than one window.</summary>
    public bool Overlaps => Stride < Size && Windows > 1;

    public static PoolingAxis RowsOf(ShapedPooling layer) =>
        new(layer.Input.Height, layer.Output.Height, layer.PoolHeight, layer.StrideHeight, layer.Pads.Top);

    public static PoolingAxis ColumnsOf(ShapedPooling layer) =>
        new(layer.Input.Width, layer.Output.Width, layer.PoolWidth, layer.StrideWidth, layer.Pads.Left);

    /// <summary>The element under a window's first tap; negative where that lies in the padding.</summary>
    public int Origin(int window) => window * Stride - Pad;

    /// <summary>A window's first tap that has an element.</summary>
    public int FirstTap(int window) => Math.Max(0, -Origin(window));

    /// <summary>The tap after the last one that has an element.</summary>
    public int EndTap(int window) => Math.Min(Size, Elements - Origin(window));

    /// <summary>The taps of a window that have an element.</summary>
    public int LiveTaps(int window) => EndTap(window) - FirstTap(window);

    /// <summary>The first window that covers an element.</summary>
    public int FirstWindow(int element) => (int)Math.Max(0, ((long)element + Pad - Size + Stride) / Stride);

    /// <summary>The window after the last one that covers an element.</summary>
    public int EndWindow(int element) => (int)Math.Min(Windows, ((long)element + Pad) / Stride + 1);

    /// <summary>The windows cut into runs with the same taps.</summary>
    public IReadOnlyList<WindowRun> WindowRuns()
    {
        var runs = new List<WindowRun>();
        for (int window = 0; window < Windows; window++)
        {
            var next = new WindowRun(window, 1, FirstTap(window), EndTap(window));
            if (runs.Count > 0 && runs[runs.Count - 1] is var last && last with { Start = window, Count = 1 } == next)
                runs[runs.Count - 1] = last with { Count = last.Count + 1 };
            else
                runs.Add(next);
        }

        return runs;
    }

    /// <summary>The elements cut into tiles of a stride, and these into runs whose windows lie alike.</summary>
    public IReadOnlyList<TileRun> TileRuns()
    {
        var runs = new List<TileRun>();
        for (int start = 0; start < Elements; start = (int)Math.Min(Elements, (long)start + Stride))
        {
            int size = Math.Min(Stride, Elements - start);
            if (runs.Count > 0 && runs[runs.Count - 1] is var last && last.Size == size && AreAlike(last.Start, start, size))
                runs[runs.Count - 1] = last with { Count = last.Count + 1 };
            else
                runs.Add(new TileRun(start, 1, size));
        }

        return runs;
    }

    /// <summary>The elements that no window covers.</summary>
    public IReadOnlyList<GapRun> GapRuns()
    {
        var runs = new List<GapRun>();
        int start = 0;
        for (int window = 0; window <= Windows; window++)
        {
            int end = window < Windows ? Math.Max(0, Origin(window)) : Elements;
            if (end > start)
                Add(start, end - start);
            if (window < Windows)
                start = Origin(window) + EndTap(window);
        }

        return runs;

        void Add(int gap, int size)
        {
            if (runs.Count > 0 && runs[runs.Count - 1] is var last && last.Size == size && gap == last.Start + last.Count * Stride)
                runs[runs.Count - 1] = last with { Count = last.Count + 1 };
            else
                runs.Add(new GapRun(gap, 1, size));
        }
    }

    /// <summary>Whether windows as large as each other lie at the same places of two tiles.</summary>
    private bool AreAlike(int first, int second, int size)
    {
        int shift = (second - first) / Stride;
        for (int element = 0; element < size; element++)
        {
            int window = FirstWindow(first + element), end = EndWindow(first + element);
            if (FirstWindow(second + element) != window + shift || EndWindow(second + element) != end + shift)
                return false;
            for (; window < end; window++)
            {
                if (LiveTaps(window) != LiveTaps(window + shift))
                    return false;
            }
        }

        return true;
    }
}

/// <summary>Neighbouring windows with the same taps, so that one text in a loop serves them all; those at a border have fewer.</summary>
/// <param name="Start">The first window.</param>
/// <param name="Count">The number of windows.</param>
/// <param name="FirstTap">The first tap that has an element.</param>
/// <param name="EndTap">The tap after the last one that has an element.</param>
internal readonly record struct WindowRun(int Start, int Count, int FirstTap, int EndTap)
{
    public int Taps => EndTap - FirstTap;
}

/// <summary>Neighbouring tiles of input elements, a stride apart, whose windows lie alike.</summary>
/// <param name="Start">The first tile's first element.</param>
/// <param name="Count">The number of tiles.</param>
/// <param name="Size">Elements of a tile.</param>
internal readonly record struct TileRun(int Start, int Count, int Size);

/// <summary>Neighbouring gaps between windows, a stride apart.</summary>
/// <param name="Start">The first gap's first element.</param>
/// <param name="Count">The number of gaps.</param>
/// <param name="Size">Elements of a gap.</param>
internal readonly record struct GapRun(int Start, int Count, int Size);
