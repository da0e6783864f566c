namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>Sizes at which kernels change their form: 1, around the numbers of lanes, around register tiles and blocks.</summary>
internal static class EdgeSizes
{
    private static readonly int[] s_all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 15, 16, 17, 19, 31, 32, 33, 63, 64, 65];

    /// <summary>A size from 1 to <paramref name="most"/>.</summary>
    public static int Draw(Random random, int most) => Pick(random, [.. s_all.Where(size => size <= most)]);

    /// <summary>One of some values, all equally likely.</summary>
    public static T Pick<T>(Random random, params ReadOnlySpan<T> values) => values[random.Next(values.Length)];
}
