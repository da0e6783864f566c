using System.Globalization;

namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>How many random networks a run of the tests takes, in batches that are compiled together.</summary>
internal static class SeedBatches
{
    /// <summary>The setting that takes more networks than the test command does.</summary>
    private const string CountVariable = "LENETGEN_LONG_TESTS";

    /// <summary>The first seed of each batch, and the number of its networks.</summary>
    /// <param name="seedVariable">The setting that takes one seed alone.</param>
    /// <param name="count">How many the test command takes.</param>
    /// <param name="batchSize">How many are compiled together.</param>
    public static TheoryData<int, int> Of(string seedVariable, int count, int batchSize)
    {
        var batches = new TheoryData<int, int>();
        if (Setting(seedVariable) is { } seed)
        {
            batches.Add(seed, 1);
            return batches;
        }

        count = Setting(CountVariable) ?? count;
        for (int first = 0; first < count; first += batchSize)
            batches.Add(first, Math.Min(batchSize, count - first));
        return batches;
    }

    private static int? Setting(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
        ? int.Parse(text, CultureInfo.InvariantCulture)
        : null;
}
