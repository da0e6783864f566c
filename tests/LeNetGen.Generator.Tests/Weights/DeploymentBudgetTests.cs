namespace LeNetGen.Generator.Tests.Weights;

/// <summary>[Deploy]: what a network may cost.</summary>
public class DeploymentBudgetTests
{
    private static string With(string budget) =>
        Declarations.Network($"[Network(1, 6, 6)]\n[Deploy({budget})]\n[Conv2D(2, 3)]\n[Flatten]\n[Dense(4)]");

    [Fact]
    public void Parameters_OverBudget_ReportLNG4003_AtTheNumber() => GeneratorRun.Of(
        With("MaxParameterBytes = 8_00, MaxMultiplyAdds = 1_000"),
        new Expected("LNG4003", "8_00", "Network 'Net' takes 832 bytes of parameters, but [Deploy] allows 800; reduce the sizes of the "
            + "layers: Conv2D_1 160, Dense_1 528"));

    [Fact]
    public void WorkingMemory_OverBudget_ReportsLNG4004_AtTheNumber() => GeneratorRun.Of(
        With("MaxWorkingBytes = 500"),
        new Expected("LNG4004", "500", "Network 'Net' takes 592 bytes of working memory, but [Deploy] allows 500; reduce the sizes of what "
            + "lies in memory: the image 208, Conv2D_1 256, Dense_1 16, of which places are used again once they are free"));

    [Fact]
    public void MultiplyAdds_OverBudget_ReportLNG4005_AtTheNumber() => GeneratorRun.Of(
        With("MaxMultiplyAdds = 128 + 287"),
        new Expected("LNG4005", "128 + 287", "Network 'Net' takes 416 multiply-adds for an image, but [Deploy] allows 415; reduce the "
            + "sizes of the layers: Conv2D_1 288, Dense_1 128"));

    [Fact]
    public void EveryBudget_Exceeded_IsSaidByItself() => GeneratorRun.Of(
        With("MaxParameterBytes = 1, MaxWorkingBytes = 2, MaxMultiplyAdds = 3"),
        new Expected("LNG4003", "1"),
        new Expected("LNG4004", "2"),
        new Expected("LNG4005", "3"));

    [Fact]
    public void Budget_ReachedExactly_IsSilent() => GeneratorRun.Of(With("MaxMultiplyAdds = 416"));

    [Fact]
    public void Deploy_WithoutNumbers_AllowsEverything() => GeneratorRun.Of(With(""));

    [Fact]
    public void Inference_OverBudget_ReportsTheSame() => GeneratorRun.Of(
        TestedProject.Inference.With(
            "Net", "net.safetensors", "Conv2D_1.weight [2, 1, 3, 3]", "Conv2D_1.bias [2]", "Dense_1.weight [4, 32]", "Dense_1.bias [4]"),
        With("MaxMultiplyAdds = 415"),
        new Expected("LNG4005", "415"));

    [Fact]
    public void WrongDeclaration_WithBudget_IsSaidAlone() =>
        GeneratorRun.Of(With("MaxMultiplyAdds = 1").Replace("[Flatten]\n", ""), new Expected("LNG2005", "Dense(4)"));
}
