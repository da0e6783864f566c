namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>Strings of crosses and dots.</summary>
internal static class Marks
{
    /// <summary>So many of either.</summary>
    public static string Draw(Random random, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => random.Next(2) == 0 ? 'X' : '.'));

    /// <summary>A table of connections: a row for each channel; every filter reads one channel at least.</summary>
    public static string[] DrawConnections(Random random, int channels, int filters)
    {
        char[][] rows = [.. Enumerable.Range(0, channels).Select(_ => Draw(random, filters).ToCharArray())];
        for (int filter = 0; filter < filters; filter++)
            rows[random.Next(channels)][filter] = 'X';
        return [.. rows.Select(row => new string(row))];
    }
}
