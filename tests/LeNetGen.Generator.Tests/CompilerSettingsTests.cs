using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LeNetGen.Generator.Tests;

/// <summary>Emitted code, kernels included, compiles without a warning whatever a project sets.</summary>
public class CompilerSettingsTests
{
    private const string Stack = """
        [LeNetGen.Network(1, 6, 6)]
        [LeNetGen.Conv2D(2, 3, Padding = LeNetGen.Padding.Same, Activation = LeNetGen.Activation.Tanh)]
        [LeNetGen.MaxPooling2D(3, Strides = 2)]
        [LeNetGen.Flatten]
        [LeNetGen.Dropout(0.5)]
        [LeNetGen.Dense(3, Activation = LeNetGen.Activation.Softmax)]
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
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            checkOverflow: isChecked,
            optimizationLevel: optimization,
            warningLevel: 9999,
            allowUnsafe: false,
            nullableContextOptions: nullable,
            generalDiagnosticOption: ReportDiagnostic.Error);
        foreach (string source in new[] { Stack, Graph, Stack.ReplaceLineEndings("\r\n"), Graph + "\n" + Namesakes })
        {
            Compilation input = Compilations.Of().WithOptions(options).AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, parse, "Net.cs"));
            CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: parse)
                .RunGeneratorsAndUpdateCompilation(input, out Compilation output, out _);

            using var image = new MemoryStream();
            string[] errors =
            [
                .. output.Emit(image).Diagnostics
                    .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !IsOfTheSource(diagnostic))
                    .Select(diagnostic => diagnostic.ToString()),
            ];
            Assert.True(errors.Length == 0, string.Join('\n', errors.Take(5)));
            Assert.True(output.SyntaxTrees.Count() > 4, "Nothing was generated.");
        }

        // What the test's own source is told is that it lacks documentation.
        static bool IsOfTheSource(Diagnostic diagnostic) => diagnostic is { Id: "CS1591", Location.SourceTree.FilePath: "Net.cs" };
    }
}
