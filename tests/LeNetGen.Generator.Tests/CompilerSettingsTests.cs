using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LeNetGen.Generator.Tests;

/// <summary>Emitted code, kernels included, compiles without a warning whatever a project sets, and wherever a class stands.</summary>
public class CompilerSettingsTests
{
    private const string Stack = """
        [LeNetGen.Network(1, 6, 6), LeNetGen.Input(Scale = 0.25f, Offset = -1.5f)]
        [LeNetGen.Conv2D(2, 3, Padding = LeNetGen.Padding.Same, Activation = LeNetGen.Activation.Tanh)]
        [LeNetGen.MaxPooling2D(3, Strides = 2)]
        [LeNetGen.Flatten]
        [LeNetGen.Dense(4, Activation = LeNetGen.Activation.LeakyReLU, NegativeSlope = 0.125f)]
        [LeNetGen.Dropout(0.5)]
        [LeNetGen.Dense(3, Activation = LeNetGen.Activation.Softmax, BiasInitializer = LeNetGen.Initializer.Constant, BiasConstant = -0.5f)]
        public partial class Net { }
        """;

    private const string Graph = """
        [LeNetGen.Network(1, 6, 6)]
        public partial class Net
        {
            [LeNetGen.Conv2D(2, 3, Padding = LeNetGen.Padding.Same)] private static partial LeNetGen.Node Conv(LeNetGen.Node x);
            [LeNetGen.Dense(3)] private static partial LeNetGen.Node Logits(LeNetGen.Node x);

            private static LeNetGen.Node Forward(LeNetGen.Node image)
            {
                var x = LeNetGen.Layers.Sigmoid(Conv(image));
                x = LeNetGen.Layers.Relu(x * x + Conv(image));
                return LeNetGen.Layers.Softmax(Logits(LeNetGen.Layers.Flatten(LeNetGen.Layers.Concatenate(x, image))));
            }
        }
        """;

    /// <summary>Types that emitted code must not take for the framework's.</summary>
    private const string Namesakes = """
        namespace System.Hidden { }
        class Single { } class Math { } class Unsafe { } class Vector512 { } class MethodImpl { } class Span { } class ReadOnlySpan { }
        class Fused { } class Elementary { } class BlockLayout { } class NetworkKernels { } class VectorWidth { }
        """;

    /// <summary>The same inside a namespace, where even System can be something else.</summary>
    private const string NearNamesakes = """
        class System { } class Single { } class Int32 { } class Math { } class Runtime { } class Vector512 { } class Network { } class Node { }
        """;

    /// <summary>What ImplicitUsings writes; without it there is nothing of the kind.</summary>
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    /// <summary>Namespaces around a class, and what stands beside it there; "Network;" is the class.</summary>
    public static TheoryData<string> Places =>
    [
        "Network;",
        "namespace A.B;\nNetwork;",
        "namespace A.B;\nNetwork;\n" + NearNamesakes,
        "namespace A { namespace B.C { Network; } }",
        "namespace A { namespace System.C { Network; } class Single { } }",
        "namespace A;\npublic static partial class System { public partial struct Single { Network; } }",
    ];

    [Theory]
    [InlineData(LanguageVersion.CSharp13, NullableContextOptions.Enable, true, OptimizationLevel.Debug)]
    [InlineData(LanguageVersion.CSharp13, NullableContextOptions.Disable, false, OptimizationLevel.Release)]
    [InlineData(LanguageVersion.Latest, NullableContextOptions.Enable, false, OptimizationLevel.Release)]
    [InlineData(LanguageVersion.LatestMajor, NullableContextOptions.Annotations, true, OptimizationLevel.Release)]
    [InlineData(LanguageVersion.Preview, NullableContextOptions.Warnings, true, OptimizationLevel.Debug)]
    public void Emitted_UnderAnySettings_CompilesWithWarningsAsErrors(
        LanguageVersion language, NullableContextOptions nullable, bool isChecked, OptimizationLevel optimization)
    {
        var parse = new CSharpParseOptions(language, DocumentationMode.Diagnose);
        CSharpCompilationOptions options = Strict
            .WithOverflowChecks(isChecked)
            .WithOptimizationLevel(optimization)
            .WithNullableContextOptions(nullable);
        foreach (string source in new[] { Stack, Graph, Stack.ReplaceLineEndings("\r\n"), Graph + "\n" + Namesakes })
            AssertCompiles(Emit(parse, options, source));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Emitted_AtAnyPlace_CompilesWithAndWithoutImplicitUsings(string place)
    {
        foreach (string network in new[] { Stack, Graph })
        {
            string source = place.Replace("Network;", network);
            AssertCompiles(Emit(Compilations.ParseOptions, Strict, source));
            AssertCompiles(Emit(Compilations.ParseOptions, Strict, source, ImplicitUsings));
        }
    }

    /// <summary>A comma before decimals, a point between thousands and U+2212 for minus: none of it may reach what is emitted.</summary>
    [Theory]
    [InlineData(Stack)]
    [InlineData(Graph)]
    public void Emitted_UnderACultureOfOtherSigns_IsTheSame(string source)
    {
        string[] expected = Texts();
        CultureInfo before = CultureInfo.CurrentCulture;
        var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        strange.NumberFormat.NumberDecimalSeparator = ",";
        strange.NumberFormat.NumberGroupSeparator = ".";
        strange.NumberFormat.NegativeSign = "\u2212";
        try
        {
            CultureInfo.CurrentCulture = strange;
            Assert.Equal("\u22121,5", $"{-1.5}");
            Assert.Equal(expected, Texts());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        string[] Texts() => [.. Emit(Compilations.ParseOptions, Strict, source).SyntaxTrees.Select(tree => tree.ToString())];
    }

    private static CSharpCompilationOptions Strict { get; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        checkOverflow: true,
        warningLevel: 9999,
        allowUnsafe: false,
        nullableContextOptions: NullableContextOptions.Enable,
        generalDiagnosticOption: ReportDiagnostic.Error);

    private static Compilation Emit(CSharpParseOptions parse, CSharpCompilationOptions options, params string[] sources)
    {
        SyntaxTree[] trees = [.. sources.Select(source => CSharpSyntaxTree.ParseText(source, parse, "Net.cs"))];
        Compilation input = Compilations.Of().WithOptions(options).AddSyntaxTrees(trees);
        CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: parse)
            .RunGeneratorsAndUpdateCompilation(input, out Compilation output, out _);
        Assert.True(output.SyntaxTrees.Count() > 4, "Nothing was generated.");
        return output;
    }

    private static void AssertCompiles(Compilation compilation)
    {
        using var image = new MemoryStream();
        string[] errors =
        [
            .. compilation.Emit(image).Diagnostics
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !IsOfTheSource(diagnostic))
                .Select(diagnostic => diagnostic.ToString()),
        ];
        Assert.True(errors.Length == 0, string.Join('\n', errors.Take(5)));
    }

    /// <summary>What the test's own sources are told is that they lack documentation, and that usings are of no use.</summary>
    private static bool IsOfTheSource(Diagnostic diagnostic) =>
        diagnostic is { Id: "CS1591" or "CS8019", Location.SourceTree.FilePath: "Net.cs" };
}
