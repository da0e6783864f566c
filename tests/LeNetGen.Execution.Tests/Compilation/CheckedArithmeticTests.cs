using Microsoft.CodeAnalysis.CSharp;

namespace LeNetGen.Execution.Tests.Compilation;

/// <summary>In a project that checks integer arithmetic, generated code computes as elsewhere, and overflows nowhere.</summary>
public sealed class CheckedArithmeticTests
{
    private const string Source = """
        using LeNetGen;

        [Network(2, 9, 10)]
        [Conv2D(3, 5, Padding = Padding.Same, Activation = Activation.Tanh)]
        [MaxPooling2D(2)]
        [Conv2D(4, 3, Strides = 2, Padding = Padding.Same)]
        [Flatten]
        [Dense(5, Activation = Activation.Softmax)]
        public sealed partial class Checked;
        """;

    [Fact]
    public void Network_InCheckedProject_EqualsInterpreter()
    {
        GeneratedNetwork generated = GeneratedNetwork.Of(Source, "Checked");
        CSharpCompilation compilation = generated.Compilation.WithOptions(generated.Compilation.Options.WithOverflowChecks(true));
        using CompiledNetwork compiled = CompiledNetwork.Load(compilation, "Checked");
        foreach (VectorWidth width in Enum.GetValues<VectorWidth>())
        {
            Network network = compiled.Create(width, seed: 1);
            var batch = new SampleBatch(network.Definition, 17);
            var comparison = new InterpreterComparison(
                network.Definition, batch.Images, [.. batch.Labels.Select(label => (byte)label)], network.Parameters.ToArray());
            Assert.Null(comparison.FirstDifference(network));
        }
    }
}
