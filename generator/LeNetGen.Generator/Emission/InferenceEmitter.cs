using System.Text;
using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Declaration.Graph;
using LeNetGen.Generator.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.Generator.Emission;

/// <summary>Writes what a user sees of a network that only predicts: static members, which are all there is of it.</summary>
internal static class InferenceEmitter
{
    /// <summary>The class with the packed parameters, in the namespace of the kernels.</summary>
    public const string PackedClass = "Packed";

    private const string Execution = "global::LeNetGen.Execution.";
    private const string Images = "global::System.ReadOnlySpan<float>";
    private const string RawImages = "global::System.ReadOnlySpan<byte>";
    private const string Outputs = "global::System.Span<float>";

    public static void Emit(SourceProductionContext context, ShapedNetwork network)
    {
        context.AddSource($"{network.Type.HintName}.g.cs", SourceText.From(Write(network), Encoding.UTF8));
        context.AddSource($"{network.Type.HintName}.Predictor.g.cs", SourceText.From(PredictorEmitter.Write(network), Encoding.UTF8));
    }

    public static string Write(ShapedNetwork network) => NetworkFile.Write(
        network.Type,
        [$"{network.Type.Name}, written by LeNetGen for inference: the forward pass alone, with the parameters inside."],
        [.. NetworkTable.LinesOf(network), "", .. MemoryPlanText.LinesOf(network)],
        baseClass: null,
        writer =>
        {
            NetworkEmitter.WriteConstants(writer, network);
            WriteWidth(writer, network);
            WritePrediction(writer, network);
            WriteSelfTest(writer, network);
            if (network.Graph is { } graph)
                WriteLayerMethods(writer, graph);
        });

    /// <summary>The runtime's function that finds the class in a network's outputs: of penalties the smallest counts.</summary>
    public static string ChoiceOf(ShapedNetwork network) =>
        network.Layers[network.Layers.Count - 1] is ShapedRbf ? "Smallest" : "Largest";

    private static void WriteWidth(SourceWriter writer, ShapedNetwork network)
    {
        writer.Documentation(
            "<summary>The vector width that predictions run at; Scalar where the program was published without the vector instructions of "
            + "its processor, or where that has none. Results do not depend on it, speed does.</summary>");
        writer.Line($"public static {Execution}VectorWidth Width => {PredictorOf(network)}.Width;");
        writer.Line();
    }

    private static void WritePrediction(SourceWriter writer, ShapedNetwork network)
    {
        bool endsInSoftmax = network.Layers[network.Layers.Count - 1].Activation.Kind == Activation.Softmax;
        string image = $"[{Literal.Of(network.InputShape.Length)}] the image as the first layer reads it, (channel, row, column).";
        string raw = $"[{Literal.Of(PredictorEmitter.RawLengthOf(network))}] the raw pixels, (channel, row, column).";
        WritePredict("Computes one image, without allocating anything.", Images, "image", image);
        WritePredict("Computes one raw image, which is scaled and padded as the network declares.", RawImages, "rawImage", raw);
        WriteClassify(Images, "image", image);
        WriteClassify(RawImages, "rawImage", raw);

        void WritePredict(string summary, string type, string name, string what)
        {
            writer.Line($"/// <summary>{summary}</summary>");
            writer.Line($"/// <param name=\"{name}\">{what}</param>");
            writer.Line(
                $"/// <param name=\"output\">[{Literal.Of(network.Output.Length)}] receives the "
                + $"{(endsInSoftmax ? "probabilities" : "outputs")}.</param>");
            writer.Line("/// <exception cref=\"global::System.ArgumentException\">A span has another length.</exception>");
            using (writer.Braces($"public static void Predict({type} {name}, {Outputs} output)"))
            {
                writer.Line($"{PredictorOf(network)}.Compute({name}, output);");
                if (endsInSoftmax)
                    writer.Line($"{Execution}Softmax.Apply(output);");
            }

            writer.Line();
        }

        void WriteClassify(string type, string name, string what)
        {
            string which = ChoiceOf(network) == "Largest" ? "largest output before a final softmax" : "smallest output, a penalty";
            writer.Line($"/// <summary>The index of the {which}; the first of equal ones.</summary>");
            writer.Line($"/// <param name=\"{name}\">{what}</param>");
            writer.Line("/// <exception cref=\"global::System.ArgumentException\">The span has another length.</exception>");
            using (writer.Braces($"public static int Classify({type} {name})"))
            {
                string scratch = PredictorEmitter.ScratchOf(network.Output.Length, "OutputLength", slot: 2, $"{Execution}Scratch");
                writer.Line($"{Outputs} output = {scratch};");
                writer.Line($"{PredictorOf(network)}.Compute({name}, output);");
                writer.Line($"return {Execution}Softmax.{ChoiceOf(network)}(output);");
            }

            writer.Line();
        }
    }

    private static void WriteSelfTest(SourceWriter writer, ShapedNetwork network)
    {
        writer.Documentation(
            "<summary>Computes a few images whose answers the compiler has worked out, and compares every layer, bit for bit.</summary>");
        writer.Line("/// <returns>Null, or a sentence that names the first layer that differs.</returns>");
        string golden = $"global::{KernelsEmitter.NamespaceOf(network.Type)}.{SelfTestEmitter.Class}";
        writer.Line($"public static string? SelfTest() => {golden}.Run();");
        writer.Line();
    }

    /// <summary>The bodies of the methods that are layers, without which a Forward does not compile. Nothing calls them.</summary>
    private static void WriteLayerMethods(SourceWriter writer, GraphDeclaration graph)
    {
        foreach (MethodDeclaration method in graph.Methods)
            GraphMembersEmitter.Write(writer, method, $"{method.Parameter}.Call({Literal.Of(method.Name)}, {method.Attribute})");
    }

    private static string PredictorOf(ShapedNetwork network) =>
        $"global::{KernelsEmitter.NamespaceOf(network.Type)}.{PredictorEmitter.Class}";
}
