using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;
using static LeNetGen.Generator.Emission.IndexExpression;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <summary>Writes the weight gradient of a convolution.</summary>
internal sealed class ConvolutionWeightGradientEmitter(SourceWriter writer, WeightGradientPlan plan)
{
    private const int BlockLanes = 16;
    private readonly ShapedConvolution _layer = plan.Layer;
    private readonly VectorDialect _vector = VectorDialect.WithLanes(plan.Lanes);

    public static void Emit(SourceWriter writer, WeightGradientPlan plan) => new ConvolutionWeightGradientEmitter(writer, plan).Emit();

    private void Emit()
    {
        writer.Line(
            $"/// <summary>{_layer.Name}: gradient of the weights [{Of(_layer.Output.Channels)},{Of(_layer.Input.Channels)},{Of(_layer.KernelHeight)},"
            + $"{Of(_layer.KernelWidth)}] from x {_layer.Input} and dz {_layer.Output}, added to <paramref name=\"gradient\"/>.</summary>");
        writer.Line("/// <remarks>");
        writer.Line(
            $"/// Register tile: {Of(plan.Filters)} filters x {Of(plan.KernelColumns)} kernel columns, {Of(plan.Filters * plan.KernelColumns)} sums; a pixel "
            + $"costs {Of(plan.Filters + plan.KernelColumns)} loads; {Of(plan.PixelUnroll)} pixels unrolled. Lanes are images; their sums are added by the fixed tree.");
        writer.Line("/// </remarks>");
        List<(string Name, int Filter, int Depth, int EndFilter, int Column, int Width)> parts = [.. Parts()];
        using (writer.Braces($"private static void {plan.Name}(ref float x, ref float dz, ref float scratch, ref float gradient)"))
        {
            foreach (var part in parts)
                writer.Line($"{part.Name}(ref x, ref dz, ref scratch, ref gradient);");
        }

        foreach (var part in parts)
        {
            writer.Line();
            EmitPart(part.Name, part.Filter, part.EndFilter, part.Depth, part.Column, part.Width);
        }
    }

    private IEnumerable<(string Name, int Filter, int Depth, int EndFilter, int Column, int Width)> Parts()
    {
        int filters = _layer.Output.Channels, whole = filters / plan.Filters * plan.Filters;
        for (int column = 0; column < _layer.KernelWidth; column += plan.KernelColumns)
        {
            int width = Math.Min(plan.KernelColumns, _layer.KernelWidth - column);
            string name = $"{plan.Name}_KernelColumns{Of(column)}To{Of(column + width - 1)}";
            if (whole > 0)
                yield return (name, 0, plan.Filters, whole, column, width);
            if (whole < filters)
                yield return (name + "_Rest", whole, filters - whole, filters, column, width);
        }
    }

    private void EmitPart(string name, int firstFilter, int endFilter, int depth, int firstColumn, int width)
    {
        string? channel = _layer.Input.Channels > 1 ? "channel" : null;
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces($"private static void {name}(ref float x, ref float dz, ref float scratch, ref float gradient)"))
        using (writer.LoopNest(
            $"for (nint filter = {Of(firstFilter)}; filter < {Of(endFilter)}; filter += {Of(depth)})",
            channel is null ? null : SourceWriter.LoopHeader("channel", _layer.Input.Channels),
            SourceWriter.LoopHeader("kernelRow", _layer.KernelHeight)))
        {
            writer.Line("// rows in which this kernel row is not in the padding");
            EmitRowBounds();
            using (writer.LoopNest(plan.Lanes == BlockLanes ? null : $"for (nint lane = 0; lane < {BlockLanes}; lane += {Of(plan.Lanes)})"))
            {
                EmitSums(channel, depth, firstColumn, width);
            }

            for (int filter = 0; filter < depth; filter++)
            {
                string offset = Sum(filter * _layer.Input.Channels * _layer.Taps + firstColumn, ("filter", _layer.Input.Channels * _layer.Taps), (channel, _layer.Taps), ("kernelRow", _layer.KernelWidth));
                writer.Line(
                    $"LaneTree.AddTo({VectorDialect.Reference("gradient", offset)}, "
                    + $"{VectorDialect.Reference("scratch", Of(filter * width * BlockLanes))}, {Of(width)});");
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
        writer.Line(clipsBottom ? $"nint endRow = {below} < {Of(rows.Targets)} ? {below} : {Of(rows.Targets)};" : $"const int endRow = {Of(rows.Targets)};");
    }

    private void EmitSums(string? channel, int depth, int firstColumn, int width)
    {
        string? lane = plan.Lanes == BlockLanes ? null : "lane";
        for (int filter = 0; filter < depth; filter++)
        {
            for (int column = 0; column < width; column++)
                writer.Line($"var sum{Of(filter)}_{Of(column)} = {_vector.Zero};");
        }

        using (writer.Braces("for (nint row = firstRow; row < endRow; row++)"))
        {
            TapGeometry rows = plan.Rows, columns = plan.Columns;
            int xRow = _layer.Input.Width * BlockLanes, zRow = _layer.Output.Width * BlockLanes;
            string pixelRow = Sum(-rows.Pad * xRow, (channel, _layer.Input.Area * BlockLanes), ("row", rows.Stride * xRow), ("kernelRow", xRow), (lane, 1));
            string gradientRow = Sum(0, ("filter", _layer.Output.Area * BlockLanes), ("row", zRow), (lane, 1));
            writer.Line($"ref float xRow = {VectorDialect.Reference("x", pixelRow)};");
            writer.Line($"ref float dzRow = {VectorDialect.Reference("dz", gradientRow)};");
            foreach (ColumnRun run in ColumnRun.Partition(columns, 1).SelectMany(Unrolled))
            {
                if (run.Count == 1)
                {
                    for (int pixel = 0; pixel < run.Width; pixel++)
                        EmitPixel("xRow", "dzRow", run.Start + pixel, run.Start + pixel, 0, depth, firstColumn, width);
                    continue;
                }

                string advance = run.Width == 1 ? "column++" : $"column += {Of(run.Width)}";
                using (writer.Braces($"for (nint column = {Of(run.Start)}; column < {Of(run.End)}; {advance})"))
                {
                    writer.Line($"ref float xColumn = {VectorDialect.Reference("xRow", Sum(0, ("column", columns.Stride * BlockLanes)))};");
                    writer.Line($"ref float dzColumn = {VectorDialect.Reference("dzRow", Sum(0, ("column", BlockLanes)))};");
                    for (int pixel = 0; pixel < run.Width; pixel++)
                        EmitPixel("xColumn", "dzColumn", run.Start + pixel, pixel, run.Start * columns.Stride, depth, firstColumn, width);
                }
            }
        }

        for (int filter = 0; filter < depth; filter++)
        {
            for (int column = 0; column < width; column++)
                writer.Line(_vector.Store($"sum{Of(filter)}_{Of(column)}", "scratch", Sum((filter * width + column) * BlockLanes, (lane, 1))));
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

    private void EmitPixel(string xRow, string dzRow, int pixel, int relative, int origin, int depth, int firstColumn, int width)
    {
        List<(int Tap, int Source)> live = [];
        for (int tap = 0; tap < width; tap++)
        {
            if (plan.Columns.SourceOf(pixel, firstColumn + tap) is int source)
                live.Add((tap, source - origin));
        }

        if (live.Count == 0)
            return;
        for (int filter = 0; filter < depth; filter++)
        {
            string load = _vector.Load(dzRow, filter * _layer.Output.Area * BlockLanes + relative * BlockLanes);
            writer.Line($"var dz{Of(pixel)}_{Of(filter)} = {load};");
        }

        foreach ((int tap, int source) in live)
        {
            string x = $"x{Of(pixel)}_{Of(tap)}";
            writer.Line($"var {x} = {_vector.Load(xRow, source * BlockLanes)};");
            for (int filter = 0; filter < depth; filter++)
            {
                string sum = $"sum{Of(filter)}_{Of(tap)}";
                writer.Line($"{sum} = {_vector.MultiplyAdd($"dz{Of(pixel)}_{Of(filter)}", x, sum)};");
            }
        }
    }
}
