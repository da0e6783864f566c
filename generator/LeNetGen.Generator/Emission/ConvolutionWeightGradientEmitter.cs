using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;
using static LeNetGen.Generator.Emission.IndexExpression;
using static LeNetGen.Generator.Emission.LayerText;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <summary>Writes the weight gradient of a convolution.</summary>
internal sealed class ConvolutionWeightGradientEmitter(
    SourceWriter writer, WeightGradientPlan plan, int sliceStride, KernelSignature signature)
{
    private const int BlockLanes = NetworkPlan.BlockLanes;
    private readonly ShapedConvolution _layer = plan.Layer;
    private readonly VectorDialect _vector = VectorDialect.WithLanes(plan.Lanes);

    public static void Emit(SourceWriter writer, ConvolutionGradientStep step) =>
        new ConvolutionWeightGradientEmitter(writer, step.Kernel, step.Source.SliceStride, new KernelSignature(step)).Emit();

    private void Emit()
    {
        if (_layer.Connections is not null)
        {
            writer.Line("// The kernels that are computed together: their channel, then of each its filter and its number.");
            if (plan.Groups.Count > 0)
                ConstantTable.Emit(writer, plan.Name + "_Groups", plan.Groups);
            if (plan.Singles.Count > 0)
                ConstantTable.Emit(writer, plan.Name + "_Singles", plan.Singles);
        }

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
    /// <param name="Table">With connections, the table of the kernels, each entry for so many filters; else null.</param>
    private readonly record struct Part(
        string Name, int FirstFilter, int EndFilter, int Filters, int FirstKernelColumn, int KernelColumns, string? Table = null)
    {
        /// <summary>Numbers of an entry of the table.</summary>
        public int EntryLength => 1 + 2 * Filters;
    }

    private IEnumerable<Part> Parts()
    {
        int filters = _layer.Output.Channels, whole = filters / plan.Filters * plan.Filters;
        for (int column = 0; column < _layer.KernelWidth; column += plan.KernelColumns)
        {
            int width = Math.Min(plan.KernelColumns, _layer.KernelWidth - column);
            string name = $"{plan.Name}_KernelColumns{Of(column)}To{Of(column + width - 1)}";
            if (_layer.Connections is not null)
            {
                if (plan.Groups.Count > 0)
                    yield return new Part(name, 0, plan.Groups.Count, plan.Filters, column, width, plan.Name + "_Groups");
                if (plan.Singles.Count > 0)
                    yield return new Part(name + "_Singles", 0, plan.Singles.Count, 1, column, width, plan.Name + "_Singles");
                continue;
            }

            if (whole > 0)
                yield return new Part(name, 0, whole, plan.Filters, column, width);
            if (whole < filters)
                yield return new Part(name + "_Rest", whole, filters, filters - whole, column, width);
        }
    }

    private void EmitPart(Part part)
    {
        string? channel = part.Table is not null || _layer.Input.Channels > 1 ? "channel" : null;
        signature.EmitComment(writer);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces(signature.Declaration(part.Name)))
        using (part.Table is null ? null : EmitGroupLoop(part))
        using (writer.LoopNest(
            part.Table is null
                ? $"for (nint filter = {Of(part.FirstFilter)}; filter < {Of(part.EndFilter)}; filter += {Of(part.Filters)})"
                : null,
            part.Table is null && channel is not null ? SourceWriter.LoopHeader("channel", _layer.Input.Channels) : null,
            SourceWriter.LoopHeader("kernelRow", _layer.KernelHeight)))
        {
            writer.Line("// rows in which this kernel row is not in the padding");
            EmitRowBounds();
            using (writer.LoopNest(_vector.SliceLoop))
                EmitSums(channel, part);
            int weightsOfFilter = _layer.Input.Channels * _layer.Taps;
            for (int filter = 0; filter < part.Filters; filter++)
            {
                string offset = part.Table is null
                    ? Sum(
                        filter * weightsOfFilter + part.FirstKernelColumn,
                        ("filter", weightsOfFilter),
                        (channel, _layer.Taps),
                        ("kernelRow", _layer.KernelWidth))
                    : Sum(part.FirstKernelColumn, ("kernel" + Of(filter), _layer.Taps), ("kernelRow", _layer.KernelWidth));
                writer.Line(
                    $"LaneTree.AddTo({VectorDialect.Reference("gradient", offset)}, "
                    + $"{VectorDialect.Reference("scratch", Of(filter * part.KernelColumns * BlockLanes))}, {Of(part.KernelColumns)});");
            }
        }
    }

    private IDisposable EmitGroupLoop(Part part)
    {
        IDisposable loop = writer.Braces($"for (nint group = 0; group < {Of(part.EndFilter)}; group += {Of(part.EntryLength)})");
        writer.Line($"ref int entry = ref Unsafe.Add(ref MemoryMarshal.GetReference({part.Table}), group);");
        writer.Line("nint channel = entry;");
        for (int filter = 0; filter < part.Filters; filter++)
        {
            writer.Line(
                $"nint filter{Of(filter)} = Unsafe.Add(ref entry, {Of(1 + 2 * filter)}), "
                + $"kernel{Of(filter)} = Unsafe.Add(ref entry, {Of(2 + 2 * filter)});");
        }

        return loop;
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
            BufferStrides x = BufferStrides.OfSlice(_layer.Input, plan.Lanes), dz = BufferStrides.OfSlice(_layer.Output, plan.Lanes);
            string pixelRow = Sum(
                -rows.Pad * x.Row, (channel, x.Channel), ("row", rows.Stride * x.Row), ("kernelRow", x.Row),
                (_vector.Slice, sliceStride));
            writer.Line($"ref float xRow = {VectorDialect.Reference("x", pixelRow)};");
            string[] filters = part.Table is null
                ? ["filter"]
                : [.. Enumerable.Range(0, part.Filters).Select(filter => "filter" + Of(filter))];
            for (int filter = 0; filter < filters.Length; filter++)
            {
                string gradientRow = Sum(0, (filters[filter], dz.Channel), ("row", dz.Row), (_vector.Slice, sliceStride));
                writer.Line($"ref float {GradientOf("dzRow", filter, part)} = {VectorDialect.Reference("dz", gradientRow)};");
            }

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
                    writer.Line($"ref float xColumn = {VectorDialect.Reference("xRow", Sum(0, ("column", columns.Stride * plan.Lanes)))};");
                    for (int filter = 0; filter < filters.Length; filter++)
                    {
                        string start = VectorDialect.Reference(GradientOf("dzRow", filter, part), Sum(0, ("column", plan.Lanes)));
                        writer.Line($"ref float {GradientOf("dzColumn", filter, part)} = {start};");
                    }

                    for (int pixel = 0; pixel < run.Width; pixel++)
                        EmitPixel("xColumn", "dzColumn", run.Start + pixel, pixel, run.Start * columns.Stride, part);
                }
            }
        }

        for (int filter = 0; filter < part.Filters; filter++)
        {
            for (int column = 0; column < part.KernelColumns; column++)
            {
                string offset = Sum((filter * part.KernelColumns + column) * BlockLanes, (_vector.Slice, plan.Lanes));
                writer.Line(_vector.Store($"sum{Of(filter)}_{Of(column)}", "scratch", offset));
            }
        }
    }

    /// <summary>The reference that a filter's gradients are counted from: with connections, each filter has its own.</summary>
    private static string GradientOf(string reference, int filter, Part part) =>
        part.Table is null ? reference : reference + Of(filter);

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
            int fromFilter = part.Table is null ? filter * _layer.Output.Area : 0;
            string load = _vector.Load(GradientOf(dzRow, filter, part), (fromFilter + relative) * plan.Lanes);
            writer.Line($"var dz{Of(pixel)}_{Of(filter)} = {load};");
        }

        foreach ((int tap, int source) in live)
        {
            string x = $"x{Of(pixel)}_{Of(tap)}";
            writer.Line($"var {x} = {_vector.Load(xRow, source * plan.Lanes)};");
            for (int filter = 0; filter < part.Filters; filter++)
            {
                string sum = $"sum{Of(filter)}_{Of(tap)}";
                writer.Line($"{sum} = {_vector.MultiplyAdd($"dz{Of(pixel)}_{Of(filter)}", x, sum)};");
            }
        }
    }
}
