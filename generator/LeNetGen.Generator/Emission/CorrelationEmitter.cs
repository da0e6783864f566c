using LeNetGen.Generator.Planning;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <summary>
/// Writes a correlation kernel: the loops over rows, channels and column tiles with constant bounds, and inside a register tile straight-line
/// code with constant offsets. Border tiles have methods of their own, without the taps that fall into the padding.
/// </summary>
internal static class CorrelationEmitter
{
    private const int BlockLanes = 16;

    public static void Emit(SourceWriter writer, CorrelationPlan plan)
    {
        List<CorrelationPart> parts = [.. CorrelationPart.Of(plan)];
        EmitEntry(writer, plan, parts);
        foreach (CorrelationPart part in parts)
        {
            writer.Line();
            new CorrelationPartEmitter(writer, plan, part).Emit();
        }
    }

    private static string Parameters(CorrelationPlan plan) =>
        $"ref float source, ref float weight, {(plan.StartsAtBias ? "ref float bias, " : "")}ref float target";

    private static void EmitEntry(SourceWriter writer, CorrelationPlan plan, List<CorrelationPart> parts)
    {
        writer.Line($"/// <summary>{plan.Summary}</summary>");
        writer.Line("/// <remarks>");
        writer.Line($"/// {DescribeTile(plan)}");
        writer.Line("/// </remarks>");
        using (writer.Braces($"private static void {plan.Name}({Parameters(plan)})"))
        {
            string bias = plan.StartsAtBias ? "ref bias, " : "";
            if (plan.LaneMeaning == LaneMeaning.Channels || plan.Lanes == BlockLanes)
            {
                foreach (CorrelationPart part in parts)
                    writer.Line($"{part.Name}(ref source, ref weight, {bias}ref target);");
                return;
            }

            using (writer.Braces($"for (int lane = 0; lane < {BlockLanes}; lane += {Of(plan.Lanes)})"))
            {
                foreach (CorrelationPart part in parts)
                    writer.Line($"{part.Name}(ref Unsafe.Add(ref source, lane), ref weight, {bias}ref Unsafe.Add(ref target, lane));");
            }
        }
    }

    private static string DescribeTile(CorrelationPlan plan)
    {
        string lanes = plan.LaneMeaning == LaneMeaning.Images ? $"lanes are images ({Of(plan.Lanes)} of {BlockLanes} at a time)" : $"lanes are {plan.TargetName}s";
        string channels = plan.LaneMeaning == LaneMeaning.Images ? $"{plan.TargetName}s" : $"vectors of {Of(plan.Lanes)} {plan.TargetName}s";
        string unrolled = plan.Rows.Kernel * plan.Columns.Kernel == 1
            ? $"{Of(plan.SourceUnroll)} {plan.SourceName}s unrolled"
            : plan.Runs.Any(plan.UnrollsKernelRowsOf) ? $"all kernel taps unrolled{(plan.Runs.Count > 1 ? ", at the border the kernel columns" : "")}"
            : "kernel columns unrolled, kernel rows in a loop";
        int loads = plan.Tile.Pixels + plan.Tile.Channels;
        return $"Register tile: {Of(plan.Tile.Pixels)} pixels x {Of(plan.Tile.Channels)} {channels}, {Of(plan.Tile.Accumulators)} accumulators; "
            + $"{Of(loads)} loads for {Of(plan.Tile.Accumulators)} multiply-adds a tap; {lanes}; {unrolled}.";
    }
}
