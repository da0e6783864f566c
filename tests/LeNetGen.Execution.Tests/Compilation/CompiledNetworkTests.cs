using System.Runtime.CompilerServices;

namespace LeNetGen.Execution.Tests.Compilation;

public sealed class CompiledNetworkTests
{
    private const string Declaration = """
        using LeNetGen;
        namespace Samples;
        [Network(1, 2, 2), Flatten, Dense(2, Activation = Activation.Softmax)]
        public sealed partial class Tiny;
        """;

    [Theory]
    [InlineData(VectorWidth.Scalar)]
    [InlineData(VectorWidth.Bits128)]
    [InlineData(VectorWidth.Bits256)]
    [InlineData(VectorWidth.Bits512)]
    public void CompiledNetwork_Unchanged_EqualsTheInterpreter(VectorWidth width)
    {
        using CompiledNetwork compiled = CompiledNetwork.Compile(Declaration, "Samples.Tiny");

        Network network = compiled.Create(width);

        Assert.Equal(width, network.Width);
        Assert.Null(Comparison(network.Definition).FirstDifference(network));
    }

    [Fact]
    public void Gradient_BlockThatNoChunkHas_Throws()
    {
        using CompiledNetwork compiled = CompiledNetwork.Compile(Declaration, "Samples.Tiny");
        Network network = compiled.Create(VectorWidth.Scalar);
        NetworkKernels kernels = network.Kernels;
        float[] parameters = network.Parameters.ToArray(), workspace = new float[kernels.WorkspaceLength], gradient = new float[10];

        foreach (int block in new[] { -1, NetworkKernels.ChunkBlocks })
            Assert.Throws<ArgumentOutOfRangeException>(() => kernels.Backward(parameters, workspace, block, gradient));
        foreach (int blocks in new[] { -1, 0, NetworkKernels.ChunkBlocks + 1 })
            Assert.Throws<ArgumentOutOfRangeException>(() => kernels.FinishChunk(workspace, blocks, gradient));
    }

    [Fact]
    public void CompiledNetwork_OfOneWidth_EqualsTheInterpreterAndHasNoOther()
    {
        using CompiledNetwork compiled = GeneratedNetwork.Of(Declaration, "Samples.Tiny").OnlyAt(VectorWidth.Bits128).Compile();

        Network network = compiled.Create(VectorWidth.Bits128);

        Assert.Null(Comparison(network.Definition).FirstDifference(network));
        Assert.ThrowsAny<Exception>(() => compiled.Create(VectorWidth.Scalar));
    }

    [Fact]
    public void CompiledNetwork_RewrittenText_IsWhatRuns()
    {
        using CompiledNetwork compiled = CompiledNetwork.Compile(
            Declaration,
            "Samples.Tiny",
            (file, text) => file.Contains("Scalar", StringComparison.Ordinal) ? text.Replace("MultiplyAdd(", "MultiplyAdd(-") : text);
        InterpreterComparison comparison = Comparison(compiled.Create(VectorWidth.Scalar).Definition);

        string? difference = comparison.FirstDifference(compiled.Create(VectorWidth.Scalar));

        Assert.StartsWith("Element 0 of the output of image 0, predicted alone is ", difference, StringComparison.Ordinal);
        Assert.Null(comparison.FirstDifference(compiled.Create(VectorWidth.Bits128)));
    }

    [Fact]
    public void CompiledNetwork_TextThatDoesNotCompile_Throws()
    {
        var exception = Assert.Throws<InvalidOperationException>(
            () => CompiledNetwork.Compile(Declaration, "Samples.Tiny", (_, text) => text + "}"));

        Assert.Contains("CS1022", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CompiledNetwork_Disposed_IsUnloaded()
    {
        WeakReference type = UseAndDispose();

        for (int attempt = 0; attempt < 20 && type.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(type.IsAlive);
    }

    // Not inlined: a local variable of the test would keep the network alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference UseAndDispose()
    {
        using CompiledNetwork compiled = CompiledNetwork.Compile(Declaration, "Samples.Tiny");
        Network network = compiled.Create(VectorWidth.Scalar);
        Assert.Null(Comparison(network.Definition).FirstDifference(network));
        return new WeakReference(compiled.Type);
    }

    private static InterpreterComparison Comparison(NetworkDefinition definition) =>
        new(definition, [0.5f, -1, 2, 0.25f, 1, 1, -3, 0], [0, 1], [1, -2, 0.5f, 3, 0.1f, 0.2f, -0.3f, 0.4f, 1, -1]);
}
