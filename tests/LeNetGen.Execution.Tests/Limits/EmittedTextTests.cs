using System.Text;
using LeNetGen.Execution.Tests.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace LeNetGen.Execution.Tests.Limits;

/// <summary>What the compiler of a user has to take in.</summary>
public sealed class EmittedTextTests
{
    private const int MostBytes = 1_100_000;

    private static readonly Lazy<GeneratedNetwork> s_leNet = new(() => GeneratedNetwork.Of(
        """
        using LeNetGen;

        /// <summary>The D2L LeNet of the requirement documents.</summary>
        [Network(1, 28, 28)]
        [Conv2D(6, 5, Padding = Padding.Same, Activation = Activation.Sigmoid)]
        [AveragePooling2D(2)]
        [Conv2D(16, 5, Activation = Activation.Sigmoid)]
        [AveragePooling2D(2)]
        [Flatten]
        [Dense(120, Activation = Activation.Sigmoid)]
        [Dense(84, Activation = Activation.Sigmoid)]
        [Dense(10, Activation = Activation.Softmax)]
        public sealed partial class LeNet;
        """,
        "LeNet"));

    [Fact]
    public void LeNet_AllFiles_StayBelowTheSizeBudget()
    {
        string[] files = [.. s_leNet.Value.FileNames];

        Assert.Equal(5, files.Length);
        Assert.InRange(files.Sum(file => Encoding.UTF8.GetByteCount(s_leNet.Value[file])), 1, MostBytes);
    }

    [Fact]
    public void LeNet_AllFiles_AreSafeCode() => Assert.DoesNotContain(
        s_leNet.Value.Compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantTokens()),
        token => token.Kind() is SyntaxKind.UnsafeKeyword or SyntaxKind.FixedKeyword or SyntaxKind.StackAllocKeyword);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void LeNet_AtTheHighestWarningLevel_CompilesWithoutADiagnostic(bool checkedArithmetic)
    {
        CSharpCompilation compilation = s_leNet.Value.Compilation;
        compilation = compilation.WithOptions(compilation.Options.WithOverflowChecks(checkedArithmetic));
        Assert.Equal(9999, compilation.Options.WarningLevel);
        Assert.False(compilation.Options.AllowUnsafe);

        EmitResult result = compilation.Emit(Stream.Null);

        Assert.True(result.Success);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden));
    }
}
