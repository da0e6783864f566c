namespace LeNetGen.Generator.Tests.Weights;

/// <summary>What is said of weights that do not fit.</summary>
public class WeightsDiagnosticTests
{
    private const string Source = """
        using LeNetGen;

        namespace App
        {
            [Network(1, 6, 6)]
            [Conv2D(2, 3)]
            [Flatten]
            [Dense(3)]
            public sealed partial class Net;
        }
        """;

    private static readonly string[] s_sound =
        ["Conv2D_1.weight [2, 1, 3, 3]", "Conv2D_1.bias [2]", "Dense_1.weight [3, 32]", "Dense_1.bias [3]"];

    public static TheoryData<bool> Modes => [true, false];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Weights_ThatFit_AreSilent(bool isInference) => GeneratorRun.Of(Of(isInference, s_sound), Source);

    [Theory]
    [MemberData(nameof(Modes))]
    public void Weights_InAnotherOrder_AreSilent(bool isInference) => GeneratorRun.Of(Of(isInference, [.. s_sound.Reverse()]), Source);

    [Theory]
    [MemberData(nameof(Modes))]
    public void TensorMissing_ReportsLNG3001_AtTheLayer(bool isInference) => GeneratorRun.Of(
        Of(isInference, s_sound[..3]),
        Source,
        new Expected("LNG3001", "Dense(3)", "Layer 'Dense_1': the weights file 'net.safetensors' has no tensor 'Dense_1.bias', which must "
            + "be [3]; name the file of this network, or train it anew"));

    [Theory]
    [MemberData(nameof(Modes))]
    public void TensorOfAnotherShape_ReportsLNG3002_AtTheLayer(bool isInference) => GeneratorRun.Of(
        Of(isInference, ["Conv2D_1.weight [2, 1, 5, 5]", .. s_sound[1..]]),
        Source,
        new Expected("LNG3002", "Conv2D(2, 3)", "Layer 'Conv2D_1': tensor 'Conv2D_1.weight' in the weights file 'net.safetensors' is "
            + "[2, 1, 5, 5], but the layer needs [2, 1, 3, 3]; declare what was trained, or train it anew"));

    [Theory]
    [MemberData(nameof(Modes))]
    public void TensorUnknown_ReportsLNG3003_AtTheClass(bool isInference) => GeneratorRun.Of(
        Of(isInference, [.. s_sound, "Dense_2.bias [10]"]),
        Source,
        new Expected("LNG3003", "Net", "Network 'Net': the weights file 'net.safetensors' has the tensor 'Dense_2.bias', [10], of which no "
            + "layer knows; declare what was trained, or name the file of this network"));

    [Fact]
    public void Inference_WithoutWeights_ReportsLNG3004_AtTheClass() => GeneratorRun.Of(
        TestedProject.Inference,
        Source,
        new Expected("LNG3004", "Net", "Network 'Net' is compiled for inference, but the project has no weights for it; add "
            + "<NetworkWeights Include=\"model.safetensors\" Network=\"App.Net\" /> to the project file"));

    [Fact]
    public void Inference_NothingToLearn_NeedsNoWeights() =>
        GeneratorRun.Of(TestedProject.Inference, Declarations.Network("[Network(1, 4, 4)][MaxPooling2D(2)]"));

    [Fact]
    public void TwoFiles_ReportLNG3005_AtTheClass() => GeneratorRun.Of(
        TestedProject.Training.With("App.Net", "a.safetensors", s_sound).With("App.Net", "b.safetensors", s_sound),
        Source,
        new Expected("LNG3005", "Net", "Network 'Net' is given two weights files by the project, 'a.safetensors' and 'b.safetensors'; "
            + "remove one of them"));

    [Fact]
    public void NetworkUnknown_ReportsLNG3006_WithoutAPlace() => GeneratorRun.Of(
        TestedProject.Training.With("Net", "net.safetensors", s_sound),
        Source,
        new Expected("LNG3006", "", "The project has the weights file 'net.safetensors' for the network 'Net', which is not declared (those "
            + "that are: 'App.Net'); write the full name of the class"));

    [Fact]
    public void NetworkUnknown_NoNetworkAtAll_SaysNoMore() => GeneratorRun.Of(
        TestedProject.Training.With("Net", "net.safetensors", s_sound),
        "class Program { }",
        new Expected("LNG3006", "", "The project has the weights file 'net.safetensors' for the network 'Net', which is not declared; write "
            + "the full name of the class"));

    [Fact]
    public void WrongDeclaration_WithWeights_IsSaidAlone() => GeneratorRun.Of(
        TestedProject.Inference.With("App.Net", "net.safetensors", s_sound),
        Source.Replace("[Flatten]", ""),
        new Expected("LNG2005", "Dense(3)"));

    [Fact]
    public void OtherAdditionalFiles_AreLeftAlone() => GeneratorRun.Of(
        TestedProject.Inference.With("App.Net", "net.safetensors", s_sound).WithFile("notes.txt", "LeNetGen weights 1 none\ntensor\n"), Source);

    private static TestedProject Of(bool isInference, string[] tensors) =>
        (isInference ? TestedProject.Inference : TestedProject.Training).With("App.Net", "net.safetensors", tensors);
}
