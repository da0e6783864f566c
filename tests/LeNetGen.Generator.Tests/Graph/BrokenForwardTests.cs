using LeNetGen.Generator.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeNetGen.Generator.Tests.Graph;

/// <summary>
/// Half-typed code: whatever is missing, nothing crashes, the members are there, and whoever gets no network is told why, by the
/// compiler or by us.
/// </summary>
public class BrokenForwardTests
{
    private const string Source = """
        using LeNetGen;
        using static LeNetGen.Layers;

        [Network(1, 4, 4)]
        public partial class Net
        {
            [Conv2D(1, 3, Padding = Padding.Same)] private static partial Node Conv(Node x);
            [Dense(3)] private static partial Node Logits(Node x);

            private static Node Forward(Node image)
            {
                const int one = 1;
                Node x = Conv(image), y = Relu(x);
                x += MaxPooling2D(poolSize: one, x: y * Conv(x));
                _ = x;
                return Softmax(Logits(Flatten(Concatenate(x, y))));
            }
        }
        """;

    private static readonly string[] s_members =
        ["InputLength", "OutputLength", "ParameterCount", "Definition", "Load", "TraceForward"];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Forward_WithoutOneToken_KeepsTheMembers(int part)
    {
        SyntaxNode forward = MethodNamed("Forward");
        SyntaxToken[] tokens = [.. forward.DescendantTokens()];
        for (int i = part; i < tokens.Length; i += 4)
            AssertHarmless(Source.Remove(tokens[i].SpanStart, tokens[i].Span.Length), $"without token {i}, '{tokens[i]}'", s_members);
    }

    [Fact]
    public void Forward_CutOff_KeepsTheMembers()
    {
        MethodDeclarationSyntax forward = MethodNamed("Forward");
        foreach (SyntaxToken token in forward.Body!.DescendantTokens().Where((_, index) => index % 3 == 0))
            AssertHarmless(Source[..token.SpanStart], $"cut off before '{token}' at {token.SpanStart}", s_members);
    }

    [Fact]
    public void LayerMethod_WithoutOneToken_KeepsTheMembers()
    {
        foreach (SyntaxToken token in MethodNamed("Logits").DescendantTokens())
        {
            // Without its bracket, an attribute takes in what stands around it.
            if (!token.IsKind(SyntaxKind.OpenBracketToken))
                AssertHarmless(Source.Remove(token.SpanStart, token.Span.Length), $"without '{token}' of Logits", s_members);
        }
    }

    [Theory]
    [InlineData("return Conv(image, image);")]
    [InlineData("return Conv();")]
    [InlineData("return Unknown(image);")]
    [InlineData("return image.Unknown;")]
    [InlineData("return Conv(unknown);")]
    [InlineData("Node x; return Conv(x);")]
    [InlineData("return Conv(image: image);")]
    [InlineData("return Conv(1);")]
    [InlineData("return MaxPooling2D(image, \"2\");")]
    [InlineData("return MaxPooling2D(image, 1 / 0);")]
    [InlineData("return image - image;")]
    [InlineData("return image + 1;")]
    [InlineData("return await image;")]
    [InlineData("yield return image;")]
    [InlineData("const int size = 3; size = 4; return Conv(image);")]
    [InlineData("return;")]
    [InlineData("")]
    public void Forward_ThatDoesNotCompile_GetsOnlyTheCompilersErrors(string body)
    {
        MethodDeclarationSyntax forward = MethodNamed("Forward");
        string source = Source.Replace(forward.Body!.ToString(), $"{{ {body} }}", StringComparison.Ordinal);
        GeneratorRun run = AssertHarmless(source, body, s_members);
        Assert.Contains(run.Diagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.DoesNotContain(run.Diagnostics(), diagnostic => diagnostic.Id.StartsWith("LNG", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("private static Node Forward(Node image);")]
    [InlineData("private static Node Forward(Node image) =>;")]
    [InlineData("private static Nod Forward(Node image) => Conv(image);")]
    [InlineData("private static Node Forward(Nod image) => Conv(image);")]
    [InlineData("private static Node Forward(Node image) { return image; } => image;")]
    [InlineData("private static Node Forward(Node) => Logits(null!);")]
    public void Forward_HeaderThatDoesNotCompile_GetsOnlyTheCompilersErrors(string forward)
    {
        string source = Source.Replace(MethodNamed("Forward").ToString(), forward, StringComparison.Ordinal);
        GeneratorRun run = AssertHarmless(source, forward, s_members);
        Assert.DoesNotContain(run.Diagnostics(), diagnostic => diagnostic.Id.StartsWith("LNG", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[Dense] private static partial Node Logits(Node x);")]
    [InlineData("[Dense(\"3\")] private static partial Node Logits(Node x);")]
    [InlineData("[Dens(3)] private static partial Node Logits(Node x);")]
    [InlineData("[Dense(3)] private static Node Logits(Node x);")]
    [InlineData("[Dense(3)] private static partial Nod Logits(Node x);")]
    [InlineData("[Dense(3)] private static partial Node Logits(Nod x);")]
    [InlineData("[Dense(3)] static partial Node Logits(Node x);")]
    public void LayerMethod_ThatDoesNotCompile_GetsOnlyTheCompilersErrors(string method)
    {
        string source = Source.Replace(MethodNamed("Logits").ToString(), method, StringComparison.Ordinal);
        GeneratorRun run = AssertHarmless(source, method, s_members);
        Assert.DoesNotContain(run.Diagnostics(), diagnostic => diagnostic.Id.StartsWith("LNG", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Diagnostics(), diagnostic => diagnostic.Id == "CS8795");
    }

    /// <summary>Demands that nothing crashes, that the members are there, and that a network that is wrong has an error.</summary>
    private static GeneratorRun AssertHarmless(string source, string what, IEnumerable<string> members)
    {
        GeneratorRun run = GeneratorRun.WithoutChecks(Compilations.Of(source));
        Assert.True(run.Result.Exception is null, $"{what}: {run.Result.Exception}");
        INamedTypeSymbol net = run.Output.GetTypeByMetadataName("Net")!;
        Assert.True(members.All(net.MemberNames.Contains), $"{what}: only {string.Join(", ", net.MemberNames)}");
        Diagnostic[] diagnostics = [.. run.Diagnostics()];
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        bool isWrong = run.Values<InferredNetwork>(TrackingNames.Inferred).Single().Shaped is null;
        bool isTold = diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.True(isTold || !isWrong, $"{what}: no network, but nobody is told why");
        return run;
    }

    private static MethodDeclarationSyntax MethodNamed(string name) => Compilations.Parse(Source, "Source.cs").GetRoot()
        .DescendantNodes()
        .OfType<MethodDeclarationSyntax>()
        .Single(method => method.Identifier.ValueText == name);
}
