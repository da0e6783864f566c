namespace LeNetGen.Benchmarks;

/// <summary>What half of some readings reach: a busy machine spoils a few of them, and so the mean.</summary>
internal static class Median
{
    public static double Of(List<double> readings) => Quantile(readings, 0.5);

    /// <summary>The reading that a part of them stays below.</summary>
    public static double Quantile(List<double> readings, double part)
    {
        readings.Sort();
        return readings[(int)(part * readings.Count)];
    }
}
