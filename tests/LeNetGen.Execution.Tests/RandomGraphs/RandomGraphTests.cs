using LeNetGen.Execution.Tests.Compilation;
using LeNetGen.Execution.Tests.RandomDeclarations;
using LeNetGen.Tests.Reference;

namespace LeNetGen.Execution.Tests.RandomGraphs;

/// <summary>
/// Graphs declared at random, with forks, joins and shared layers, generated, compiled and compared with the interpreter bit for bit; and
/// what Forward records when it runs, compared with what the generator has read. LENETGEN_LONG_TESTS=300 takes that many graphs,
/// LENETGEN_RANDOM_GRAPH_SEED=17 a single one.
/// </summary>
public sealed class RandomGraphTests
{
    private const int Graphs = 40;
    private const int BatchSize = 10;

    /// <summary>The first seed of each batch, and the number of its graphs.</summary>
    public static TheoryData<int, int> Batches => SeedBatches.Of(RandomGraph.SeedVariable, Graphs, BatchSize);

    [Theory, MemberData(nameof(Batches))]
    public void Graphs_OfSuccessiveSeeds_EqualTheInterpreter(int firstSeed, int count)
    {
        RandomBatch batch = RandomBatch.Check(Enumerable.Range(firstSeed, count).Select(RandomGraph.Of));

        Assert.True(batch.Failures.Count == 0, $"{batch.Failures.Count} failures:\n\n{string.Join('\n', batch.Failures)}");
        Assert.True(count < BatchSize || batch.TrainedCount >= count / 2, $"Only {batch.TrainedCount} of {count} graphs had a gradient.");
    }

    [Fact]
    public void Graphs_OfTheTestCommand_HaveEveryForm()
    {
        string[] texts = [.. Enumerable.Range(0, Graphs).Select(seed => RandomGraph.Of(seed).Text)];
        foreach (string form in new[] { " + ", " * ", "Concatenate(", "Relu(", "LeakyRelu(", "Sigmoid(", "Tanh(", "Pooling2D(n", "Flatten(", "Dropout(n" })
            Assert.True(texts.Count(text => text.Contains(form, StringComparison.Ordinal)) >= 3, form);
    }

    /// <summary>Ten small graphs that have a gradient and do not always come close to a kink.</summary>
    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(6)]
    [InlineData(7), InlineData(8), InlineData(9), InlineData(10), InlineData(12)]
    public void Gradient_OfASmallGraph_IsTheCentralDifference(int seed)
    {
        RandomDeclaration declaration = RandomGraph.Small(seed);
        GeneratorRun run = GeneratorRun.Of((declaration.FileName, declaration.Text));
        using CompiledAssembly assembly = CompiledAssembly.Load(run.Compilation, declaration.TypeName);

        IReadOnlyList<double> largest = GradientCheck.Of(assembly.Create(declaration.TypeName, VectorWidth.Scalar).Definition, seed);

        Assert.Contains(largest, magnitude => magnitude > 1e-4);
    }
}
