using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>
/// The weight gradient of a convolution: lanes are images; a register tile holds the sums of some filters by some columns of one kernel
/// row, while the pixels go by.
/// </summary>
internal sealed record WeightGradientPlan(
    string Name, ShapedConvolution Layer, int Lanes, TapGeometry Rows, TapGeometry Columns, int Filters, int KernelColumns, int PixelUnroll)
{
    /// <summary>
    /// Of a convolution with connections, the kernels that are computed together, <see cref="Filters"/> of one channel at a time: the channel,
    /// and of every kernel its filter and its number.
    /// </summary>
    public EquatableArray<int> Groups { get; init; }

    /// <summary>The kernels that are left, in the same form, each by itself.</summary>
    public EquatableArray<int> Singles { get; init; }

    public RegisterTile Tile => new(KernelColumns, Filters);

    /// <summary>Floats of scratch: 16 lanes of each sum of a tile.</summary>
    public int ScratchLength => Filters * KernelColumns * NetworkPlan.BlockLanes;

    public static WeightGradientPlan Of(ShapedConvolution layer, int lanes)
    {
        KernelBudget budget = KernelBudget.Of(lanes);
        TapGeometry rows = BlockCorrelations.RowsOf(layer), columns = BlockCorrelations.ColumnsOf(layer);
        RegisterTile tile = RegisterTile.Choose(layer.KernelWidth, layer.Output.Channels, layer.Output.Area, 1, budget);
        if (layer.Connections is not null)
            tile = tile with { Channels = GroupSize(layer, tile) };
        int unroll = lanes == 1 ? 1 : Math.Max(1, Math.Min(layer.Output.Width, StraightLine / tile.Accumulators));
        var plan = new WeightGradientPlan(
            layer.Name + "_WeightGradient", layer, lanes, rows, columns, tile.Channels, tile.Pixels, unroll);
        return layer.Connections is null ? plan : plan.Grouped();
    }

    /// <summary>The number of filters at a time that takes least, as they share the channel's pixels; what is left is done one by one.</summary>
    private static int GroupSize(ShapedConvolution layer, RegisterTile most)
    {
        int[] counts = [.. ConnectionLists.KernelsOfChannels(layer).Select(kernels => kernels.Count)];
        int area = layer.Output.Area;
        double Cost(int size) => counts.Sum(count =>
            count / size * new RegisterTile(most.Pixels, size).CostOfTile(area)
            + count % size * new RegisterTile(most.Pixels, 1).CostOfTile(area));
        return Enumerable.Range(1, most.Channels).OrderBy(Cost).First();
    }

    private WeightGradientPlan Grouped()
    {
        List<int> groups = [], singles = [];
        IReadOnlyList<IReadOnlyList<(int Kernel, int Filter)>> lists = ConnectionLists.KernelsOfChannels(Layer);
        for (int channel = 0; channel < lists.Count; channel++)
        {
            int whole = Filters == 1 ? 0 : lists[channel].Count / Filters * Filters;
            for (int place = 0; place < lists[channel].Count; place++)
            {
                (int kernel, int filter) = lists[channel][place];
                List<int> entries = place < whole ? groups : singles;
                if (place >= whole || place % Filters == 0)
                    entries.Add(channel);
                entries.AddRange([filter, kernel]);
            }
        }

        return this with { Groups = groups.ToEquatableArray(), Singles = singles.ToEquatableArray() };
    }

    /// <summary>
    /// Multiply-adds in the body of the loop over pixels; twice the sums of a tile leave the loads of neighbouring pixels room to overlap.
    /// </summary>
    private const int StraightLine = 50;
}
