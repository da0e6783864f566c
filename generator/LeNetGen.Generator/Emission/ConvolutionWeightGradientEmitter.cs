using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;
using static LeNetGen.Generator.Emission.IndexExpression;
using static LeNetGen.Generator.Emission.LayerText;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <summary>Writes the weight gradient of a convolution.</summary>
internal sealed class ConvolutionWeightGradientEmitter(SourceWriter writer, WeightGradientPlan plan, KernelSignature signature)
{
    private const int BlockLanes = NetworkPlan.BlockLanes;
    private readonly ShapedConvolution _layer = plan.Layer;
    private readonly VectorDialect _vector = VectorDialect.WithLanes(plan.Lanes);

    public static void Emit(SourceWriter writer, ConvolutionGradientStep step) =>
        new ConvolutionWeightGradientEmitter(writer, step.Kernel, new KernelSignature(step)).Emit();

    private void Emit()
    {
        string unrolled = plan.PixelUnroll == 1 ? "pixels in a loop" : $"{Of(plan.PixelUnroll)} pixels unrolled";
        writer.Documentation(
            $"<summary>{_layer.Name}: gradient of the weights from x {_layer.Input} and dz {_layer.Output}, added to gradient.</summary>");
        writer.Line("/// <remarks>");
        writer.Documentation(
            $"Register tile: {Counted(plan.Filters, "filter")} x {Counted(plan.KernelColumns, "kernel column")}, "
            + $"{Counted(plan.Filters * plan.KernelColumns, "sum")}; a pixel costs {Counted(plan.Filters + plan.KernelColumns, "load")}; "
            + $"{unrolled}. {(plan.Lanes == 1 ? "One image at a time" : "Lanes are images")}; their sums are added by the fixed tree.");
        writer.Line("/// </remarks>");
        signature.EmitDocumentation(writer);
        List<Part> parts = [.. Parts()];
        using (writer.Braces(signature.Declaration(plan.Name)))
        {
            foreach (Part part in parts)
                writer.Line(signature.Call(part.Name));
        }

        foreach (Part part in parts)
        {
            writer.Line();
            EmitPart(part);
        }
    }

    /// <summary>
    /// What one method covers: the filters up to <paramref name="EndFilter"/>, so many at a time, by some kernel columns.
    /// </summary>
    private readonly record struct Part(
        string Name, int FirstFilter, int EndFilter, int Filters, int FirstKernelColumn, int KernelColumns);

    private IEnumerable<Part> Parts()
    {
        int filters = _layer.Output.Channels, whole = filters / plan.Filters * plan.Filters;
        for (int column = 0; column < _layer.KernelWidth; column += plan.KernelColumns)
        {
            int width = Math.Min(plan.KernelColumns, _layer.KernelWidth - column);
            string name = $"{plan.Name}_KernelColumns{Of(column)}To{Of(column + width - 1)}";
            if (whole > 0)
                yield return new Part(name, 0, whole, plan.Filters, column, width);
            if (whole < filters)
                yield return new Part(name + "_Rest", whole, filters, filters - whole, column, width);
        }
    }

    private void EmitPart(Part part)
    {
        string? channel = _layer.Input.Channels > 1 ? "channel" : null;
        signature.EmitComment(writer);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces(signature.Declaration(part.Name)))
        using (writer.LoopNest(
            $"for (nint filter = {Of(part.FirstFilter)}; filter < {Of(part.EndFilter)}; filter += {Of(part.Filters)})",
            channel is null ? null : SourceWriter.LoopHeader("channel", _layer.Input.Channels),
            SourceWriter.LoopHeader("kernelRow", _layer.KernelHeight)))
        {
            writer.Line("// rows in which this kernel row is not in the padding");
            EmitRowBounds();
            using (writer.LoopNest(_vector.LaneLoop))
                EmitSums(channel, part);
            int weightsOfFilter = _layer.Input.Channels * _layer.Taps;
            for (int filter = 0; filter < part.Filters; filter++)
            {
                string offset = Sum(
                    filter * weightsOfFilter + part.FirstKernelColumn,
                    ("filter", weightsOfFilter),
                    (channel, _layer.Taps),
                    ("kernelRow", _layer.KernelWidth));
                writer.Line(
                    $"LaneTree.AddTo({VectorDialect.Reference("gradient", offset)}, "
                    + $"{VectorDialect.Reference("scratch", Of(filter * part.KernelColumns * BlockLanes))}, {Of(part.KernelColumns)});");
            }
        }
    }

    private void EmitRowBounds()
    {
        TapGeometry rows = plan.Rows;
        int stride = rows.Stride;
        bool clipsTop = rows.Pad > 0;
        bool clipsBottom = (rows.Targets - 1) * stride - rows.Pad + rows.Kernel > rows.Sources;
        string above = stride == 1 ? $"{Of(rows.Pad)} - kernelRow" : $"({Of(rows.Pad + stride - 1)} - kernelRow) / {Of(stride)}";
        string below = stride == 1
            ? $"{Of(rows.Sources + rows.Pad)} - kernelRow"
            : $"({Of(rows.Sources + rows.Pad + stride - 1)} - kernelRow) / {Of(stride)}";
        writer.Line(clipsTop ? $"nint firstRow = kernelRow < {Of(rows.Pad)} ? {above} : 0;" : "const int firstRow = 0;");
        writer.Line(clipsBottom
            ? $"nint endRow = {below} < {Of(rows.Targets)} ? {below} : {Of(rows.Targets)};"
            : $"const int endRow = {Of(rows.Targets)};");
    }

    private void EmitSums(string? channel, Part part)
    {
        for (int filter = 0; filter < part.Filters; filter++)
        {
            for (int column = 0; column < part.KernelColumns; column++)
                writer.Line($"var sum{Of(filter)}_{Of(column)} = {_vector.Zero};");
        }

        using (writer.Braces("for (nint row = firstRow; row < endRow; row++)"))
        {
            TapGeometry rows = plan.Rows, columns = plan.Columns;
            BufferStrides x = BufferStrides.OfBlock(_layer.Input), dz = BufferStrides.OfBlock(_layer.Output);
            string pixelRow = Sum(
                -rows.Pad * x.Row, (channel, x.Channel), ("row", rows.Stride * x.Row), ("kernelRow", x.Row), (_vector.Lane, 1));
            string gradientRow = Sum(0, ("filter", dz.Channel), ("row", dz.Row), (_vector.Lane, 1));
            writer.Line($"ref float xRow = {VectorDialect.Reference("x", pixelRow)};");
            writer.Line($"ref float dzRow = {VectorDialect.Reference("dz", gradientRow)};");
            foreach (ColumnRun run in ColumnRun.Partition(columns, 1).SelectMany(Unrolled))
            {
                if (run.Count == 1)
                {
                    for (int pixel = 0; pixel < run.Width; pixel++)
                        EmitPixel("xRow", "dzRow", run.Start + pixel, run.Start + pixel, 0, part);
                    continue;
                }

                string advance = run.Width == 1 ? "column++" : $"column += {Of(run.Width)}";
                using (writer.Braces($"for (nint column = {Of(run.Start)}; column < {Of(run.End)}; {advance})"))
                {
                    writer.Line($"ref float xColumn = {VectorDialect.Reference("xRow", Sum(0, ("column", columns.Stride * BlockLanes)))};");
                    writer.Line($"ref float dzColumn = {VectorDialect.Reference("dzRow", Sum(0, ("column", BlockLanes)))};");
                    for (int pixel = 0; pixel < run.Width; pixel++)
                        EmitPixel("xColumn", "dzColumn", run.Start + pixel, pixel, run.Start * columns.Stride, part);
                }
            }
        }

        for (int filter = 0; filter < part.Filters; filter++)
        {
            for (int column = 0; column < part.KernelColumns; column++)
            {
                string offset = Sum((filter * part.KernelColumns + column) * BlockLanes, (_vector.Lane, 1));
                writer.Line(_vector.Store($"sum{Of(filter)}_{Of(column)}", "scratch", offset));
            }
        }
    }

    /// <summary>A run of like pixels as a loop over so many unrolled ones, and the rest.</summary>
    private IEnumerable<ColumnRun> Unrolled(ColumnRun run)
    {
        int whole = run.Count / plan.PixelUnroll;
        if (whole > 0)
            yield return new ColumnRun(run.Start, whole, plan.PixelUnroll);
        int rest = run.Count - whole * plan.PixelUnroll;
        if (rest > 0)
            yield return new ColumnRun(run.Start + whole * plan.PixelUnroll, 1, rest);
    }

    private void EmitPixel(string xRow, string dzRow, int pixel, int relative, int origin, Part part)
    {
        List<(int Tap, int Source)> live = [];
        for (int tap = 0; tap < part.KernelColumns; tap++)
        {
            if (plan.Columns.SourceOf(pixel, part.FirstKernelColumn + tap) is int source)
                live.Add((tap, source - origin));
        }

        if (live.Count == 0)
            return;
        for (int filter = 0; filter < part.Filters; filter++)
        {
            string load = _vector.Load(dzRow, filter * _layer.Output.Area * BlockLanes + relative * BlockLanes);
            writer.Line($"var dz{Of(pixel)}_{Of(filter)} = {load};");
        }

        foreach ((int tap, int source) in live)
        {
            string x = $"x{Of(pixel)}_{Of(tap)}";
            writer.Line($"var {x} = {_vector.Load(xRow, source * BlockLanes)};");
            for (int filter = 0; filter < part.Filters; filter++)
            {
                string sum = $"sum{Of(filter)}_{Of(tap)}";
                writer.Line($"{sum} = {_vector.MultiplyAdd($"dz{Of(pixel)}_{Of(filter)}", x, sum)};");
            }
        }
    }
}
