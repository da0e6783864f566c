using System.Diagnostics;
using LeNetGen.Execution;

namespace LeNetGen.Benchmarks;

/// <summary>Times what it takes to hand work to the other threads and to hear that it is done: the work itself is nothing.</summary>
internal sealed class HandOffLedger : IDisposable
{
    private const int Runs = 20_000;
    private const int RunsAfterSleep = 200;
    private readonly WorkerPool _pool;
    private readonly Action<int, int> _meet;
    private int _arrived;

    private HandOffLedger(int threads) => (_pool, _meet) = (new WorkerPool(threads), (_, _) => Meet());

    /// <summary>A table.</summary>
    public static IEnumerable<string> Of(int threads)
    {
        using var ledger = new HandOffLedger(threads);
        yield return $"{"items",-34}{"threads were",-14}{"median, us",10}{"90 %",10}{"99 %",10}";
        yield return ledger.Row($"{threads}, empty", "at work", threads, static (_, _) => { }, pause: 0);
        yield return ledger.Row($"{threads}, that wait for each other", "at work", threads, ledger._meet, pause: 0);
        yield return ledger.Row($"{threads}, that wait for each other", "asleep", threads, ledger._meet, pause: 2);
    }

    public void Dispose() => _pool.Dispose();

    private string Row(string items, string threads, int count, Action<int, int> work, int pause)
    {
        int runs = pause == 0 ? Runs : RunsAfterSleep;
        var times = new List<double>(runs);
        for (int run = -runs / 10; run < runs; run++)
        {
            // Threads spin for 50 us after their work, and sleep then.
            if (pause > 0)
                Thread.Sleep(pause);
            _arrived = 0;
            long before = Stopwatch.GetTimestamp();
            _pool.Run(count, work);
            double microseconds = Clock.MicrosecondsSince(before);
            if (run >= 0)
                times.Add(microseconds);
        }

        return FormattableString.Invariant(
            $"{items,-34}{threads,-14}{Median.Of(times),10:F2}{Median.Quantile(times, 0.9),10:F2}{Median.Quantile(times, 0.99),10:F2}");
    }

    /// <summary>Ends when each thread has an item: the caller would else have done all of them before another thread has seen one.</summary>
    private void Meet()
    {
        Interlocked.Increment(ref _arrived);
        var spin = new SpinWait();
        while (Volatile.Read(ref _arrived) < _pool.Threads)
            spin.SpinOnce(sleep1Threshold: -1);
    }
}
