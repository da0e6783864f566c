using System.Globalization;

namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>
/// The net under everything: networks declared at random, over all layers, options and sizes at which kernels change their form, are
/// generated, compiled and compared with the interpreter bit for bit. LENETGEN_LONG_TESTS=300 takes that many networks,
/// LENETGEN_RANDOM_SEED=17 a single one.
/// </summary>
public sealed class RandomDeclarationTests
{
    /// <summary>How many networks the test command takes.</summary>
    public const int Networks = 40;

    /// <summary>The setting that runs the declaration of one seed alone.</summary>
    public const string SeedVariable = "LENETGEN_RANDOM_SEED";

    private const int BatchSize = 10;

    /// <summary>The first seed of each batch, and the number of its networks.</summary>
    public static TheoryData<int, int> Batches => SeedBatches.Of(SeedVariable, Networks, BatchSize);

    [Theory, MemberData(nameof(Batches))]
    public void Declarations_OfSuccessiveSeeds_EqualTheInterpreter(int firstSeed, int count)
    {
        RandomBatch batch = RandomBatch.Check(Enumerable.Range(firstSeed, count).Select(RandomDeclaration.Of));

        Assert.True(batch.Failures.Count == 0, $"{batch.Failures.Count} failures:\n\n{string.Join('\n', batch.Failures)}");
        Assert.True(count < BatchSize || batch.TrainedCount >= count / 2, $"Only {batch.TrainedCount} of {count} networks had a gradient.");
    }
}
