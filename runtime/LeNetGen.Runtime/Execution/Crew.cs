using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace LeNetGen.Execution;

/// <summary>What the threads of a <see cref="WorkerPool"/> share.</summary>
internal sealed class Crew
{
    private static readonly long s_spinTicks = Stopwatch.Frequency / 20_000;    // 50 us: about what waking a thread takes

    private readonly object _idle = new();
    private readonly object _finished = new();

    // The run's number in the upper half, the items that nobody has taken yet in the lower. A thread that wakes up late takes an
    // item only by exchanging the whole, so it can never take one of a run that it has not seen.
    private long _ticket;
    private int _unfinished;
    private int _sleepers;
    private bool _callerSleeps;
    private bool _stopped;

    private int _count;
    private Action<int, int>? _work;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Offers the items to the crew, helps until they are done, and gives back the first exception.</summary>
    public ExceptionDispatchInfo? Run(int count, Action<int, int> work)
    {
        if (count == 0)
            return null;
        (_work, _count, _unfinished) = (work, count, count);
        uint run = unchecked((uint)(_ticket >> 32) + 1);
        Interlocked.Exchange(ref _ticket, (long)run << 32 | (uint)count);
        Wake(count - 1);

        while (TryTake(out int item))
            Execute(item, worker: 0);
        AwaitTheOthers();

        ExceptionDispatchInfo? failure = _failure;
        (_work, _failure) = (null, null);
        return failure;
    }

    /// <summary>What a background thread does all its life.</summary>
    public void Serve(int worker)
    {
        while (AwaitWork())
        {
            while (TryTake(out int item))
                Execute(item, worker);
        }
    }

    /// <summary>Sends the background threads home.</summary>
    public void Stop()
    {
        Volatile.Write(ref _stopped, true);
        lock (_idle)
            Monitor.PulseAll(_idle);
    }

    private bool HasItems => (uint)Volatile.Read(ref _ticket) != 0;

    private bool TryTake(out int item)
    {
        long ticket = Volatile.Read(ref _ticket);
        while ((uint)ticket != 0)
        {
            long found = Interlocked.CompareExchange(ref _ticket, ticket - 1, ticket);
            if (found == ticket)
            {
                // The run cannot end before this item does, so its count stands.
                item = _count - (int)(uint)ticket;
                return true;
            }

            ticket = found;
        }

        item = 0;
        return false;
    }

    private void Execute(int item, int worker)
    {
        try
        {
            if (Volatile.Read(ref _failure) is null)
                _work!(item, worker);
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
        }

        if (Interlocked.Decrement(ref _unfinished) == 0 && worker != 0 && Volatile.Read(ref _callerSleeps))
        {
            lock (_finished)
                Monitor.Pulse(_finished);
        }
    }

    private void Wake(int wanted)
    {
        // The exchange of the ticket is a fence, as is the increment of the sleepers: either this sees the sleeper, or the sleeper
        // sees the ticket.
        int pulses = Math.Min(wanted, Volatile.Read(ref _sleepers));
        if (pulses <= 0)
            return;
        lock (_idle)
        {
            for (int i = 0; i < pulses; i++)
                Monitor.Pulse(_idle);
        }
    }

    private bool AwaitWork()
    {
        long start = Stopwatch.GetTimestamp();
        var spin = new SpinWait();
        while (!HasItems && !Volatile.Read(ref _stopped) && Stopwatch.GetTimestamp() - start < s_spinTicks)
            spin.SpinOnce(sleep1Threshold: -1);

        if (!HasItems)
        {
            lock (_idle)
            {
                Interlocked.Increment(ref _sleepers);
                while (!HasItems && !Volatile.Read(ref _stopped))
                    Monitor.Wait(_idle);
                Interlocked.Decrement(ref _sleepers);
            }
        }

        return !Volatile.Read(ref _stopped);
    }

    private void AwaitTheOthers()
    {
        long start = Stopwatch.GetTimestamp();
        var spin = new SpinWait();
        while (Volatile.Read(ref _unfinished) != 0 && Stopwatch.GetTimestamp() - start < s_spinTicks)
            spin.SpinOnce(sleep1Threshold: -1);
        if (Volatile.Read(ref _unfinished) == 0)
            return;

        lock (_finished)
        {
            Volatile.Write(ref _callerSleeps, true);
            Interlocked.MemoryBarrier();
            while (Volatile.Read(ref _unfinished) != 0)
                Monitor.Wait(_finished);
            _callerSleeps = false;
        }
    }
}
