using System.Text;
using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;
using LeNetGen.Generator.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.Generator.Emission;

/// <summary>
/// Writes the functions that a native library exports to C. The header that declares them is the package's build/LeNetGen.h: it is the
/// same for all networks, whose sizes are functions.
/// </summary>
internal static class ExportsEmitter
{
    /// <summary>The version of the interface; it changes with the meaning of a function.</summary>
    private const int Version = 1;

    private static readonly string[] s_namespaces =
        ["System", "System.Runtime.CompilerServices", "System.Runtime.InteropServices", "LeNetGen.Execution"];

    public static void Emit(SourceProductionContext context, (ShapedNetwork Network, EquatableArray<NetworkWeights> Weights) project)
    {
        if (FittingWeights.Of(project.Network, project.Weights) is { Export.Length: > 0 } weights)
        {
            string text = Write(project.Network, weights.Export);
            context.AddSource($"{project.Network.Type.HintName}.Exports.g.cs", SourceText.From(text, Encoding.UTF8));
        }
    }

    public static string Write(ShapedNetwork network, string prefix)
    {
        SourceWriter writer = WeightsEmitter.StartOf(
            network, $"// What a native library exports of {network.Type.Name}, written by LeNetGen.");
        foreach (string name in s_namespaces)
            writer.Line($"using global::{name};");
        writer.Line();
        using (writer.Braces("internal static class Exports"))
        {
            string raw = Literal.Of(PredictorEmitter.RawLengthOf(network));
            string input = Literal.Of(network.InputShape.Length), output = Literal.Of(network.Output.Length);
            WriteNumber(writer, prefix, "version", Literal.Of(Version));
            WriteNumber(writer, prefix, "raw_length", raw);
            WriteNumber(writer, prefix, "input_length", input);
            WriteNumber(writer, prefix, "output_length", output);
            WriteNumber(writer, prefix, "vector_bits", "(int)Predictor.Width");
            bool endsInSoftmax = network.Layers[network.Layers.Count - 1].Activation.Kind == Activation.Softmax;
            foreach ((string suffix, string type, string length) in new[] { ("", "float", input), ("_raw", "byte", raw) })
            {
                WritePredict(writer, $"{prefix}_predict{suffix}", type, length, output, endsInSoftmax);
                WriteClassify(writer, network, $"{prefix}_classify{suffix}", type, length);
            }

            WriteSelfTest(writer, prefix);
            WriteAt(writer);
        }

        return writer.ToString();
    }

    private static void WriteNumber(SourceWriter writer, string prefix, string name, string value)
    {
        writer.Line($"[UnmanagedCallersOnly(EntryPoint = \"{prefix}_{name}\")]");
        writer.Line($"private static int {prefix}_{name}() => {value};");
        writer.Line();
    }

    private static void WritePredict(SourceWriter writer, string name, string type, string length, string outputLength, bool endsInSoftmax)
    {
        writer.Line($"[UnmanagedCallersOnly(EntryPoint = \"{name}\")]");
        using (writer.Braces($"private static int {name}(nint image, nint output)"))
        {
            writer.Line("if (image == 0 || output == 0)");
            writer.Line("    return -1;");
            writer.Line($"Span<float> outputs = At<float>(output, {outputLength});");
            writer.Line($"Predictor.Compute(At<{type}>(image, {length}), outputs);");
            if (endsInSoftmax)
                writer.Line("Softmax.Apply(outputs);");
            writer.Line("return 0;");
        }

        writer.Line();
    }

    private static void WriteClassify(SourceWriter writer, ShapedNetwork network, string name, string type, string length)
    {
        writer.Line($"[UnmanagedCallersOnly(EntryPoint = \"{name}\")]");
        using (writer.Braces($"private static int {name}(nint image)"))
        {
            writer.Line("if (image == 0)");
            writer.Line("    return -1;");
            int outputLength = network.Output.Length;
            writer.Line($"Span<float> outputs = {PredictorEmitter.ScratchOf(outputLength, Literal.Of(outputLength), slot: 2)};");
            writer.Line($"Predictor.Compute(At<{type}>(image, {length}), outputs);");
            writer.Line($"return Softmax.{InferenceEmitter.ChoiceOf(network)}(outputs);");
        }

        writer.Line();
    }

    private static void WriteSelfTest(SourceWriter writer, string prefix)
    {
        writer.Line($"[UnmanagedCallersOnly(EntryPoint = \"{prefix}_self_test\")]");
        using (writer.Braces($"private static int {prefix}_self_test(nint message, int capacity)"))
        {
            writer.Line("string? difference = Golden.Run();");
            using (writer.Braces("if (message != 0 && capacity > 0)"))
            {
                writer.Line("Span<byte> text = At<byte>(message, capacity);");
                writer.Line("global::System.Text.Unicode.Utf8.FromUtf16(difference ?? \"\", text[..^1], out _, out int written);");
                writer.Line("text[written] = 0;");
            }

            writer.Line();
            writer.Line("return difference is null ? 0 : 1;");
        }

        writer.Line();
    }

    private static void WriteAt(SourceWriter writer)
    {
        writer.Line("/// <summary>What lies at an address of C's, which must be as long as the header says.</summary>");
        writer.Line("private static Span<T> At<T>(nint address, int length) where T : unmanaged =>");
        writer.Line("    MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<T>(), address), length);");
    }
}
