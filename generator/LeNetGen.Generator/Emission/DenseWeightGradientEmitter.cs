using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;
using static LeNetGen.Generator.Emission.IndexExpression;
using static LeNetGen.Generator.Emission.LayerText;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <summary>Writes the weight gradient of a dense layer.</summary>
internal sealed class DenseWeightGradientEmitter(SourceWriter writer, DenseGradientPlan plan, KernelSignature signature)
{
    private readonly ShapedDense _layer = plan.Layer;

    public static void Emit(SourceWriter writer, DenseGradientStep step) =>
        new DenseWeightGradientEmitter(writer, step.Kernel, new KernelSignature(step)).Emit();

    private void Emit()
    {
        InputStrip widest = plan.Strips[0];
        string lanes = widest.Lanes == 1 ? "The" : "Lanes are inputs: the";
        writer.Documentation(
            $"<summary>{_layer.Name}: gradient of the weights from the inputs x, image by image, and dz, "
            + (plan.IsOfChunk ? "stored: the sums of a chunk's images.</summary>" : "added to gradient.</summary>"));
        writer.Line("/// <remarks>");
        writer.Documentation(
            $"Register tile: {Counted(plan.Units, "unit")} x {CountedVectors(widest.Vectors, widest.Lanes, "input")}, "
            + $"{Counted(plan.Units * widest.Vectors, "sum")}. {lanes} images are added in order, without a sum over lanes.");
        writer.Line("/// </remarks>");
        signature.EmitDocumentation(writer);
        if (plan.IsOfChunk)
            writer.Line("/// <param name=\"images\">16 for each block</param>");
        List<Part> parts = [.. Parts()];
        using (writer.Braces(Declaration(plan.Name)))
        {
            foreach (Part part in parts)
                writer.Line(signature.Call(part.Name, plan.IsOfChunk ? ", images" : ""));
        }

        foreach (Part part in parts)
        {
            writer.Line();
            EmitPart(part);
        }
    }

    /// <summary>What one method covers: a strip of inputs by the units up to <paramref name="EndUnit"/>, so many at a time.</summary>
    private readonly record struct Part(string Name, InputStrip Strip, int FirstUnit, int EndUnit, int Units);

    private IEnumerable<Part> Parts()
    {
        int units = _layer.Output.Length, whole = units / plan.Units * plan.Units;
        foreach (InputStrip strip in plan.Strips)
        {
            string name = $"{plan.Name}_Inputs{Of(strip.Start)}To{Of(strip.End - 1)}";
            if (whole > 0)
                yield return new Part(name, strip, 0, whole, plan.Units);
            if (whole < units)
                yield return new Part(name + "_Rest", strip, whole, units, units - whole);
        }
    }

    private void EmitPart(Part part)
    {
        InputStrip strip = part.Strip;
        VectorDialect vector = VectorDialect.WithLanes(strip.Lanes);
        int inputs = _layer.Input.Length;
        signature.EmitComment(writer);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces(Declaration(part.Name)))
        using (writer.LoopNest(
            $"for (nint input = {Of(strip.Start)}; input < {Of(strip.End)}; input += {Of(strip.Width)})",
            $"for (nint unit = {Of(part.FirstUnit)}; unit < {Of(part.EndUnit)}; unit += {Of(part.Units)})"))
        {
            writer.Line($"ref float target = ref Unsafe.Add(ref gradient, {Sum(0, ("unit", inputs), ("input", 1))});");
            ForEachSum(part, (unit, index, sum) => writer.Line(
                $"var {sum} = {(plan.IsOfChunk ? vector.Zero : vector.Load("target", unit * inputs + index * strip.Lanes))};"));
            using (writer.Braces($"for (nint image = 0; image < {(plan.IsOfChunk ? "images" : Of(plan.Images))}; image++)"))
            {
                writer.Line($"ref float pixels = ref Unsafe.Add(ref x, {Sum(0, ("image", inputs), ("input", 1))});");
                writer.Line($"ref float units = ref Unsafe.Add(ref dz, {Sum(0, ("unit", plan.Images), ("image", 1))});");
                for (int index = 0; index < strip.Vectors; index++)
                    writer.Line($"var x{Of(index)} = {vector.Load("pixels", index * strip.Lanes)};");
                for (int unit = 0; unit < part.Units; unit++)
                {
                    writer.Line($"var dz{Of(unit)} = {vector.Spread("units", Of(unit * plan.Images))};");
                    for (int index = 0; index < strip.Vectors; index++)
                    {
                        string sum = $"sum{Of(unit)}_{Of(index)}";
                        writer.Line($"{sum} = {vector.MultiplyAdd($"dz{Of(unit)}", $"x{Of(index)}", sum)};");
                    }
                }
            }

            ForEachSum(part, (unit, index, sum) => writer.Line(vector.Store(sum, "target", Of(unit * inputs + index * strip.Lanes))));
        }
    }

    private string Declaration(string method) => signature.Declaration(method, plan.IsOfChunk ? ", nint images" : "");

    private static void ForEachSum(Part part, Action<int, int, string> write)
    {
        for (int unit = 0; unit < part.Units; unit++)
        {
            for (int index = 0; index < part.Strip.Vectors; index++)
                write(unit, index, $"sum{Of(unit)}_{Of(index)}");
        }
    }
}
