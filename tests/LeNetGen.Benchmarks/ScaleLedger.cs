using System.Diagnostics;
using LeNetGen.Execution;

namespace LeNetGen.Benchmarks;

/// <summary>Times one call for few and for many images: an image should take as long, and no more memory, however many there are.</summary>
internal static class ScaleLedger
{
    private static readonly int[] s_sizes = [16, 64, 256, 1_024, 4_096, 16_384, 65_536];

    // A reading is of so many images at least, lest the clock be what is measured.
    private const int ImagesOfReading = 4_096;

    private const int MinimumRounds = 5;

    /// <summary>A table.</summary>
    public static IEnumerable<string> Of(string name, BenchmarkOptions options)
    {
        Network network = Ledger.Cases[name](options.Width);
        int rawLength = network.Packing.RawLength, outputLength = network.OutputElements;
        byte[] images = new byte[s_sizes[^1] * rawLength];
        new Random(1).NextBytes(images);
        var outputs = new float[s_sizes[^1] * outputLength];

        int workspace = network.Kernels.WorkspaceLength * sizeof(float);
        yield return Invariant(
            $"{name}: {(int)options.Width} bits, threads: {options.Threads}, workspace of each: {workspace:N0} bytes");
        yield return $"{"images",8}{"us/image",11}{"CPU, us/image",15}{"to the best",13}{"bytes a call",14}";

        List<double>[] times = [.. s_sizes.Select(_ => new List<double>())], processorTimes = [.. s_sizes.Select(_ => new List<double>())];
        var allocated = new long[s_sizes.Length];
        Predict(s_sizes[0]);
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < options.Seconds || times[0].Count < MinimumRounds)
        {
            // All sizes by turns, so that all see the same machine.
            for (int i = 0; i < s_sizes.Length; i++)
            {
                int calls = Math.Max(1, ImagesOfReading / s_sizes[i]);
                long bytes = GC.GetTotalAllocatedBytes(precise: true);
                TimeSpan processorTime = Environment.CpuUsage.TotalTime;
                long before = Stopwatch.GetTimestamp();
                for (int call = 0; call < calls; call++)
                    Predict(s_sizes[i]);
                double microseconds = Clock.MicrosecondsSince(before);
                double processorMicroseconds = (Environment.CpuUsage.TotalTime - processorTime).TotalMicroseconds;
                allocated[i] = (GC.GetTotalAllocatedBytes(precise: true) - bytes) / calls;
                times[i].Add(microseconds / calls / s_sizes[i]);
                processorTimes[i].Add(processorMicroseconds / calls / s_sizes[i]);
            }
        }

        // Long calls are interrupted by other programs more surely than short ones; processor time leaves those out.
        double[] medians = [.. processorTimes.Select(Median.Of)];
        for (int i = 0; i < s_sizes.Length; i++)
        {
            yield return Invariant(
                $"{s_sizes[i],8}{Median.Of(times[i]),11:F3}{medians[i],15:F3}{medians[i] / medians.Min(),13:F3}{allocated[i],14}");
        }

        void Predict(int count)
        {
            if (options.Threads == 1)
                network.PredictBatch(images.AsSpan(0, count * rawLength), outputs.AsSpan(0, count * outputLength));
            else
                network.PredictBatch(images.AsMemory(0, count * rawLength), outputs.AsMemory(0, count * outputLength), options.Threads);
        }
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
