using LeNetGen.Generator.Planning;

namespace LeNetGen.Generator.Emission;

/// <summary>The straight-line code of a register tile, and which tiles of its form it serves.</summary>
/// <param name="Run">The columns: a loop over those of the run, where it has several.</param>
/// <param name="FirstChannel">The first target channel.</param>
/// <param name="EndChannel">Where the loop over target channels ends; one tile needs none.</param>
/// <param name="Depth">Target channels of the tile.</param>
/// <param name="Row">The target row; null for the variable of a loop around the code.</param>
/// <param name="UnrollsKernelRows">Whether kernel rows are straight-line code too; else a loop runs over them.</param>
internal sealed record CorrelationTile(
    ColumnRun Run, int FirstChannel, int EndChannel, int Depth, int? Row, bool UnrollsKernelRows)
{
    /// <summary>Every form of tile of a kernel.</summary>
    public static IEnumerable<CorrelationTile> Of(CorrelationPlan plan)
    {
        int whole = plan.TargetChannels / plan.Tile.Channels * plan.Tile.Channels;
        foreach (ColumnRun run in plan.Runs)
        {
            bool unrolls = plan.UnrollsKernelRowsOf(run);
            if (whole > 0)
                yield return new CorrelationTile(run, 0, whole, plan.Tile.Channels, null, unrolls);
            if (whole < plan.TargetChannels)
                yield return new CorrelationTile(run, whole, plan.TargetChannels, plan.TargetChannels - whole, null, unrolls);
        }
    }

    /// <summary>The same tiles with code for each: those of a row, or of every row.</summary>
    public IEnumerable<CorrelationTile> Unrolled(int? rows)
    {
        for (int row = 0; row < (rows ?? 1); row++)
        {
            for (int column = Run.Start; column < Run.End; column += Run.Width)
            {
                for (int channel = FirstChannel; channel < EndChannel; channel += Depth)
                {
                    yield return this with
                    {
                        Run = new ColumnRun(column, 1, Run.Width),
                        FirstChannel = channel,
                        EndChannel = channel + Depth,
                        Row = rows is null ? null : row,
                    };
                }
            }
        }
    }
}
