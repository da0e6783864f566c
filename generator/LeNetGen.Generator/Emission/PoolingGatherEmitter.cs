using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;
using static LeNetGen.Generator.Emission.LayerText;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <summary>Writes the input gradient of pooling layers over a block, element by element, where windows overlap.</summary>
internal sealed class PoolingGatherEmitter(SourceWriter writer, PoolingGatherPlan plan, KernelSignature signature)
{
    private readonly ShapedPooling _layer = plan.Layer;
    private readonly VectorDialect _vector = VectorDialect.WithLanes(plan.Lanes);
    private readonly PoolingAxis _rows = PoolingAxis.RowsOf(plan.Layer);
    private readonly PoolingAxis _columns = PoolingAxis.ColumnsOf(plan.Layer);
    private readonly BufferStrides _input = BufferStrides.OfSlice(plan.Layer.Input, plan.Lanes);
    private readonly BufferStrides _output = BufferStrides.OfSlice(plan.Layer.Output, plan.Lanes);

    public static void Emit(SourceWriter writer, PoolingGatherStep step) =>
        new PoolingGatherEmitter(writer, step.Kernel, new KernelSignature(step)).Emit();

    /// <summary>
    /// Stores the gradient of elements that no window covers: zero times the derivative, which is zero, or NaN where that is.
    /// </summary>
    public static void EmitNothing(
        SourceWriter writer, ActivationFunction derivative, VectorDialect vector, string reference, string offset, string y)
    {
        if (derivative.Kind is not (Activation.Sigmoid or Activation.Tanh or Activation.ScaledTanh))
        {
            writer.Line(vector.Store(vector.Zero, reference, offset));
            return;
        }

        if (derivative.Kind == Activation.ScaledTanh)
        {
            // Rounding can make its derivative negative.
            writer.Line($"var {y} = {vector.Load(reference, offset)};");
            writer.Line(vector.Store($"({ActivationExpression.Gradient(derivative, vector, vector.Zero, y)})", reference, offset));
            return;
        }

        // The derivative of a sigmoid and of tanh lies in [0, 1] or is y's NaN, so that the product is what y - y is, sign and all.
        writer.Line($"var {y} = {vector.Load(reference, offset)};");
        writer.Line(vector.Store($"({y} - {y})", reference, offset));
    }

    private void Emit()
    {
        writer.Documentation(
            $"<summary>{_layer.Name}: gradient of its input {_layer.Input} from that of its output {_layer.Output}"
            + $"{PoolingNest.DerivativeText(plan.Derivative)}; it replaces the input.</summary>");
        writer.Line("/// <remarks>");
        writer.Documentation(
            $"Every element adds up the shares of the windows that cover it; "
            + $"{(plan.IsStraightLine ? "tiles of a stride are straight-line code" : "loops run over these windows")}.");
        writer.Line("/// </remarks>");
        signature.EmitDocumentation(writer);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces(signature.Declaration(plan.Name)))
        {
            if (plan.IsStraightLine)
                EmitTiles();
            else
                PoolingLoops.EmitGather(writer, plan, _vector);
        }
    }

    private static string Describe(TileRun row, TileRun column) =>
        $"{Of(row.Count)} x {Counted(column.Count, "tile")} of {Of(row.Size)}x{Of(column.Size)} elements, "
        + $"from ({Of(row.Start)}, {Of(column.Start)}) on";

    private static IEnumerable<int> WindowsOf(PoolingAxis axis, int element)
    {
        int first = axis.FirstWindow(element);
        return Enumerable.Range(first, Math.Max(0, axis.EndWindow(element) - first));
    }

    private static IEnumerable<int> WindowsOf(PoolingAxis axis, TileRun tiles) =>
        Enumerable.Range(tiles.Start, tiles.Size).SelectMany(element => WindowsOf(axis, element)).Distinct();

    private void EmitTiles()
    {
        PoolingNest.EmitScales(writer, _layer, _vector);
        PoolingNest.Emit(
            writer, _layer.Input.Channels, _rows.TileRuns(), _columns.TileRuns(), run => run.Count, Describe, EmitTile);
    }

    private void EmitTile(TileRun row, TileRun column)
    {
        int[] rowWindows = [.. WindowsOf(_rows, row)];
        int[] columnWindows = [.. WindowsOf(_columns, column)];
        if (rowWindows.Length > 0 && columnWindows.Length > 0)
            EmitWindows(row.Count, column.Count, rowWindows, columnWindows);
        string tile = PoolingNest.Offset(
            _input, new Place(row.Start, row.Count, _rows.Stride), new Place(column.Start, column.Count, _columns.Stride));
        writer.Line($"ref float tile = ref Unsafe.Add(ref dx, {tile});");
        for (int y = 0; y < row.Size; y++)
        {
            for (int x = 0; x < column.Size; x++)
            {
                string[] shares = [.. Shares(row.Start + y, column.Start + x, rowWindows, columnWindows)];
                EmitElement(shares, $"{Of(y)}_{Of(x)}", y * _input.Row + x * _input.Column);
            }
        }
    }

    /// <summary>What a tile reads of its windows: of average pooling their shares, of max pooling their gradients and choices.</summary>
    private void EmitWindows(int rowCount, int columnCount, int[] rowWindows, int[] columnWindows)
    {
        bool isMax = _layer.Kind == PoolingKind.Max;
        string start = PoolingNest.Offset(
            _output, new Place(rowWindows[0], rowCount, 1), new Place(columnWindows[0], columnCount, 1));
        writer.Line($"ref float windows = ref Unsafe.Add(ref dz, {start});");
        if (isMax)
            writer.Line($"ref float choices = ref Unsafe.Add(ref choice, {start});");
        for (int row = 0; row < rowWindows.Length; row++)
        {
            for (int column = 0; column < columnWindows.Length; column++)
            {
                string name = $"{Of(row)}_{Of(column)}";
                string load = _vector.Load("windows", row * _output.Row + column * _output.Column);
                if (isMax)
                {
                    writer.Line($"var dz{name} = {load};");
                    writer.Line($"var choice{name} = {_vector.Load("choices", row * _output.Row + column * _output.Column)};");
                }
                else
                {
                    int count = _rows.LiveTaps(rowWindows[row]) * _columns.LiveTaps(columnWindows[column]);
                    writer.Line($"var share{name} = {load}{PoolingNest.TimesScale(_layer, count)};");
                }
            }
        }
    }

    /// <summary>The shares of an element, in the order of the windows that cover it.</summary>
    private IEnumerable<string> Shares(int row, int column, int[] rowWindows, int[] columnWindows)
    {
        foreach (int windowRow in WindowsOf(_rows, row))
        {
            foreach (int windowColumn in WindowsOf(_columns, column))
            {
                string name = $"{Of(windowRow - rowWindows[0])}_{Of(windowColumn - columnWindows[0])}";
                int tap = (row - _rows.Origin(windowRow)) * _layer.PoolWidth + column - _columns.Origin(windowColumn);
                yield return _layer.AddsUp
                    ? $"share{name}"
                    : _vector.Select(_vector.Equal($"choice{name}", _vector.Constant(Of(tap) + "f")), $"dz{name}", _vector.Zero);
            }
        }
    }

    private void EmitElement(string[] shares, string name, int offset)
    {
        if (shares.Length == 0)
        {
            EmitNothing(writer, plan.Derivative, _vector, "tile", Of(offset), $"y{name}");
            return;
        }

        writer.Line($"var dy{name} = {shares[0]};");
        foreach (string share in shares.Skip(1))
            writer.Line($"dy{name} += {share};");
        string value = ActivationExpression.Gradient(plan.Derivative, _vector, $"dy{name}", $"y{name}");
        if (value != $"dy{name}")
        {
            writer.Line($"var y{name} = {_vector.Load("tile", offset)};");
            value = $"({value})";
        }

        writer.Line(_vector.Store(value, "tile", Of(offset)));
    }
}
