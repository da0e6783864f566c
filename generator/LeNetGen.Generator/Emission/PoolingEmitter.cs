using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;
using static LeNetGen.Generator.Emission.IndexExpression;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <summary>Writes pooling layers: forward, and the input gradient over a block.</summary>
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
        string lanes = plan.Lanes == 1 ? "" : $"; lanes are {(isBlock ? "images" : "channels")}";
        writer.Documentation(
            $"<summary>{name}: {KindName(layer)} of {Of(layer.PoolHeight)}x{Of(layer.PoolWidth)} windows, "
            + $"{layer.Input} -> {layer.Output}{lanes}.</summary>");
        signature.EmitDocumentation(writer);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces(signature.Declaration(plan.Name)))
        {
            string? lane = isBlock ? vector.Lane : null;
            if (layer.Kind == PoolingKind.Average)
                writer.Line($"var scale = {vector.Constant(Scale(layer))};");
            using (writer.LoopNest(
                SourceWriter.LoopHeader("channel", plan.ChannelSteps),
                SourceWriter.LoopHeader("row", layer.Output.Height),
                SourceWriter.LoopHeader("column", layer.Output.Width),
                isBlock ? vector.LaneLoop : null))
            {
                writer.Line($"ref float window = ref Unsafe.Add(ref x, {WindowStart(layer, plan.Source, lane)});");
                int[] offsets = [.. Window(layer, plan.Source)];
                writer.Line($"var result = {vector.Load("window", offsets[0])};");
                for (int element = 1; element < offsets.Length; element++)
                {
                    string load = vector.Load("window", offsets[element]);
                    if (layer.Kind == PoolingKind.Average)
                    {
                        writer.Line($"result += {load};");
                    }
                    else
                    {
                        writer.Line($"var x{Of(element)} = {load};");
                        writer.Line($"result = {vector.WhereGreater($"x{Of(element)}", "result", $"x{Of(element)}", "result")};");
                    }
                }

                string end = Sum(0, ("channel", plan.Target.Channel), ("row", plan.Target.Row), ("column", plan.Target.Column), (lane, 1));
                writer.Line(vector.Store(layer.Kind == PoolingKind.Average ? "(result * scale)" : "result", "y", end));
            }
        }
    }

    public static void EmitInputGradient(SourceWriter writer, PoolingGradientStep step)
    {
        PoolingGradientPlan plan = step.Kernel;
        var signature = new KernelSignature(step);
        ShapedPooling layer = plan.Layer;
        VectorDialect vector = VectorDialect.WithLanes(plan.Lanes);
        string derivative = plan.Derivative.HasDerivative ? $", times the derivative of {plan.Derivative.Kind} there" : "";
        writer.Documentation(
            $"<summary>{layer.Name}: gradient of its input {layer.Input} from that of its output {layer.Output}{derivative}; "
            + "it replaces the input.</summary>");
        signature.EmitDocumentation(writer);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces(signature.Declaration(plan.Name)))
        {
            if (layer.Kind == PoolingKind.Average)
                writer.Line($"var scale = {vector.Constant(Scale(layer))};");
            using (writer.Loop("channel", layer.Input.Channels))
            {
                using (writer.LoopNest(
                    SourceWriter.LoopHeader("row", layer.Output.Height),
                    SourceWriter.LoopHeader("column", layer.Output.Width),
                    vector.LaneLoop))
                    EmitWindowGradient(writer, plan, vector);
                EmitLeftOver(writer, layer, vector);
            }
        }
    }

    private static void EmitWindowGradient(SourceWriter writer, PoolingGradientPlan plan, VectorDialect vector)
    {
        ShapedPooling layer = plan.Layer;
        BufferStrides input = BufferStrides.OfBlock(layer.Input), output = BufferStrides.OfBlock(layer.Output);
        int[] offsets = [.. Window(layer, input)];
        writer.Line($"ref float window = ref Unsafe.Add(ref dx, {WindowStart(layer, input, vector.Lane)});");
        string from = Sum(0, ("channel", output.Channel), ("row", output.Row), ("column", output.Column), (vector.Lane, 1));
        string load = vector.Load("dz", from);
        writer.Line($"var dy = {(layer.Kind == PoolingKind.Average ? load + " * scale" : load)};");
        bool readsInput = layer.Kind == PoolingKind.Max || plan.Derivative.HasDerivative;
        for (int element = 0; element < offsets.Length && readsInput; element++)
            writer.Line($"var y{Of(element)} = {vector.Load("window", offsets[element])};");
        if (layer.Kind == PoolingKind.Max)
            EmitChosen(writer, vector, offsets.Length);
        for (int element = 0; element < offsets.Length; element++)
        {
            string share = layer.Kind == PoolingKind.Average ? "dy" : $"dy{Of(element)}";
            string value = ActivationExpression.Gradient(plan.Derivative, vector, share, $"y{Of(element)}");
            writer.Line(vector.Store(value == share ? value : $"({value})", "window", Of(offsets[element])));
        }
    }

    /// <summary>Finds anew which element the forward pass chose: the last one that was greater than all before it.</summary>
    private static void EmitChosen(SourceWriter writer, VectorDialect vector, int count)
    {
        writer.Line("var largest = y0;");
        writer.Line("var dy0 = dy;");
        for (int element = 1; element < count; element++)
        {
            string name = Of(element);
            writer.Line($"var greater{name} = {vector.Greater($"y{name}", "largest")};");
            if (element < count - 1)
                writer.Line($"largest = {vector.Select($"greater{name}", $"y{name}", "largest")};");
            writer.Line($"var dy{name} = {vector.Select($"greater{name}", "dy", vector.Zero)};");
            for (int earlier = 0; earlier < element; earlier++)
                writer.Line($"dy{Of(earlier)} = {vector.Select($"greater{name}", vector.Zero, $"dy{Of(earlier)}")};");
        }
    }

    /// <summary>Elements that no window covers have no gradient.</summary>
    private static void EmitLeftOver(SourceWriter writer, ShapedPooling layer, VectorDialect vector)
    {
        BufferStrides strides = BufferStrides.OfBlock(layer.Input);
        int rows = layer.Output.Height * layer.PoolHeight, columns = layer.Output.Width * layer.PoolWidth;
        void Clear(string? row, string start, int count)
        {
            using (row is null ? null : writer.Loop(row, rows))
            using (writer.Braces($"for (nint element = 0; element < {Of(count)}; element += {Of(vector.Lanes)})"))
                writer.Line(vector.Store(vector.Zero, "dx", start + " + element"));
        }

        if (columns < layer.Input.Width)
        {
            writer.Line("// columns that no window covers");
            string start = Sum(columns * strides.Column, ("channel", strides.Channel), ("row", strides.Row));
            Clear("row", start, (layer.Input.Width - columns) * strides.Column);
        }

        if (rows < layer.Input.Height)
        {
            writer.Line("// rows that no window covers");
            Clear(null, Sum(rows * strides.Row, ("channel", strides.Channel)), (layer.Input.Height - rows) * strides.Row);
        }
    }

    private static string WindowStart(ShapedPooling layer, BufferStrides strides, string? lane) => Sum(
        0,
        ("channel", strides.Channel),
        ("row", layer.PoolHeight * strides.Row),
        ("column", layer.PoolWidth * strides.Column),
        (lane, 1));

    /// <summary>The elements of a window, from its start.</summary>
    private static IEnumerable<int> Window(ShapedPooling layer, BufferStrides strides)
    {
        for (int row = 0; row < layer.PoolHeight; row++)
        {
            for (int column = 0; column < layer.PoolWidth; column++)
                yield return row * strides.Row + column * strides.Column;
        }
    }

    private static string Scale(ShapedPooling layer) => Of((float)(1.0 / (layer.PoolHeight * layer.PoolWidth)));

    private static string KindName(ShapedPooling layer) => layer.Kind == PoolingKind.Average ? "average" : "maximum";
}
