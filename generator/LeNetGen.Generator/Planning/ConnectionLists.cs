using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>What each target channel of a correlation reads, where it does not read every source channel.</summary>
/// <param name="Starts">Where each target's list starts in the others; one more at the end.</param>
/// <param name="Sources">The source channels, ascending in each list.</param>
/// <param name="Kernels">The kernels of the weight that connect them.</param>
internal sealed record ConnectionLists(EquatableArray<int> Starts, EquatableArray<int> Sources, EquatableArray<int> Kernels)
{
    /// <summary>Whether each connection's kernel is that of its own number.</summary>
    public bool AreInOrder => Kernels.SequenceEqual(Enumerable.Range(0, Kernels.Count));

    /// <summary>The channels that each filter reads; null where it reads all.</summary>
    public static ConnectionLists? OfFilters(ShapedConvolution? layer) =>
        layer?.Connections is null ? null : Of(layer.KernelsOfFilters());

    /// <summary>The filters that read each channel; null where all do.</summary>
    public static ConnectionLists? OfChannels(ShapedConvolution? layer) =>
        layer?.Connections is null ? null : Of(KernelsOfChannels(layer));

    /// <summary>Of every channel the kernels that read it, and their filters.</summary>
    public static IReadOnlyList<IReadOnlyList<(int Kernel, int Filter)>> KernelsOfChannels(ShapedConvolution layer)
    {
        var lists = new List<(int, int)>[layer.Input.Channels];
        for (int channel = 0; channel < lists.Length; channel++)
            lists[channel] = [];
        IReadOnlyList<IReadOnlyList<(int Kernel, int Channel)>> filters = layer.KernelsOfFilters();
        for (int filter = 0; filter < filters.Count; filter++)
        {
            foreach ((int kernel, int channel) in filters[filter])
                lists[channel].Add((kernel, filter));
        }

        return lists;
    }

    private static ConnectionLists Of(IReadOnlyList<IReadOnlyList<(int Kernel, int Source)>> lists)
    {
        var starts = new List<int> { 0 };
        foreach (IReadOnlyList<(int, int)> list in lists)
            starts.Add(starts[starts.Count - 1] + list.Count);
        return new ConnectionLists(
            starts.ToEquatableArray(),
            lists.SelectMany(list => list.Select(connection => connection.Source)).ToEquatableArray(),
            lists.SelectMany(list => list.Select(connection => connection.Kernel)).ToEquatableArray());
    }
}
