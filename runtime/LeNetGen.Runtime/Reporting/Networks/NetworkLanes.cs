using System.Collections.Immutable;

namespace LeNetGen.Reporting.Networks;

/// <summary>
/// Where the layers of a graph and the arrows between them lie: each layer in a row of its own, in the order in which they are computed,
/// and in a lane. A layer stays in the lane of what it reads if it is the first to read it; other readers of the same start lanes of their
/// own. An arrow to a layer that is in neither of these lanes goes down beside them. No arrow goes down through a layer.
/// </summary>
internal sealed class NetworkLanes
{
    private readonly NetworkDefinition _definition;

    // By row: the input's is 0.
    private readonly int[] _lanes;
    private readonly List<NetworkEdge> _edges = [];

    // The row from which on each lane is free.
    private readonly List<int> _freeFrom = [];

    public NetworkLanes(NetworkDefinition definition)
    {
        _definition = definition;
        _lanes = new int[definition.Layers.Length + 1];
        for (int layer = NetworkDefinition.InputIndex; layer < definition.Layers.Length; layer++)
            Place(layer);
    }

    /// <summary>The number of lanes.</summary>
    public int Count => _freeFrom.Count;

    /// <summary>All arrows, in the order of the layers that they start from.</summary>
    public IReadOnlyList<NetworkEdge> Edges => _edges;

    /// <summary>The lane of a layer.</summary>
    /// <param name="layer">The layer's index, or <see cref="NetworkDefinition.InputIndex"/>.</param>
    public int LaneOf(int layer) => _lanes[RowOf(layer)];

    private static int RowOf(int layer) => layer + 1;

    private void Place(int layer)
    {
        int row = RowOf(layer);
        int[] readers = [.. _definition.ReadersOf(layer)];
        int[] handedOver = HandedOverTo(layer);
        if (layer == NetworkDefinition.InputIndex)
            _freeFrom.Add(row);
        else if (handedOver.Length > 0)
            _lanes[row] = handedOver.Min(LaneOf);

        // The lane of one that starts a branch was taken when what it reads was placed.
        int lane = _lanes[row];
        _freeFrom[lane] = readers.Length == 0 ? row : RowOf(readers[0]);
        foreach (int reader in readers)
        {
            int times = _definition.InputsOf(reader).Count(input => input == layer);
            for (int time = 0; time < times; time++)
                _edges.Add(new NetworkEdge(layer, reader, reader == readers[0] && time == 0 ? lane : TakeLane(layer, reader, time)));
        }
    }

    /// <summary>The lane of an arrow to a reader other than the first.</summary>
    private int TakeLane(int layer, int reader, int time)
    {
        int lane = _freeFrom.FindIndex(free => free <= RowOf(layer));
        if (lane < 0)
        {
            lane = _freeFrom.Count;
            _freeFrom.Add(0);
        }

        _freeFrom[lane] = RowOf(reader);
        bool startsBranch = HandedOverTo(reader).Length == 0 && _definition.InputsOf(reader).Max() == layer && time == 0;
        if (startsBranch)
            _lanes[RowOf(reader)] = lane;
        return lane;
    }

    /// <summary>What a layer is the first to read.</summary>
    private int[] HandedOverTo(int layer)
    {
        if (layer == NetworkDefinition.InputIndex)
            return [];
        ImmutableArray<int> inputs = _definition.InputsOf(layer);
        return [.. inputs.Distinct().Where(input => _definition.ReadersOf(input).First() == layer)];
    }
}
