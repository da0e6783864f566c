using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;
using static LeNetGen.Generator.Emission.IndexExpression;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <summary>Writes the weight gradient of a dense layer.</summary>
internal sealed class DenseWeightGradientEmitter(SourceWriter writer, DenseGradientPlan plan)
{
    private const int BlockLanes = 16;
    private readonly ShapedDense _layer = plan.Layer;

    public static void Emit(SourceWriter writer, DenseGradientPlan plan) => new DenseWeightGradientEmitter(writer, plan).Emit();

    private void Emit()
    {
        InputStrip widest = plan.Strips[0];
        writer.Line(
            $"/// <summary>{_layer.Name}: gradient of the weights [{Of(_layer.Output.Length)},{Of(_layer.Input.Length)}] from the inputs x, image by image, and dz, "
            + "added to <paramref name=\"gradient\"/>.</summary>");
        writer.Line("/// <remarks>");
        writer.Line(
            $"/// Register tile: {Of(plan.Units)} units x {Of(widest.Vectors)} vectors of {Of(widest.Lanes)} inputs, {Of(plan.Units * widest.Vectors)} sums. Lanes are "
            + "inputs: the images are added in order, without a sum over lanes.");
        writer.Line("/// </remarks>");
        List<(string Name, InputStrip Strip, int First, int End, int Depth)> parts = [.. Parts()];
        using (writer.Braces($"private static void {plan.Name}(ref float x, ref float dz, ref float gradient)"))
        {
            foreach (var part in parts)
                writer.Line($"{part.Name}(ref x, ref dz, ref gradient);");
        }

        foreach (var part in parts)
        {
            writer.Line();
            EmitPart(part.Name, part.Strip, part.First, part.End, part.Depth);
        }
    }

    private IEnumerable<(string Name, InputStrip Strip, int First, int End, int Depth)> Parts()
    {
        int units = _layer.Output.Length, whole = units / plan.Units * plan.Units;
        foreach (InputStrip strip in plan.Strips)
        {
            string name = $"{plan.Name}_Inputs{Of(strip.Start)}To{Of(strip.End - 1)}";
            if (whole > 0)
                yield return (name, strip, 0, whole, plan.Units);
            if (whole < units)
                yield return (name + "_Rest", strip, whole, units, units - whole);
        }
    }

    private void EmitPart(string name, InputStrip strip, int first, int end, int depth)
    {
        VectorDialect vector = VectorDialect.WithLanes(strip.Lanes);
        int inputs = _layer.Input.Length;
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces($"private static void {name}(ref float x, ref float dz, ref float gradient)"))
        using (writer.LoopNest(
            $"for (nint unit = {Of(first)}; unit < {Of(end)}; unit += {Of(depth)})",
            $"for (nint input = {Of(strip.Start)}; input < {Of(strip.End)}; input += {Of(strip.Width)})"))
        {
            writer.Line($"ref float target = ref Unsafe.Add(ref gradient, {Sum(0, ("unit", inputs), ("input", 1))});");
            ForEachSum(strip, depth, (unit, part, sum) =>
                writer.Line($"var {sum} = {vector.Load("target", unit * inputs + part * strip.Lanes)};"));
            using (writer.Braces($"for (nint image = 0; image < {BlockLanes}; image++)"))
            {
                writer.Line($"ref float pixels = ref Unsafe.Add(ref x, {Sum(0, ("image", inputs), ("input", 1))});");
                writer.Line($"ref float units = ref Unsafe.Add(ref dz, {Sum(0, ("unit", BlockLanes), ("image", 1))});");
                for (int part = 0; part < strip.Vectors; part++)
                    writer.Line($"var x{Of(part)} = {vector.Load("pixels", part * strip.Lanes)};");
                for (int unit = 0; unit < depth; unit++)
                {
                    writer.Line($"var dz{Of(unit)} = {vector.Spread("units", Of(unit * BlockLanes))};");
                    for (int part = 0; part < strip.Vectors; part++)
                        writer.Line($"sum{Of(unit)}_{Of(part)} = {vector.MultiplyAdd($"dz{Of(unit)}", $"x{Of(part)}", $"sum{Of(unit)}_{Of(part)}")};");
                }
            }

            ForEachSum(strip, depth, (unit, part, sum) => writer.Line(vector.Store(sum, "target", Of(unit * inputs + part * strip.Lanes))));
        }
    }

    private static void ForEachSum(InputStrip strip, int depth, Action<int, int, string> write)
    {
        for (int unit = 0; unit < depth; unit++)
        {
            for (int part = 0; part < strip.Vectors; part++)
                write(unit, part, $"sum{Of(unit)}_{Of(part)}");
        }
    }
}
