using System.Text;
using LeNetGen.Generator.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <content>The kernels of a network that only predicts: of the same text, in a class that inherits nothing.</content>
internal sealed partial class KernelsEmitter
{
    public static void Emit(SourceProductionContext context, InferencePlan plan) =>
        context.AddSource($"{plan.Network.Type.HintName}.{ClassName(plan.Lanes)}.g.cs", SourceText.From(Write(plan), Encoding.UTF8));

    public static string Write(InferencePlan plan)
    {
        SourceWriter writer = StartOf(plan.Network, plan.Lanes);
        new KernelsEmitter(writer, plan.Network, plan.Lanes).EmitClass(plan);
        return writer.ToString();
    }

    private void EmitClass(InferencePlan plan)
    {
        _writer.Line($"/// <summary>The forward pass over one image {WidthText(plan.Lanes)}.</summary>");
        _writer.Line("/// <remarks>");
        _writer.Documentation("In comments, [a, b] are the dimensions of a buffer of floats. x is what a layer reads, y what it writes.");
        _writer.Line("/// </remarks>");
        using (_writer.Braces($"internal static class {ClassName(plan.Lanes)}"))
        {
            _writer.Line($"public const int SingleWorkspaceLength = {Of(plan.WorkspaceLength)};");
            _writer.Line();
            _writer.Line($"private const int PackedLength = {InferenceEmitter.PackedClass}.Length;");
            _writer.Line();
            EmitPass(
                "public static void PredictOne("
                + "ReadOnlySpan<float> packed, Span<float> workspace, ReadOnlySpan<float> image, Span<float> output)",
                plan.Steps,
                isSingle: true);
            _writer.Line();
            _writer.Line("/// <summary>The first layer whose output has another checksum; -1 if there is none.</summary>");
            EmitPass(
                "public static int FirstDifference(ReadOnlySpan<float> packed, Span<float> workspace, ReadOnlySpan<float> image, "
                + "Span<float> output, ReadOnlySpan<uint> checksums)",
                plan.Steps,
                isSingle: true,
                plan.Outputs);
            foreach (IGrouping<string, KernelStep> calls in plan.Steps.GroupBy(step => step.Method, StringComparer.Ordinal))
                EmitKernel(calls.FirstOrDefault(call => call.Layer is { SharesWith: null }) ?? calls.First());
        }
    }

    /// <summary>Compares a layer's output with what it was where the program was built, before its place is used for another's.</summary>
    private void EmitCheck(LayerOutput output, string local)
    {
        int[] sizes = [output.Shape.Channels, output.Shape.Area, output.ChannelStride, output.PixelStride];
        string numbers = string.Join(", ", sizes.Select(Of));
        _writer.Line($"if (Checksum.Of(ref {local}, {numbers}) != checksums[{Of(output.Layer)}])");
        _writer.Line($"    return {Of(output.Layer)};");
    }
}
