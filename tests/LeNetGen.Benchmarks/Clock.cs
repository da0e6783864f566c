using System.Diagnostics;

namespace LeNetGen.Benchmarks;

/// <summary>Times of less than a microsecond: a <see cref="TimeSpan"/> knows only tenths of one.</summary>
internal static class Clock
{
    /// <summary>The time since a timestamp of <see cref="Stopwatch"/>.</summary>
    public static double MicrosecondsSince(long timestamp) => (Stopwatch.GetTimestamp() - timestamp) * 1e6 / Stopwatch.Frequency;
}
