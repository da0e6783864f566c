using LeNetGen.Generator.Planning;
using static LeNetGen.Generator.Emission.IndexExpression;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <summary>
/// Writes the gradient of a layer's biases: each lane sums its image's pixels, then the lanes are added by the fixed tree.
/// </summary>
internal static class BiasGradientEmitter
{
    private const int BlockLanes = NetworkPlan.BlockLanes;

    public static void Emit(SourceWriter writer, BiasGradientStep step)
    {
        BiasGradientPlan plan = step.Kernel;
        var signature = new KernelSignature(step);
        string biases = plan.Channels == 1 ? "1 bias" : $"{Of(plan.Channels)} biases";
        string pixels = plan.Pixels == 1 ? "" : $", {Of(plan.Pixels)} pixels each";
        writer.Documentation($"<summary>Gradient of {biases} from dz{pixels}, added to gradient.</summary>");
        signature.EmitDocumentation(writer);
        if (step.Scratch is null)
        {
            using (writer.Braces(signature.Declaration(plan.Name)))
                writer.Line($"LaneTree.AddTo(ref gradient, ref dz, {Of(plan.Channels)});");
            return;
        }

        int whole = plan.Channels / plan.Depth * plan.Depth;
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces(signature.Declaration(plan.Name)))
        {
            EmitChannels(writer, step, 0, whole, plan.Depth);
            if (whole < plan.Channels)
                EmitChannels(writer, step, whole, plan.Channels, plan.Channels - whole);
        }
    }

    private static void EmitChannels(SourceWriter writer, BiasGradientStep step, int first, int end, int depth)
    {
        BiasGradientPlan plan = step.Kernel;
        VectorDialect vector = VectorDialect.WithLanes(plan.Lanes);
        int plane = plan.Pixels * plan.Lanes;
        using (writer.Braces($"for (nint channel = {Of(first)}; channel < {Of(end)}; channel += {Of(depth)})"))
        {
            using (writer.LoopNest(vector.SliceLoop))
            {
                string start = Sum(0, ("channel", plane), (vector.Slice, step.OutputGradient.SliceStride));
                writer.Line($"ref float start = ref Unsafe.Add(ref dz, {start});");
                for (int channel = 0; channel < depth; channel++)
                    writer.Line($"var sum{Of(channel)} = {vector.Load("start", channel * plane)};");
                if (plan.Pixels > 1)
                {
                    using IDisposable loop = writer.Braces($"for (nint pixel = 1; pixel < {Of(plan.Pixels)}; pixel++)");
                    for (int channel = 0; channel < depth; channel++)
                        writer.Line($"sum{Of(channel)} += {vector.Load("start", Sum(channel * plane, ("pixel", plan.Lanes)))};");
                }

                for (int channel = 0; channel < depth; channel++)
                    writer.Line(vector.Store($"sum{Of(channel)}", "scratch", Sum(channel * BlockLanes, (vector.Slice, plan.Lanes))));
            }

            writer.Line($"LaneTree.AddTo(ref Unsafe.Add(ref gradient, channel), ref scratch, {Of(depth)});");
        }
    }
}
