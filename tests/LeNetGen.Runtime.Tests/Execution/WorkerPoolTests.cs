using System.Runtime.CompilerServices;
using LeNetGen.Execution;

namespace LeNetGen.Tests.Execution;

public sealed class WorkerPoolTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    public static TheoryData<int> ThreadCounts => [.. Enumerable.Range(1, 16)];

    [Theory, MemberData(nameof(ThreadCounts))]
    public void Run_AnyThreadsAndItems_CallsEachItemOnce(int threads)
    {
        using var pool = new WorkerPool(threads);
        foreach (int count in new[] { 0, 1, 2, threads, 100 })
        {
            int[] calls = new int[count];
            pool.Run(count, (item, _) => Interlocked.Increment(ref calls[item]));
            Assert.All(calls, times => Assert.Equal(1, times));
        }
    }

    [Fact]
    public void Run_ThousandsOfTimes_LosesNothingAndMixesNoRuns()
    {
        using var pool = new WorkerPool(3);
        for (int run = 0; run < 5000; run++)
        {
            int count = run % 5;
            int sum = 0;
            pool.Run(count, (item, _) => Interlocked.Add(ref sum, item + 1));
            Assert.Equal(count * (count + 1) / 2, sum);
        }
    }

    [Fact]
    public void Run_ManyItems_GivesEachWorkerOneAtATime()
    {
        using var pool = new WorkerPool(4);
        int[] inUse = new int[4];
        pool.Run(500, (_, worker) =>
        {
            Assert.Equal(1, Interlocked.Increment(ref inUse[worker]));
            Thread.SpinWait(50);
            Interlocked.Decrement(ref inUse[worker]);
        });
    }

    [Theory, InlineData(2), InlineData(7)]
    public void Run_AfterThreadsFellAsleep_WakesThemAll(int threads)
    {
        using var pool = new WorkerPool(threads);
        for (int run = 0; run < 5; run++)
        {
            Thread.Sleep(10);
            // Nobody passes before everybody has come.
            using var barrier = new Barrier(threads);
            int together = 0;
            pool.Run(threads, (_, _) =>
            {
                if (barrier.SignalAndWait(s_patience))
                    Interlocked.Increment(ref together);
            });
            Assert.Equal(threads, together);
        }
    }

    [Theory, InlineData(1), InlineData(2), InlineData(5)]
    public void Run_WorkThrows_RethrowsToTheCallerAndGoesOn(int threads)
    {
        using var pool = new WorkerPool(threads);
        for (int run = 0; run < 20; run++)
        {
            InvalidOperationException failure = Assert.Throws<InvalidOperationException>(() => pool.Run(50, (item, _) =>
            {
                if (item == 10)
                    throw new InvalidOperationException("the tenth");
            }));
            Assert.Equal("the tenth", failure.Message);
            int calls = 0;
            pool.Run(50, (_, _) => Interlocked.Increment(ref calls));
            Assert.Equal(50, calls);
        }
    }

    [Fact]
    public void Run_BackgroundThreadThrows_RethrowsToTheCaller()
    {
        using var pool = new WorkerPool(2);
        using var barrier = new Barrier(2);
        Assert.Throws<FormatException>(() => pool.Run(2, (_, worker) =>
        {
            barrier.SignalAndWait(s_patience);
            if (worker == 1)
                throw new FormatException();
        }));
    }

    [Fact]
    public void Run_WithinARun_Throws()
    {
        using var pool = new WorkerPool(2);
        Assert.Throws<InvalidOperationException>(() => pool.Run(1, (_, _) => pool.Run(1, (_, _) => { })));
    }

    [Fact]
    public void Run_AfterDispose_Throws()
    {
        var pool = new WorkerPool(2);
        pool.Dispose();
        pool.Dispose();
        Assert.Throws<ObjectDisposedException>(() => pool.Run(1, (_, _) => { }));
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(257)]
    public void Construction_SenselessThreads_Throws(int threads) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkerPool(threads));

    [Fact]
    public void Dispose_ThreadsAsleep_EndsThem()
    {
        var pool = new WorkerPool(2);
        Thread background = BackgroundThread(pool);
        Thread.Sleep(5);
        pool.Dispose();
        Assert.False(background.IsAlive);
    }

    [Fact]
    public void Pool_Forgotten_EndsItsThreads()
    {
        Thread background = Forget();
        for (int i = 0; i < 100 && background.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            background.Join(20);
        }

        Assert.False(background.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static Thread Forget() => BackgroundThread(new WorkerPool(2));
    }

    private static Thread BackgroundThread(WorkerPool pool)
    {
        Thread? background = null;
        using var barrier = new Barrier(2);
        pool.Run(2, (_, worker) =>
        {
            barrier.SignalAndWait(s_patience);
            if (worker == 1)
                background = Thread.CurrentThread;
        });
        return background!;
    }
}
