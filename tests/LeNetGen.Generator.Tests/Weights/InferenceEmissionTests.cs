using LeNetGen.Generator.Shapes;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Tests.Weights;

/// <summary>What a network that only predicts is compiled to, and when.</summary>
public class InferenceEmissionTests
{
    private const string Source = """
        using LeNetGen;

        [Network(1, 4, 4)]
        [Conv2D(6, 3)]
        [Dropout(0.5)]
        [Flatten]
        [Dense(10, Activation = Activation.Softmax)]
        public sealed partial class Net;
        """;

    private static readonly string[] s_tensors =
        ["Conv2D_1.weight [6, 1, 3, 3]", "Conv2D_1.bias [6]", "Dense_1.weight [10, 24]", "Dense_1.bias [10]"];

    private static TestedProject Inference => TestedProject.Inference.With("Net", "net.safetensors", s_tensors);

    [Fact]
    public void Inference_Files_AreMembersPredictorKernelsWeightsAndAnswers() => Assert.Equal(
        [
            "Net.Golden.g.cs", "Net.Kernels128.g.cs", "Net.Kernels256.g.cs", "Net.Kernels512.g.cs", "Net.KernelsScalar.g.cs", "Net.Predictor.g.cs",
            "Net.Weights.g.cs", "Net.g.cs",
        ],
        GeneratorRun.Of(Inference, Source).Result.GeneratedSources.Select(source => source.HintName).Order(StringComparer.Ordinal));

    [Fact]
    public void Inference_Kernels_CompileWithoutWarnings() => GeneratorRun.Of(Inference, Source).AssertKernelsCompile();

    [Fact]
    public void Inference_Types_KnowNothingOfTraining()
    {
        GeneratorRun run = GeneratorRun.Of(Inference, Source);
        string[] used =
        [
            .. run.Output.SyntaxTrees.Except(run.Input.SyntaxTrees)
                .SelectMany(tree => SymbolsIn(tree, run.Output.GetSemanticModel(tree)))
                .Select(symbol => symbol as INamedTypeSymbol ?? symbol?.ContainingType)
                .Where(type => type?.ContainingAssembly?.Name == "LeNetGen.Runtime")
                .Select(type => type!.Name)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(
            [
                "BlockLayout", "Checksum", "Fused", "PixelConversion", "Scratch", "Softmax", "SpanLengths", "VectorWidth", "VectorWidths",
            ],
            used);

        static IEnumerable<ISymbol?> SymbolsIn(SyntaxTree tree, SemanticModel model) =>
            tree.GetRoot().DescendantNodes().Select(node => model.GetSymbolInfo(node).Symbol);
    }

    [Fact]
    public void Export_Named_EmitsTheFunctionsOfALibrary()
    {
        GeneratorRun run = GeneratorRun.Of(Inference.Exporting("Net", "digits"), Source);
        Assert.Contains("[UnmanagedCallersOnly(EntryPoint = \"digits_predict_raw\")]", run["Net.Exports"], StringComparison.Ordinal);
    }

    [Fact]
    public void Inference_Graph_CompilesWithItsLayerMethods() => GeneratorRun.Of(
        TestedProject.Inference.With("ResidualNet", "net.safetensors", "Conv.weight [1, 1, 3, 3]", "Conv.bias [1]"),
        """
        using LeNetGen;
        using static LeNetGen.Layers;

        [Network(1, 6, 6)]
        public sealed partial class ResidualNet
        {
            [Conv2D(1, 3, Padding = Padding.Same)] private static partial Node Conv(Node x);

            private static Node Forward(Node image) => Relu(image + Conv(image));
        }
        """);

    [Fact]
    public void Packed_AtEveryWidth_IsTheSame()
    {
        ShapedNetwork network = GeneratorRun.Of(Declarations.D2l).Values<ShapedNetwork>(TrackingNames.Networks).Single();
        int[] lengths = [.. NetworkPlanLengths(network)];
        Assert.Single(lengths.Distinct());

        static IEnumerable<int> NetworkPlanLengths(ShapedNetwork network) =>
            Planning.NetworkPlan.ForEachWidth(network, default).Select(plan => plan.PackedLength);
    }

    [Fact]
    public void Packed_Elements_StandWhereTheKernelsReadThem()
    {
        string text = GeneratorRun.Of(Inference, Source)["Net.Weights"];

        // Weight k of filter f is number 9 f + k + 1 of the file; packed, the filters of one k are neighbours, in a row of 8.
        Assert.Contains(
            "// Conv2D_1_weight [9, 8]\n        0x00000001, 0x0000000A, 0x00000013, 0x0000001C, 0x00000025, 0x0000002E, 0, 0, 0x00000002, ",
            text,
            StringComparison.Ordinal);
        Assert.Contains(
            "// Conv2D_1_bias [8]\n        0x00000001, 0x00000002, 0x00000003, 0x00000004, 0x00000005, 0x00000006, 0, 0, 0, 0, 0, 0,\n"
            + "        0, 0, 0, 0,\n",
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Training_WithWeights_CanStartFromThem()
    {
        GeneratorRun run = GeneratorRun.Of(TestedProject.Training.With("Net", "net.safetensors", s_tensors), Source);
        Assert.Contains("public static Net LoadEmbedded()", run["Net.Embedded"], StringComparison.Ordinal);
        Assert.Contains("// Conv2D_1.bias [6]\n        0x00000001, ", run["Net.Weights"], StringComparison.Ordinal);
        Assert.Contains("partial class Net : global::LeNetGen.Network", run["Net"], StringComparison.Ordinal);
    }

    [Fact]
    public void EditedWeights_ModifyThemAndTheirAnswersAlone() => Assert.Equal(
        ["SourceOutput: Modified", "SourceOutput: Modified", "Weights: Modified"],
        GeneratorRun.Of(Inference, Source).AfterEditOfText("0000000A", "3F800000").ChangedSteps().Order());

    [Fact]
    public void Weights_ThatDoNotFit_LeaveMembersThatThrow()
    {
        GeneratorRun run = GeneratorRun.WithoutChecks(Compilations.Of(Source), TestedProject.Inference);
        Assert.Contains("throw new global::System.InvalidOperationException(", run["Net.Weights"], StringComparison.Ordinal);
        Assert.Contains("public static int Classify(", run["Net"], StringComparison.Ordinal);
        run.AssertKernelsCompile();
    }

    [Fact]
    public void WrongDeclaration_Inference_HasThrowingMembers() => GeneratorRun.Of(
        Inference,
        Source.Replace("[Flatten]", "") + "static class Use { public static int Of(byte[] pixels) => Net.Classify(pixels); }",
        new Expected("LNG2005", "Dense(10, Activation = Activation.Softmax)"));
}
