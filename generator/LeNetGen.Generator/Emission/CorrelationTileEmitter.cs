using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;
using static LeNetGen.Generator.Emission.IndexExpression;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <summary>Writes the code of a correlation's register tile, in loops over the tiles of its form.</summary>
internal sealed class CorrelationTileEmitter(SourceWriter writer, CorrelationPlan plan, CorrelationTile tile)
{
    private readonly VectorDialect _vector = VectorDialect.WithLanes(plan.Lanes);
    private readonly int _depth = tile.Depth;
    private readonly int _width = tile.Run.Width * plan.Elements;

    // Loop variables exist only where there is something to loop over.
    private readonly string? _row = RowOf(plan);
    private readonly string? _column = tile.Run.Count > 1 ? "column" : null;
    private readonly string? _target = tile.EndChannel - tile.FirstChannel > tile.Depth ? plan.TargetName : null;
    private readonly string? _source = plan.Connections is not null || plan.SourceChannels > plan.SourceUnroll ? plan.SourceName : null;

    // With connections, the variable of the kernel that connects source and target.
    private readonly string? _kernel = plan.Connections is null ? null : plan.Connections.AreInOrder ? "connection" : "kernel";

    /// <summary>The variable of the target row; null where there is one row.</summary>
    public static string? RowOf(CorrelationPlan plan) => plan.Rows.Targets > 1 ? "row" : null;

    /// <summary>Writes it.</summary>
    /// <param name="outer">The header of a loop around those over tiles; null for none.</param>
    public void Emit(string? outer)
    {
        EmitMasks();
        using (writer.LoopNest(
            outer,
            Loop(_target, tile.FirstChannel, tile.EndChannel, tile.Depth),
            Loop(_column, tile.Run.Start, tile.Run.End, tile.Run.Width)))
        {
            EmitStart();
            EmitReduction();
            EmitEnd();
        }
    }

    /// <summary>The header of a loop with constant bounds; null without a variable.</summary>
    public static string? Loop(string? variable, int start, int end, int step)
    {
        if (variable is null)
            return null;
        string advance = step == 1 ? $"{variable}++" : $"{variable} += {Of(step)}";
        return $"for (nint {variable} = {Of(start)}; {variable} < {Of(end)}; {advance})";
    }

    private static string Accumulator(int pixel, int channel) => $"sum{Of(pixel)}_{Of(channel)}";

    /// <summary>The variable of a mask that has so many lanes; null for all lanes.</summary>
    private string? NameOf(LaneRange lanes) => lanes.IsAll(plan.Lanes) ? null : $"lanes{Of(lanes.First)}To{Of(lanes.End - 1)}";

    /// <summary>Declares the masks of taps of which some lanes read padding: their sums stay as they are, whatever the weight.</summary>
    private void EmitMasks()
    {
        if (plan.ColumnLanes is not { } lanes)
            return;
        IEnumerable<LaneRange> ranges =
            from vector in Enumerable.Range(tile.Run.Start, tile.Run.Width)
            from element in Enumerable.Range(0, lanes.Elements)
            from tap in Enumerable.Range(0, plan.Columns.Kernel)
            select lanes.LiveLanes(vector, element, tap);
        foreach (LaneRange range in ranges.Distinct().Where(range => !range.IsEmpty && NameOf(range) is not null))
            writer.Line($"var {NameOf(range)} = {_vector.MaskOf(range)};");
    }

    /// <summary>The reference that a tap's pixels are counted from.</summary>
    private static string PixelsOf(int tap) => tap == 0 ? "pixels" : "pixels" + Of(tap);

    private void EmitStart()
    {
        for (int channel = 0; channel < _depth; channel++)
        {
            string start = _vector.Zero;
            if (plan.StartsAtBias)
            {
                int step = plan.PixelsAreVectors ? 1 : plan.Lanes;
                string offset = Sum(step * ((_target is null ? tile.FirstChannel : 0) + channel), (_target, step));
                start = plan.PixelsAreVectors ? _vector.Spread("bias", offset) : _vector.Load("bias", offset);
            }

            IEnumerable<string> sums = Enumerable.Range(0, _width)
                .Select(pixel => $"{Accumulator(pixel, channel)} = {(pixel == 0 ? start : Accumulator(0, channel))}");
            writer.Line($"{_vector.Type} {string.Join(", ", sums)};");
            if (plan.Form == CorrelationForm.OwnDifference)
            {
                string own = Sum(
                    ((_target is null ? tile.FirstChannel : 0) + channel) * plan.Target.Channel, (_target, plan.Target.Channel));
                writer.Line($"var own{Of(channel)} = {_vector.Load("own", own)};");
            }
        }
    }

    /// <summary>The loop over source channels, the remainder of its unrolling after it.</summary>
    private void EmitReduction()
    {
        if (plan.Connections is not null)
        {
            EmitConnections();
            return;
        }

        if (plan.Connected.Count > 0)
        {
            EmitConnectedChannels();
            return;
        }

        int looped = plan.SourceChannels / plan.SourceUnroll * plan.SourceUnroll;
        using (writer.LoopNest(Loop(_source, 0, looped, plan.SourceUnroll)))
            EmitSourceChannels(_source, 0, plan.SourceUnroll);
        if (looped == plan.SourceChannels)
            return;
        using (writer.OpenBraces())
            EmitSourceChannels(null, looped, plan.SourceChannels - looped);
    }

    /// <summary>The loop over the source channels that a target channel reads.</summary>
    private void EmitConnections()
    {
        int first = _target is null ? tile.FirstChannel : 0;
        string target = Sum(first, (_target, 1)), next = Sum(first + 1, (_target, 1));
        writer.Line(ConstantTable.Variable("int", "starts", plan.Name + "_Starts"));
        writer.Line($"nint endConnection = Unsafe.Add(ref starts, {next});");
        using (writer.Braces($"for (nint connection = Unsafe.Add(ref starts, {target}); connection < endConnection; connection++)"))
        {
            writer.Line(
                $"nint {plan.SourceName} = Unsafe.Add(ref MemoryMarshal.GetReference({plan.Name}_Sources), connection);");
            if (_kernel == "kernel")
                writer.Line($"nint kernel = Unsafe.Add(ref MemoryMarshal.GetReference({plan.Name}_Kernels), connection);");
            EmitSourceChannels(_source, 0, 1);
        }
    }

    /// <summary>
    /// The loop over all source channels, after each of which the sums of target channels that do not read it are what they were before: a
    /// weight of zero would not do, since an infinite pixel times zero is no number.
    /// </summary>
    private void EmitConnectedChannels()
    {
        using (writer.LoopNest(Loop(_source, 0, plan.SourceChannels, 1)) ?? writer.OpenBraces())
        {
            int row = plan.Connected.Count / plan.SourceChannels;
            string Place(int channel) => Sum(
                ((_target is null ? tile.FirstChannel : 0) + channel) * plan.Lanes, (_source, row), (_target, plan.Lanes));
            writer.Line(ConstantTable.Variable("int", "connected", plan.Name + "_Connected"));
            if (plan.Lanes == 1)
            {
                // A tile of several channels has as many conditions.
                IEnumerable<string> all = Enumerable.Range(0, _depth).Select(channel => Element(Place(channel)));
                using (writer.Braces($"if (({string.Join(" | ", all)}) != 0)"))
                    EmitWhereConnected(channel => $"{Element(Place(channel))} != 0");
                return;
            }

            writer.Line("ref float connectedLanes = ref Unsafe.As<int, float>(ref connected);");
            EmitWhereConnected(channel => _vector.Load("connectedLanes", Place(channel)));
        }

        static string Element(string offset) => $"Unsafe.Add(ref connected, {offset})";
    }

    private void EmitWhereConnected(Func<int, string> isConnected)
    {
        for (int channel = 0; channel < _depth; channel++)
        {
            for (int pixel = 0; pixel < _width; pixel++)
                writer.Line($"var {Before(pixel, channel)} = {Accumulator(pixel, channel)};");
        }

        EmitSourceChannels(_source, 0, 1);
        for (int channel = 0; channel < _depth; channel++)
        {
            writer.Line($"var isConnected{Of(channel)} = {isConnected(channel)};");
            for (int pixel = 0; pixel < _width; pixel++)
            {
                string sum = Accumulator(pixel, channel);
                writer.Line($"{sum} = {_vector.Select($"isConnected{Of(channel)}", sum, Before(pixel, channel))};");
            }
        }
    }

    private static string Before(int pixel, int channel) => $"before{Of(pixel)}_{Of(channel)}";

    private void EmitSourceChannels(string? variable, int first, int count)
    {
        if (plan.Rows.Kernel == 1)
        {
            EmitKernelRow(variable, first, count, 0);
        }
        else if (count > 1)
        {
            // Channel by channel, as the order of sums demands.
            for (int channel = first; channel < first + count; channel++)
                EmitSourceChannels(variable, channel, 1);
        }
        else if (tile.UnrollsKernelRows)
        {
            for (int kernelRow = 0; kernelRow < plan.Rows.Kernel; kernelRow++)
                EmitKernelRow(variable, first, count, kernelRow);
        }
        else
        {
            using (writer.Braces($"for (nint kernelRow = 0; kernelRow < {Of(plan.Rows.Kernel)}; kernelRow++)"))
                EmitKernelRow(variable, first, count, null);
        }
    }

    /// <summary>
    /// One row of the kernel for neighbouring source channels, behind a guard where it may lie in the padding; null stands for the variable
    /// kernelRow.
    /// </summary>
    private void EmitKernelRow(string? sourceVariable, int firstSource, int count, int? kernelRow)
    {
        if (kernelRow is int known && !plan.Rows.IsEverLive(known))
            return;
        IEnumerable<int> kernelRows = kernelRow is int one ? [one] : Enumerable.Range(0, plan.Rows.Kernel);
        var address = new SourceAddress(plan, _row, _column, kernelRow);
        bool guarded = !kernelRows.All(plan.Rows.IsAlwaysLive);
        bool isBlock = guarded || (kernelRow is not null && plan.Rows.Kernel > 1);
        if (kernelRow is int number && plan.Rows.Kernel > 1)
            writer.Line($"// kernel row {Of(number)}");
        if (guarded)
            writer.Line($"if ({address.Guard()})");
        using IDisposable? block = isBlock ? writer.OpenBraces() : null;

        int tapsOfRow = plan.Columns.Kernel * plan.WeightTapStride;
        int firstTarget = _target is null ? tile.FirstChannel : 0;
        string weightOffset = _kernel is not null ? Sum(
            (kernelRow ?? 0) * tapsOfRow,
            (_kernel, plan.Rows.Kernel * plan.Columns.Kernel),
            (kernelRow is null ? "kernelRow" : null, tapsOfRow)) : Sum(
            firstSource * plan.WeightSourceStride + firstTarget * plan.WeightTargetStride + (kernelRow ?? 0) * tapsOfRow,
            (_target, plan.WeightTargetStride),
            (sourceVariable, plan.WeightSourceStride),
            (kernelRow is null ? "kernelRow" : null, tapsOfRow));
        string pixelOffset = Join(
            address.ColumnOffset(),
            address.RowOffset(),
            Sum(firstSource * plan.Source.Channel, (sourceVariable, plan.Source.Channel)));
        writer.Line($"ref float weights = {VectorDialect.Reference("weight", weightOffset)};");
        writer.Line($"ref float pixels = {VectorDialect.Reference(plan.SourceBuffer, pixelOffset)};");
        for (int tap = 1; plan.HidesSharedPixels && tap < plan.Columns.Kernel; tap++)
            writer.Line($"ref float {PixelsOf(tap)} = {VectorDialect.Reference(PixelsOf(tap - 1), "next")};");
        for (int source = 0; source < count; source++)
        {
            for (int kernelColumn = 0; kernelColumn < plan.Columns.Kernel; kernelColumn++)
                EmitTap(source, kernelColumn, Of(source * plan.Columns.Kernel + kernelColumn));
        }
    }

    /// <summary>
    /// One kernel tap of one source channel: weights first, then each pixel's load followed by its multiply-adds, so that few registers are
    /// live at a time, as 16 registers demand. An operand with a single use is left for the multiply-add to read.
    /// </summary>
    /// <param name="source">The source channel, counted from the one that the references start at.</param>
    /// <param name="kernelColumn">The tap's column.</param>
    /// <param name="name">What tells this tap's variables from those of the others.</param>
    private void EmitTap(int source, int kernelColumn, string name)
    {
        int origin = _column is null ? 0 : ColumnRun.SourceShift(plan.Columns, tile.Run.Start);
        int start = plan.HidesSharedPixels ? kernelColumn : 0;
        string pixels = PixelsOf(start);
        List<(int Pixel, int Offset, string? Lanes)> live = [];
        for (int pixel = 0; pixel < _width; pixel++)
        {
            int inChannel = source * plan.Source.Channel;
            if (plan.ColumnLanes is { } lanes)
            {
                (int vector, int element) = (tile.Run.Start + pixel / lanes.Elements, pixel % lanes.Elements);
                LaneRange range = lanes.LiveLanes(vector, element, kernelColumn);
                if (!range.IsEmpty)
                    live.Add((pixel, lanes.OffsetOf(vector, element, kernelColumn) - origin + inChannel, NameOf(range)));
                continue;
            }

            // The pixels of a window follow one another.
            if (plan.Columns.SourceOf(tile.Run.Start + pixel / plan.Elements, kernelColumn) is not int column)
                continue;
            int inWindow = plan.Windows?.OffsetOf(pixel % plan.Elements) ?? 0;
            live.Add((pixel, (column - origin - start) * plan.Source.Column + inWindow + inChannel, null));
        }

        if (live.Count == 0)
            return;

        string[] weights = new string[_depth];
        for (int channel = 0; channel < _depth; channel++)
        {
            int offset = channel * plan.WeightTargetStride + kernelColumn * plan.WeightTapStride + source * plan.WeightSourceStride;
            weights[channel] = plan.PixelsAreVectors ? _vector.Spread("weights", Of(offset)) : _vector.Load("weights", offset);
            if (live.Count == 1)
                continue;
            writer.Line($"var w{name}_{Of(channel)} = {weights[channel]};");
            weights[channel] = $"w{name}_{Of(channel)}";
        }

        foreach ((int pixel, int offset, string? lanes) in live)
        {
            string value = plan.PixelsAreVectors ? _vector.Load(pixels, offset) : _vector.Spread(pixels, Of(offset));
            if (_depth > 1)
            {
                writer.Line($"var x{name}_{Of(pixel)} = {value};");
                value = $"x{name}_{Of(pixel)}";
            }

            for (int channel = 0; channel < _depth; channel++)
            {
                string sum = Accumulator(pixel, channel);
                switch (plan.Form)
                {
                    case CorrelationForm.Product:
                        string added = _vector.MultiplyAdd(value, weights[channel], sum);
                        writer.Line($"{sum} = {(lanes is null ? added : _vector.Select(lanes, added, sum))};");
                        break;
                    case CorrelationForm.SquaredDifference:
                        string difference = $"d{name}_{Of(channel)}";
                        writer.Line($"var {difference} = {value} - {weights[channel]};");
                        writer.Line($"{sum} = {_vector.MultiplyAdd(difference, difference, sum)};");
                        break;
                    default:
                        writer.Line($"{sum} = {_vector.MultiplyAdd(value, $"own{Of(channel)} - {weights[channel]}", sum)};");
                        break;
                }
            }
        }
    }

    private void EmitEnd()
    {
        for (int channel = 0; channel < _depth; channel++)
        {
            for (int column = 0; column < tile.Run.Width; column++)
            {
                int firstTarget = _target is null ? tile.FirstChannel : 0;
                int firstColumn = _column is null ? tile.Run.Start : 0;
                int start = (firstTarget + channel) * plan.Target.Channel + (firstColumn + column) * plan.Target.Column;
                string Offset(int element) => Sum(
                    start + element * plan.Lanes, (_target, plan.Target.Channel), (_row, plan.Target.Row), (_column, plan.Target.Column));
                if (plan.Windows is { } windows)
                {
                    writer.Line(_vector.Store(PooledValue(windows, column, channel), plan.TargetBuffer, Offset(0)));
                    continue;
                }

                for (int element = 0; element < plan.Elements; element++)
                {
                    string value = Value(column * plan.Elements + element, channel, Offset(element));
                    writer.Line(_vector.Store(value, plan.TargetBuffer, Offset(element)));
                }
            }
        }
    }

    /// <summary>What is stored of a sum.</summary>
    private string Value(int pixel, int channel, string offset)
    {
        string sum = Accumulator(pixel, channel);
        if (plan.Form == CorrelationForm.OwnDifference)
            writer.Line($"{sum} += {sum};");
        if (plan.AddsShares)
            writer.Line($"{sum} = {_vector.Load("shares", offset)} + {sum};");
        if (!plan.Derivative.HasDerivative)
            return Activated(sum);
        string output = $"y{Of(pixel)}_{Of(channel)}";
        writer.Line($"var {output} = {_vector.Load(plan.TargetBuffer, offset)};");
        return $"({ActivationExpression.Gradient(plan.Derivative, _vector, sum, output)})";
    }

    /// <summary>What is stored of a window of sums: what the pooling of docs/arithmetic.md makes of their activations.</summary>
    private string PooledValue(PooledWindows windows, int window, int channel)
    {
        bool isMax = windows.Kind == PoolingKind.Max;

        // The largest before ReLU is the largest after it: one ReLU instead of several.
        bool isActivatedLast = isMax && plan.Activation.Kind == Activation.ReLU;
        string[] sums = [.. Enumerable.Range(window * plan.Elements, plan.Elements).Select(pixel => Accumulator(pixel, channel))];
        foreach (string sum in sums.Where(_ => plan.Activation.IsFused && !isActivatedLast))
            writer.Line($"{sum} = {Activated(sum)};");
        foreach (string sum in sums.Skip(1))
            writer.Line(isMax ? $"{sums[0]} = {_vector.WhereGreater(sum, sums[0], sum, sums[0])};" : $"{sums[0]} += {sum};");
        if (isActivatedLast)
            return Activated(sums[0]);
        return windows.Kind == PoolingKind.Average ? $"({sums[0]} * {_vector.Constant(Of((float)(1.0 / windows.Elements)))})" : sums[0];
    }

    private string Activated(string sum) =>
        plan.Activation.IsFused ? $"({ActivationExpression.Value(plan.Activation, _vector, sum)})" : sum;
}
