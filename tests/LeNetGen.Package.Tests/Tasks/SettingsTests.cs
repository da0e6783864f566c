using LeNetGen.Build;
using Microsoft.Build.Framework;

namespace LeNetGen.Package.Tests.Tasks;

/// <summary>What the package's targets say of the properties and items of a project.</summary>
public class SettingsTests
{
    private readonly RecordingBuildEngine _engine = new();

    [Theory]
    [InlineData("Training", "false")]
    [InlineData("inference", "True")]
    public void Settings_ThatAreTaken_AreSilent(string mode, string memoryReport)
    {
        NamedItem weights = new("a.safetensors", ("Network", "Shop.Outer`1.Digits"), ("Export", "_digits2"));
        Assert.True(Check(mode, memoryReport, weights));
        Assert.Empty(_engine.Errors);
    }

    [Theory]
    [InlineData("Infer", "false", "", "", "LNG5002", "The property LeNetGenMode is 'Infer'; it takes Training or Inference.")]
    [InlineData("Training", "yes", "", "", "LNG5006", "The property LeNetGenMemoryReport is 'yes'; it takes true or false.")]
    [InlineData("Training", "false", "", "", "LNG5003", "The item NetworkWeights 'a.st' names no network; add Network=\"Full.Name.Of.The.Class\".")]
    [InlineData("Training", "false", "../Net", "", "LNG5003", "The item NetworkWeights 'a.st' names the network '../Net', which is not the full name of a class.")]
    [InlineData("Training", "false", "Net", "1st", "LNG5003", "The item NetworkWeights 'a.st' exports '1st', with which no name in C can start.")]
    public void Setting_ThatIsNotTaken_IsOneError(
        string mode, string memoryReport, string network, string export, string code, string message)
    {
        Assert.False(Check(mode, memoryReport, new NamedItem("a.st", ("Network", network), ("Export", export))));
        BuildErrorEventArgs error = Assert.Single(_engine.Errors);
        Assert.Equal(message, error.Message);
        Assert.Equal((code, "App.csproj"), (error.Code, error.File));
        Assert.EndsWith($"docs/diagnostics/{code}.md", error.HelpLink, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v3", "v9.0", "x86-x64-v3")]
    [InlineData("V4", "v9.0", "x86-x64-v4")]
    [InlineData("v3", "v10.0", "x86-64-v3")]
    [InlineData("v4", "v11.0", "x86-64-v4")]
    [InlineData("native", "v10.0", "native")]
    public void Vectors_OfEachFramework_AreSpelledAsItsCompilerSpellsThem(string vectors, string framework, string instructionSet)
    {
        ChooseInstructionSet task = Choice(vectors, framework, "");
        Assert.True(task.Execute());
        Assert.Equal(instructionSet, task.InstructionSet);
        Assert.Empty(_engine.Warnings);
    }

    [Fact]
    public void Vectors_Unknown_AreOneError()
    {
        Assert.False(Choice("v5", "v9.0", "").Execute());
        BuildErrorEventArgs error = Assert.Single(_engine.Errors);
        Assert.Equal("LNG5004", error.Code);
        Assert.Equal("The property LeNetGenVectors is 'v5'; it takes v3, v4 or native.", error.Message);
    }

    [Theory]
    [InlineData("native", true)]
    [InlineData("x86-x64-v3", true)]
    [InlineData("avx2,FMA", true)]
    [InlineData("sse4.2", false)]
    [InlineData("avx2", false)]
    [InlineData("x86-x64-v2", false)]
    public void InstructionSet_SetAlready_IsKept_AndWarnedOfWithoutFma(string instructionSet, bool hasFma)
    {
        ChooseInstructionSet task = Choice("v3", "v9.0", instructionSet);
        Assert.True(task.Execute());
        Assert.Equal(instructionSet, task.InstructionSet);
        Assert.Empty(_engine.Errors);
        if (hasFma)
        {
            Assert.Empty(_engine.Warnings);
            return;
        }

        BuildWarningEventArgs warning = Assert.Single(_engine.Warnings);
        Assert.Equal("LNG5005", warning.Code);
        Assert.StartsWith($"IlcInstructionSet is '{instructionSet}', which has no FMA: ", warning.Message, StringComparison.Ordinal);
    }

    private bool Check(string mode, string memoryReport, NamedItem weights) => new CheckNetworkSettings
    {
        BuildEngine = _engine,
        Project = "App.csproj",
        Mode = mode,
        MemoryReport = memoryReport,
        Weights = [weights],
    }.Execute();

    private ChooseInstructionSet Choice(string vectors, string framework, string instructionSet) => new()
    {
        BuildEngine = _engine,
        Project = "App.csproj",
        Vectors = vectors,
        FrameworkVersion = framework,
        InstructionSet = instructionSet,
    };
}
