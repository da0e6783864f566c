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

    private const string CountVariable = "LENETGEN_LONG_TESTS";
    private const int BatchSize = 10;

    /// <summary>The first seed of each batch, and the number of its networks.</summary>
    public static TheoryData<int, int> Batches
    {
        get
        {
            var batches = new TheoryData<int, int>();
            if (Setting(RandomBatch.SeedVariable) is { } seed)
            {
                batches.Add(seed, 1);
                return batches;
            }

            int count = Setting(CountVariable) ?? Networks;
            for (int first = 0; first < count; first += BatchSize)
                batches.Add(first, Math.Min(BatchSize, count - first));
            return batches;
        }
    }

    [Theory, MemberData(nameof(Batches))]
    public void Declarations_OfSuccessiveSeeds_EqualTheInterpreter(int firstSeed, int count)
    {
        RandomBatch batch = RandomBatch.Check(Enumerable.Range(firstSeed, count));

        Assert.True(batch.Failures.Count == 0, $"{batch.Failures.Count} failures:\n\n{string.Join('\n', batch.Failures)}");
        Assert.True(count < BatchSize || batch.TrainedCount >= count / 2, $"Only {batch.TrainedCount} of {count} networks had a gradient.");
    }

    private static int? Setting(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
        ? int.Parse(text, CultureInfo.InvariantCulture)
        : null;
}
