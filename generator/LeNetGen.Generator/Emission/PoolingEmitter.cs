using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <summary>Writes the forward pass of pooling layers, and the choice of maxima that a pass back needs where windows overlap.</summary>
internal static class PoolingEmitter
{
    public static void EmitForward(SourceWriter writer, PoolingStep step)
    {
        PoolingPlan plan = step.Kernel;
        var signature = new KernelSignature(step);
        ShapedPooling layer = plan.Layer;
        VectorDialect vector = VectorDialect.WithLanes(plan.Lanes);
        bool isBlock = plan.LaneMeaning == LaneMeaning.Images;
        string name = isBlock ? layer.Name : layer.Name + ", one image";
        string lanes = plan.Lanes == 1 ? "" : $"; lanes are {LayerText.LanesOf(plan.LaneMeaning, "channel")}";
        writer.Documentation(
            $"<summary>{name}: {PoolingNest.KindName(layer)} of {Of(layer.PoolHeight)}x{Of(layer.PoolWidth)} windows"
            + $"{LayerText.StrideOf(layer)}{LayerText.PaddingOf(layer.Pads)}, {layer.Input} -> {layer.Output}{lanes}.</summary>");
        signature.EmitDocumentation(writer);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces(signature.Declaration(plan.Name)))
        {
            if (plan.IsStraightLine)
                EmitWindows(writer, plan, vector, signature.RowLoop);
            else
                PoolingLoops.EmitForward(writer, plan, vector);
        }
    }

    public static void EmitChoice(SourceWriter writer, PoolingChoiceStep step)
    {
        PoolingChoicePlan plan = step.Kernel;
        var signature = new KernelSignature(step);
        ShapedPooling layer = plan.Layer;
        VectorDialect vector = VectorDialect.WithLanes(plan.Lanes);
        writer.Documentation(
            $"<summary>{layer.Name}: the number of the element that each {Of(layer.PoolHeight)}x{Of(layer.PoolWidth)} window chose, "
            + "row by row, as a float.</summary>");
        signature.EmitDocumentation(writer);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces(signature.Declaration(plan.Name)))
        {
            if (plan.IsStraightLine)
                EmitChoices(writer, layer, vector);
            else
                PoolingLoops.EmitChoice(writer, layer, vector);
        }
    }

    private static void EmitWindows(SourceWriter writer, PoolingPlan plan, VectorDialect vector, string? rowLoop)
    {
        ShapedPooling layer = plan.Layer;
        PoolingAxis rows = PoolingAxis.RowsOf(layer), columns = plan.Columns;
        PoolingNest.EmitScales(writer, layer, vector);
        PoolingNest.Emit(
            writer,
            plan.ChannelSteps,
            rows.WindowRuns(),
            columns.WindowRuns(),
            run => run.Count,
            PoolingNest.Describe,
            (row, column) =>
            {
                string start = PoolingNest.Offset(plan.Source, PoolingNest.InInput(rows, row), PoolingNest.InInput(columns, column));
                writer.Line($"ref float window = ref Unsafe.Add(ref x, {start});");
                int[] offsets = [.. Window(row, column, plan.Source)];
                writer.Line($"var result = {vector.Load("window", offsets[0])};");
                for (int element = 1; element < offsets.Length; element++)
                {
                    string load = vector.Load("window", offsets[element]);
                    if (layer.AddsUp)
                    {
                        writer.Line($"result += {load};");
                    }
                    else
                    {
                        writer.Line($"var x{Of(element)} = {load};");
                        writer.Line($"result = {vector.WhereGreater($"x{Of(element)}", "result", $"x{Of(element)}", "result")};");
                    }
                }

                string end = PoolingNest.Offset(plan.Target, PoolingNest.InOutput(row), PoolingNest.InOutput(column));
                string scale = PoolingNest.TimesScale(layer, offsets.Length);
                string result = scale.Length == 0 ? "result" : $"(result{scale})";
                if (plan.LaneMeaning == LaneMeaning.Windows && columns.Windows * plan.Lanes > layer.Output.Width)
                    writer.Line("// Lanes behind the row's last window are written over by the next row.");
                writer.Line(vector.Store(result, "y", end));
            },
            rowLoop: rowLoop);
    }

    private static void EmitChoices(SourceWriter writer, ShapedPooling layer, VectorDialect vector)
    {
        PoolingAxis rows = PoolingAxis.RowsOf(layer), columns = PoolingAxis.ColumnsOf(layer);
        BufferStrides input = BufferStrides.OfSlice(layer.Input, vector.Lanes), output = BufferStrides.OfSlice(layer.Output, vector.Lanes);
        PoolingNest.Emit(
            writer,
            layer.Input.Channels,
            rows.WindowRuns(),
            columns.WindowRuns(),
            run => run.Count,
            PoolingNest.Describe,
            (row, column) =>
            {
                Place inputRow = PoolingNest.InInput(rows, row), inputColumn = PoolingNest.InInput(columns, column);
                writer.Line($"ref float window = ref Unsafe.Add(ref x, {PoolingNest.Offset(input, inputRow, inputColumn)});");
                int[] offsets = [.. Window(row, column, input)];
                string[] numbers = [.. Numbers(row, column, layer.PoolWidth).Select(number => vector.Constant(Of(number) + "f"))];
                writer.Line($"var largest = {vector.Load("window", offsets[0])};");
                writer.Line($"var chosen = {numbers[0]};");
                for (int element = 1; element < offsets.Length; element++)
                {
                    string name = $"x{Of(element)}", greater = $"greater{Of(element)}";
                    writer.Line($"var {name} = {vector.Load("window", offsets[element])};");
                    writer.Line($"var {greater} = {vector.Greater(name, "largest")};");
                    if (element < offsets.Length - 1)
                        writer.Line($"largest = {vector.Select(greater, name, "largest")};");
                    writer.Line($"chosen = {vector.Select(greater, numbers[element], "chosen")};");
                }

                string end = PoolingNest.Offset(output, PoolingNest.InOutput(row), PoolingNest.InOutput(column));
                writer.Line(vector.Store("chosen", "choice", end));
            });
    }

    /// <summary>The elements of a window, from the first one on.</summary>
    public static IEnumerable<int> Window(WindowRun row, WindowRun column, BufferStrides strides) =>
        from y in Enumerable.Range(0, row.Taps)
        from x in Enumerable.Range(0, column.Taps)
        select y * strides.Row + x * strides.Column;

    /// <summary>The taps of a window's elements, numbered row by row.</summary>
    private static IEnumerable<int> Numbers(WindowRun row, WindowRun column, int poolWidth) =>
        from y in Enumerable.Range(row.FirstTap, row.Taps)
        from x in Enumerable.Range(column.FirstTap, column.Taps)
        select y * poolWidth + x;
}
