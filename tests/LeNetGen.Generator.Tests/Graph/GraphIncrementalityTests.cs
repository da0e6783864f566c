using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Tests.Graph;

/// <summary>Edits that change no layer regenerate nothing, those in Forward too.</summary>
public class GraphIncrementalityTests
{
    private static readonly string s_source = Graphs.Forward("var x = Relu(Conv1(image)); x = x + Conv2(x); " + Graphs.Rest);

    [Theory]
    [InlineData("x = x + Conv2(x);", "x =  x\n + /* the branch */ Conv2( x ) ;")]
    [InlineData("x = x + Conv2(x);", "x += Conv2(x);")]
    [InlineData("x = x + Conv2(x);", "x = (x + Conv2((x)));")]
    [InlineData("x = x + Conv2(x);", "{ var y = Conv2(x); x = x + y; }")]
    [InlineData("private static Node Forward", "internal static Node Forward")]
    [InlineData("using System;", "using System;\n\n// nothing")]
    [InlineData("[Dense(4)]", "[Dense(2 + 2)]")]
    [InlineData("[Dense(4)]", "[LeNetGen.DenseAttribute(units: 4)]")]
    [InlineData("Relu(Conv1(image))", "LeNetGen.Layers.Relu(x: Conv1(x: image))")]
    public void Edit_ThatChangesNoLayer_RegeneratesNothing(string old, string @new) => Edited(old, @new).AssertAllCached();

    [Fact]
    public void Edit_RenamesVariables_RegeneratesNothing()
    {
        string renamed = s_source.Replace(" x ", " value ").Replace("(x)", "(value)").Replace("image", "_1");
        GeneratorRun.Of(s_source).After("renamed", compilation => Replace(compilation, renamed)).AssertAllCached();
    }

    [Fact]
    public void Edit_OfAnotherFile_LeavesTheDeclarationEqual()
    {
        GeneratorRun run = GeneratorRun.Of([s_source, Numbers]);
        NetworkDeclaration before = run.Values<NetworkDeclaration>(TrackingNames.Declarations).Single();
        GeneratorRun after = run.After("another constant", WithThree);
        Assert.Equal(before, after.Values<NetworkDeclaration>(TrackingNames.Declarations).Single());
        after.AssertAllCached();
    }

    [Fact]
    public void Edit_OfConstantInAnotherFile_RegeneratesTheNetworkThatUsesIt()
    {
        string source = s_source.Replace("Relu(Conv1(image))", "MaxPooling2D(Conv1(image), Numbers.Two)");
        GeneratorRun run = GeneratorRun.Of([source, Numbers]);
        GeneratorRun after = run.After("another constant", WithThree);
        Assert.Equal(3, Assert.IsType<ShapedPooling>(after.Values<ShapedNetwork>(TrackingNames.Networks).Single().Layers[1]).PoolHeight);
    }

    [Theory]
    [InlineData("x = x + Conv2(x);", "x = Conv2(x) + x;")]
    [InlineData("x = x + Conv2(x);", "x = x * Conv2(x);")]
    [InlineData("x = x + Conv2(x);", "x = Conv2(x);")]
    [InlineData("Relu(Conv1(image))", "Conv1(image)")]
    [InlineData("private static partial Node Conv1", "public static partial Node Conv1")]
    public void Edit_ThatChangesALayer_Regenerates(string old, string @new) =>
        Assert.Contains("Networks: Modified", Edited(old, @new).ChangedSteps());

    [Fact]
    public void Edit_MakesAndRepairsAMistake_ComesBackToTheSame()
    {
        GeneratorRun wrong = Edited("x = x + Conv2(x);", "while (true) x = x + Conv2(x);");
        Assert.Empty(wrong.Values<ShapedNetwork>(TrackingNames.Networks));
        GeneratorRun right = wrong.After("its repair", compilation => Replace(compilation, s_source));
        Assert.Equal(
            GeneratorRun.Of(s_source).Values<ShapedNetwork>(TrackingNames.Networks),
            right.Values<ShapedNetwork>(TrackingNames.Networks));
    }

    [Fact]
    public void PipelineValues_NoCompilerObjects_InTheirGraph()
    {
        GeneratorRun run = GeneratorRun.WithoutChecks(
            Compilations.Of(s_source, Graphs.Forward("return Own(image + null!);").Replace("class Net", "class Wrong")));
        object[] values = run.Result.TrackedSteps
            .Where(step => TrackingNames.All.Contains(step.Key))
            .SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Value)
            .ToArray();
        Assert.Equal(2, values.OfType<NetworkDeclaration>().Count(declaration => declaration.Graph is not null));
        Assert.All(values, value => ObjectGraph.AssertPlain(value));
    }

    private const string Numbers = "internal static class Numbers { public const int Two = 2; }";

    private static Compilation WithThree(Compilation compilation) => compilation.ReplaceSyntaxTree(
        compilation.SyntaxTrees.Last(), Compilations.Parse(Numbers.Replace("2", "3"), "Source1.cs"));

    private static GeneratorRun Edited(string old, string @new)
    {
        Assert.Contains(old, s_source, StringComparison.Ordinal);
        return GeneratorRun.WithoutChecks(Compilations.Of(s_source))
            .After($"{old} to {@new}", compilation => Replace(compilation, s_source.Replace(old, @new)));
    }

    private static Compilation Replace(Compilation compilation, string source) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.First(), Compilations.Parse(source, "Source0.cs"));
}
