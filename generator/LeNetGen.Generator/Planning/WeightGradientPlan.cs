using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>
/// The weight gradient of a convolution: lanes are images; a register tile holds the sums of some filters by some columns of one kernel
/// row, while the pixels go by.
/// </summary>
internal sealed record WeightGradientPlan(
    string Name, ShapedConvolution Layer, int Lanes, TapGeometry Rows, TapGeometry Columns, int Filters, int KernelColumns, int PixelUnroll)
{
    public RegisterTile Tile => new(KernelColumns, Filters);

    /// <summary>Floats of scratch: 16 lanes of each sum of a tile.</summary>
    public int ScratchLength => Filters * KernelColumns * NetworkPlan.BlockLanes;

    public static WeightGradientPlan Of(ShapedConvolution layer, int lanes)
    {
        KernelBudget budget = KernelBudget.Of(lanes);
        TapGeometry rows = BlockCorrelations.RowsOf(layer), columns = BlockCorrelations.ColumnsOf(layer);
        RegisterTile tile = RegisterTile.Choose(layer.KernelWidth, layer.Output.Channels, layer.Output.Area, 1, budget);
        int unroll = lanes == 1 ? 1 : Math.Max(1, Math.Min(layer.Output.Width, StraightLine / tile.Accumulators));
        return new WeightGradientPlan(layer.Name + "_WeightGradient", layer, lanes, rows, columns, tile.Channels, tile.Pixels, unroll);
    }

    /// <summary>
    /// Multiply-adds in the body of the loop over pixels; twice the sums of a tile leave the loads of neighbouring pixels room to overlap.
    /// </summary>
    private const int StraightLine = 50;
}
