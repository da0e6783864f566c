using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Planning;
using static LeNetGen.Generator.Emission.LayerText;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <summary>
/// Writes a correlation kernel: the loops over rows, channels and column tiles with constant bounds, and inside a register tile
/// straight-line code with constant offsets. Border tiles have methods of their own, without the taps that fall into the padding.
/// </summary>
internal static class CorrelationEmitter
{
    public static void Emit(SourceWriter writer, CorrelationStep step)
    {
        CorrelationPlan plan = step.Kernel;
        var signature = new KernelSignature(step);
        List<CorrelationPart> parts = [.. CorrelationPart.Of(plan)];
        EmitTables(writer, plan);
        EmitEntry(writer, plan, signature, parts);
        foreach (CorrelationPart part in parts)
        {
            writer.Line();
            CorrelationPartEmitter.Emit(writer, plan, signature, part);
        }
    }

    private static void EmitTables(SourceWriter writer, CorrelationPlan plan)
    {
        if (plan.Constants.Count > 0)
            ConstantTable.Emit(writer, plan.Name + "_Codes", plan.Constants);
        if (plan.Connected.Count > 0)
            ConstantTable.Emit(writer, plan.Name + "_Connected", plan.Connected);
        if (plan.Connections is not { } lists)
            return;
        writer.Line($"// The {plan.SourceName}s that each {plan.TargetName} reads, and where the list of each starts.");
        ConstantTable.Emit(writer, plan.Name + "_Sources", lists.Sources);
        ConstantTable.Emit(writer, plan.Name + "_Starts", lists.Starts);
        if (!lists.AreInOrder)
            ConstantTable.Emit(writer, plan.Name + "_Kernels", lists.Kernels);
    }

    private static void EmitEntry(SourceWriter writer, CorrelationPlan plan, KernelSignature signature, List<CorrelationPart> parts)
    {
        writer.Documentation($"<summary>{plan.Summary}</summary>");
        writer.Line("/// <remarks>");
        writer.Documentation(DescribeTile(plan));
        writer.Line("/// </remarks>");
        signature.EmitDocumentation(writer);
        string last = plan.HidesSharedPixels ? $", next: {Of(plan.Source.Column)}" : "";
        using (writer.Braces(signature.Declaration(plan.Name)))
        {
            foreach (CorrelationPart part in parts)
                writer.Line(signature.Call(part.Name, last));
        }
    }

    private static string DescribeTile(CorrelationPlan plan)
    {
        int pixels = plan.Tile.Pixels, channels = plan.Tile.Channels;
        string tile = DescribePixels(plan)
            + (plan.PixelsAreVectors ? Counted(channels, plan.TargetName) : CountedVectors(channels, plan.Lanes, plan.TargetName));
        string sums = $"{Counted(plan.Tile.Accumulators, "accumulator")}; "
            + $"{Counted(pixels + channels, "load")} for {Counted(plan.Tile.Accumulators, "multiply-add")} a tap";
        string tiles = plan.Unroll switch
        {
            Unroll.Layer => "; the layer's tiles one after the other",
            Unroll.Row => plan.Rows.Targets > 1 ? "; a row's tiles one after the other" : "; tiles one after the other",
            _ => "",
        };
        string connected = plan.Connections is not null
            ? $" A {plan.TargetName} reads only the {plan.SourceName}s that it is connected to."
            : plan.Connected.Count > 0
                ? $" Of every {plan.SourceName}, the sums of {plan.TargetName}s that are not connected to it stay as they are."
                : "";
        return $"Register tile: {tile}, {sums}; {DescribeLanes(plan)}; {DescribeUnrolling(plan)}{tiles}. "
            + $"{Percent(plan.ExpectedFraction)} of the peak is expected.{connected}";
    }

    /// <summary>The tile's pixels and the sign of multiplication; nothing where there is one.</summary>
    private static string DescribePixels(CorrelationPlan plan)
    {
        int pixels = plan.Tile.Pixels;
        if (plan.Windows is { } windows)
            return $"{Counted(pixels / windows.Elements, "window")} of {Of(windows.Height)}x{Of(windows.Width)} pixels x ";
        if (plan.ColumnLanes is { } lanes)
            return $"{CountedVectors(pixels / lanes.Elements, plan.Lanes, "window")} x {Counted(lanes.Elements, "column")} x ";
        return plan.Columns.Targets == 1 ? "" : $"{Counted(pixels, plan.TakesAllSlices ? "slice" : "pixel")} x ";
    }

    private static string DescribeLanes(CorrelationPlan plan) => plan.Lanes == 1
        ? $"one {(plan.PixelsAreVectors ? "image" : plan.TargetName)} at a time"
        : $"lanes are {LanesOf(plan.LaneMeaning, plan.TargetName)}";

    private static string DescribeUnrolling(CorrelationPlan plan)
    {
        if (plan.Rows.Kernel * plan.Columns.Kernel == 1 && plan.Connections is null && plan.Connected.Count == 0)
            return plan.SourceUnroll == 1 ? $"{plan.SourceName}s in a loop" : $"{Of(plan.SourceUnroll)} {plan.SourceName}s unrolled";
        if (!plan.Runs.Any(plan.UnrollsKernelRowsOf))
            return "kernel columns unrolled, kernel rows in a loop";
        return "all kernel taps unrolled" + (plan.Runs.All(plan.UnrollsKernelRowsOf) ? "" : ", in border tiles only those of a kernel row");
    }
}
