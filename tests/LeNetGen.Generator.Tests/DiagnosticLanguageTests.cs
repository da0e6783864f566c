using LeNetGen.Generator.Declaration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LeNetGen.Generator.Tests;

/// <summary>Networks in projects whose C# is older than that of the emitted text, and layers where there is no network.</summary>
public class DiagnosticLanguageTests
{
    private const string Nested = """
        using LeNetGen;

        namespace Samples.Deep
        {
            internal partial class Outer
            {
                [Network(1, 8, 8)]
                [Conv2D(2, 3, Activation = Activation.Sigmoid)]
                [Dropout(0.5)]
                [Flatten]
                [Dense(3, Activation = Activation.Softmax)]
                public sealed partial class Net { public static Net Make() { return new Net(1); } }
            }
        }
        """;

    private static readonly string s_graph =
        Graphs.Forward("var x = Conv1(image); x = x + Conv2(x); return Softmax(Logits(Hidden(Flatten(Pool(Relu(x))))));");

    public static TheoryData<LanguageVersion> Older => [LanguageVersion.CSharp8, LanguageVersion.CSharp9];

    [Fact]
    public void Language_OldestThatWillDo_CompilesEverything()
    {
        Run(TypeReader.OldestLanguage, Nested).AssertKernelsCompile();
        Run(TypeReader.OldestLanguage, s_graph).AssertKernelsCompile();
    }

    [Theory]
    [MemberData(nameof(Older))]
    public void Language_TooOld_ReportsLNG1020Alone(LanguageVersion version) => AssertTooOld(Run(version, Nested), version);

    [Fact]
    public void Language_TooOldForGraph_ReportsLNG1020Alone() =>
        AssertTooOld(Run(LanguageVersion.CSharp9, s_graph), LanguageVersion.CSharp9);

    [Fact]
    public void Language_WithoutAnnotations_ReportsLNG1020AndEmitsNothing()
    {
        GeneratorRun run = Run(LanguageVersion.CSharp7_3, Nested);
        AssertTooOldMessage(Assert.Single(run.AnalyzerDiagnostics()), LanguageVersion.CSharp7_3);
        Assert.Empty(run.Result.GeneratedSources);
    }

    [Theory]
    [InlineData("[Conv2D(6, 5)][Flatten] public class Net { }", "Conv2D(6, 5)", "Conv2D")]
    [InlineData("[Input(Pad = 2), Dense(10)] public partial class Net { [Flatten] public static Node F(Node x) => x; }", "Input(Pad = 2)",
        "Input")]
    [InlineData("public static class Net { public static int Size => 3; [Dropout(0.5)] public static Node F(Node x) => x; }",
        "Dropout(0.5)", "Dropout")]
    [InlineData("public struct Net { [Flatten] public static Node F(Node x) => x; }", "Flatten", "Flatten")]
    public void Layer_WithoutNetwork_ReportsLNG1019(string declaration, string span, string kind) => GeneratorRun.Of(
        $"using LeNetGen;\n{declaration}",
        new Expected("LNG1019", span,
            $"[{kind}] has no effect, because 'Net' is not a class with [Network(channels, height, width)]; add that attribute"));

    [Fact]
    public void Layer_BelowMisspeltNetwork_IsTheCompilersAffair() => GeneratorRun.Of(
        "using LeNetGen;\n[Netwrk(1, 8, 8)][Flatten] public partial class Net { }",
        new Expected("CS0246", "Netwrk"),
        new Expected("CS0246", "Netwrk"));

    private static void AssertTooOld(GeneratorRun run, LanguageVersion version)
    {
        Assert.NotEmpty(run.Result.GeneratedSources);
        AssertTooOldMessage(Assert.Single(run.Diagnostics()), version);
    }

    private static void AssertTooOldMessage(Diagnostic diagnostic, LanguageVersion version)
    {
        Assert.Equal("LNG1020", diagnostic.Id);
        Assert.Equal("Network(1, 8, 8)", diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
        Assert.Equal(
            $"Network 'Net' is compiled as C# {version.ToDisplayString()}, but its members are generated in C# 10.0; set LangVersion to "
            + "10.0 or later in the project, or remove it",
            diagnostic.GetMessage());
    }

    private static GeneratorRun Run(LanguageVersion version, string source)
    {
        Compilation compilation = Compilations.Of();
        if (version < LanguageVersion.CSharp8)
        {
            compilation = compilation.WithOptions(
                ((CSharpCompilationOptions)compilation.Options).WithNullableContextOptions(NullableContextOptions.Disable));
        }

        CSharpParseOptions options = Compilations.ParseOptions.WithLanguageVersion(version);
        GeneratorRun run = GeneratorRun.WithoutChecks(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, options, "Net.cs")));
        Assert.Null(run.Result.Exception);
        return run;
    }
}
