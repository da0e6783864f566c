using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;
using static LeNetGen.Generator.Emission.IndexExpression;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <summary>Writes the input gradient of pooling layers over a block, window by window, where windows do not overlap.</summary>
internal sealed class PoolingGradientEmitter(SourceWriter writer, PoolingGradientPlan plan, KernelSignature signature)
{
    /// <summary>Up to so many elements each new maximum takes the gradient from those before it; of more, they pass it back.</summary>
    private const int SmallWindow = 4;

    private readonly ShapedPooling _layer = plan.Layer;
    private readonly VectorDialect _vector = VectorDialect.WithLanes(plan.Lanes);
    private readonly PoolingAxis _rows = PoolingAxis.RowsOf(plan.Layer);
    private readonly PoolingAxis _columns = PoolingAxis.ColumnsOf(plan.Layer);
    private readonly BufferStrides _input = BufferStrides.OfSlice(plan.Layer.Input, plan.Lanes);
    private readonly BufferStrides _output = BufferStrides.OfSlice(plan.Layer.Output, plan.Lanes);

    public static void Emit(SourceWriter writer, PoolingGradientStep step) =>
        new PoolingGradientEmitter(writer, step.Kernel, new KernelSignature(step)).Emit();

    private void Emit()
    {
        writer.Documentation(
            $"<summary>{_layer.Name}: gradient of its input {_layer.Input} from that of its output {_layer.Output}"
            + $"{PoolingNest.DerivativeText(plan.Derivative)}; it replaces the input.</summary>");
        signature.EmitDocumentation(writer);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces(signature.Declaration(plan.Name)))
        {
            PoolingNest.EmitScales(writer, _layer, _vector);
            PoolingNest.Emit(
                writer,
                _layer.Input.Channels,
                _rows.WindowRuns(),
                _columns.WindowRuns(),
                run => run.Count,
                PoolingNest.Describe,
                EmitWindow,
                EmitGaps);
        }
    }

    private void EmitWindow(WindowRun row, WindowRun column)
    {
        bool addsUp = _layer.AddsUp;
        int[] offsets = [.. PoolingEmitter.Window(row, column, _input)];
        Place inputRow = PoolingNest.InInput(_rows, row), inputColumn = PoolingNest.InInput(_columns, column);
        writer.Line($"ref float window = ref Unsafe.Add(ref dx, {PoolingNest.Offset(_input, inputRow, inputColumn)});");
        string from = PoolingNest.Offset(_output, PoolingNest.InOutput(row), PoolingNest.InOutput(column));
        string scale = PoolingNest.TimesScale(_layer, offsets.Length);
        writer.Line($"var dy = {_vector.Load("dz", from)}{scale};");
        bool readsInput = !addsUp || plan.Derivative.HasDerivative;
        for (int element = 0; element < offsets.Length && readsInput; element++)
            writer.Line($"var y{Of(element)} = {_vector.Load("window", offsets[element])};");
        if (!addsUp)
            EmitChosen(offsets.Length);
        for (int element = 0; element < offsets.Length; element++)
        {
            string share = addsUp ? "dy" : $"dy{Of(element)}";
            string value = ActivationExpression.Gradient(plan.Derivative, _vector, share, $"y{Of(element)}");
            writer.Line(_vector.Store(value == share ? value : $"({value})", "window", Of(offsets[element])));
        }
    }

    /// <summary>Finds anew which element the forward pass chose: the last one that was greater than all before it.</summary>
    private void EmitChosen(int count)
    {
        writer.Line("var largest = y0;");
        if (count <= SmallWindow)
            writer.Line("var dy0 = dy;");
        for (int element = 1; element < count; element++)
        {
            string name = Of(element);
            writer.Line($"var greater{name} = {_vector.Greater($"y{name}", "largest")};");
            if (element < count - 1)
                writer.Line($"largest = {_vector.Select($"greater{name}", $"y{name}", "largest")};");
            if (count > SmallWindow)
                continue;
            writer.Line($"var dy{name} = {_vector.Select($"greater{name}", "dy", _vector.Zero)};");
            for (int earlier = 0; earlier < element; earlier++)
                writer.Line($"dy{Of(earlier)} = {_vector.Select($"greater{name}", _vector.Zero, $"dy{Of(earlier)}")};");
        }

        if (count <= SmallWindow)
            return;
        for (int element = count - 1; element > 0; element--)
        {
            string name = Of(element);
            writer.Line($"var dy{name} = {_vector.Select($"greater{name}", "dy", _vector.Zero)};");
            writer.Line($"dy = {_vector.Select($"greater{name}", _vector.Zero, "dy")};");
        }

        writer.Line("var dy0 = dy;");
    }

    /// <summary>Elements that no window covers have no gradient.</summary>
    private void EmitGaps()
    {
        // Rows beyond the last window are cleared whole.
        int coveredRows = _rows.Origin(_rows.Windows - 1) + _rows.EndTap(_rows.Windows - 1);
        foreach (GapRun gap in _columns.GapRuns())
        {
            writer.Line("// columns that no window covers");
            using (writer.Loop("row", coveredRows))
                EmitGap("column", gap, _input.Column, ("row", _input.Row));
        }

        foreach (GapRun gap in _rows.GapRuns())
        {
            writer.Line("// rows that no window covers");
            EmitGap("row", gap, _input.Row, (null, 0));
        }
    }

    private void EmitGap(string variable, GapRun gap, int step, (string? Variable, int Factor) other)
    {
        int stride = variable == "row" ? _rows.Stride : _columns.Stride;
        string? loop = gap.Count == 1 ? null : SourceWriter.LoopHeader(variable, gap.Count);
        string start = Sum(gap.Start * step, ("channel", _input.Channel), other, (loop is null ? null : variable, stride * step));
        using (writer.LoopNest(loop, $"for (nint element = 0; element < {Of(gap.Size * step)}; element += {Of(_vector.Lanes)})"))
            PoolingGatherEmitter.EmitNothing(writer, plan.Derivative, _vector, "dx", start + " + element", "y");
    }
}
