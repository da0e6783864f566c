using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Tests;

public class IncrementalityTests
{
    private static readonly string Second = Declarations.Network("[Network(1, 8, 8)][Flatten][Dense(10)]");

    [Fact]
    public void AddedComment_DoesNotModifyOutput() =>
        Edited(Declarations.D2l, "[Flatten]", "[Flatten] // 16 x 5 x 5 = 400").AssertAllCached();

    [Fact]
    public void AddedLines_DoNotModifyOutput() => Edited(Declarations.D2l, "[Network", "\n\n\n    [Network").AssertAllCached();

    [Fact]
    public void AddedMember_DoesNotModifyOutput() =>
        Edited(Declarations.D2l, "class LeNet;", "class LeNet { public int Twice(int x) => 2 * x; }").AssertAllCached();

    [Fact]
    public void EquivalentExpression_DoesNotModifyOutput() => Edited(Declarations.D2l, "Dense(120", "Dense(60 + 60").AssertAllCached();

    [Fact]
    public void WrongDeclaration_AddedComment_DoesNotModifyOutput() =>
        Edited(Declarations.D2l.Replace("[Flatten]", ""), "[Dense(120", "/* wide */ [Dense(120").AssertAllCached();

    [Fact]
    public void EditedNetwork_LeavesOthersCached()
    {
        GeneratorRun run = GeneratorRun.Of([Declarations.D2l, Second])
            .After("an edit of the second", compilation => Replace(compilation, 1, "Dense(10)", "Dense(11)"));
        Assert.Equal(
            [
                "Declarations: Modified", "Inferred: Modified", "Networks: Modified",
                .. Enumerable.Repeat("Plans: Modified", 4), .. Enumerable.Repeat("SourceOutput: Modified", 5),
            ],
            run.ChangedSteps().Order());
        Assert.Contains("OutputLength = 11;", run["Net"], StringComparison.Ordinal);
    }

    [Fact]
    public void MistakeAndItsRepair_ModifyOnlyTheirNetwork()
    {
        GeneratorRun wrong = GeneratorRun.Of([Declarations.D2l, Second])
            .After("a mistake", compilation => Replace(compilation, 1, "[Flatten]", ""));
        Assert.DoesNotContain(wrong.Values<ShapedNetwork>(TrackingNames.Networks), network => network.Type.Name == "Net");
        GeneratorRun right = wrong.After("its repair", compilation => Replace(compilation, 1, "[Dense", "[Flatten][Dense"));
        Assert.Equal(2, right.Values<ShapedNetwork>(TrackingNames.Networks).Count());
        Assert.DoesNotContain(right.Diagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void CacheCheck_OutputThatChanges_Fails()
    {
        GeneratorRun run = Edited(Declarations.D2l, "Dense(84", "Dense(85");
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(run.AssertAllCached);
    }

    [Fact]
    public void PipelineValues_NoCompilerObjects_InTheirGraph()
    {
        GeneratorRun run = GeneratorRun.WithoutChecks(
            Compilations.Of(Declarations.D2l, Declarations.Network("[Network(1, 4, 4)][Conv2D(6, 5, Name = \"a\")]")));
        object[] values = run.Result.TrackedSteps
            .Where(step => TrackingNames.All.Contains(step.Key))
            .SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Value)
            .ToArray();
        Assert.Contains(values, value => value is NetworkDeclaration);
        Assert.Contains(values, value => value is InferredNetwork { Problems.Count: > 0 });
        Assert.All(values, value => ObjectGraph.AssertPlain(value));
    }

    [Fact]
    public void ObjectGraph_CompilerObjectInside_IsFound() => Assert.ThrowsAny<Xunit.Sdk.XunitException>(
        () => ObjectGraph.AssertPlain(new Tuple<string, object[]>("deep", [1, new[] { Location.None }])));

    [Fact]
    public void PipelineValues_ReadTwice_AreEqual()
    {
        NetworkDeclaration First(string source) =>
            GeneratorRun.WithoutChecks(Compilations.Of(source)).Values<NetworkDeclaration>(TrackingNames.Declarations).Single();
        Assert.Equal(First(Declarations.D2l), First(Declarations.D2l));
        Assert.NotEqual(First(Declarations.D2l), First(Declarations.D2l.Replace("Sigmoid", "Tanh")));
    }

    private static GeneratorRun Edited(string source, string old, string @new) =>
        GeneratorRun.WithoutChecks(Compilations.Of(source)).After($"{old} to {@new}", compilation => Replace(compilation, 0, old, @new));

    private static Compilation Replace(Compilation compilation, int file, string old, string @new)
    {
        SyntaxTree tree = compilation.SyntaxTrees.ElementAt(file);
        string text = tree.GetText().ToString();
        Assert.Contains(old, text, StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree, Compilations.Parse(text.Replace(old, @new), tree.FilePath));
    }
}
