using LeNetGen.Generator.Planning;

namespace LeNetGen.Generator.Emission;

/// <summary>
/// What one method of a correlation kernel covers: one run of column tiles, and the target channels from <paramref name="FirstChannel"/> in
/// steps of <paramref name="Depth"/>. A method each keeps every one within the compiler's limits.
/// </summary>
internal sealed record CorrelationPart(string Name, ColumnRun Run, int FirstChannel, int EndChannel, int Depth)
{
    public static IEnumerable<CorrelationPart> Of(CorrelationPlan plan)
    {
        int whole = plan.TargetChannels / plan.Tile.Channels * plan.Tile.Channels;
        foreach (ColumnRun run in plan.Runs)
        {
            string columns = plan.Columns.Targets == 1 ? "Tiles" : $"Columns{Literal.Of(run.Start)}To{Literal.Of(run.End - 1)}";
            string name = $"{plan.Name}_{columns}";
            if (whole > 0)
                yield return new CorrelationPart(name, run, 0, whole, plan.Tile.Channels);
            if (whole < plan.TargetChannels)
                yield return new CorrelationPart(name + "_Rest", run, whole, plan.TargetChannels, plan.TargetChannels - whole);
        }
    }
}
