using System.Runtime.ExceptionServices;

namespace LeNetGen.Execution;

/// <summary>
/// The calling thread and some background threads, which together work off numbered items. A run allocates nothing. Idle threads
/// spin for a moment, since a training step hands over several times a millisecond, and block after that.
/// </summary>
/// <remarks>A pool that is forgotten instead of disposed of ends its threads when it is collected.</remarks>
internal sealed class WorkerPool : IDisposable
{
    /// <summary>The most threads that a pool may have.</summary>
    public const int MaximumThreads = 256;

    private readonly Crew _crew = new();
    private readonly Thread[] _threads;
    private int _running;
    private bool _disposed;

    /// <summary>A pool of <paramref name="threads"/> threads, the caller of <see cref="Run"/> being one of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are less than 1 or more than <see cref="MaximumThreads"/>.</exception>
    public WorkerPool(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threads, MaximumThreads);
        Threads = threads;
        // The threads know the crew, not the pool, so that the pool can be collected while they wait.
        Crew crew = _crew;
        _threads = new Thread[threads - 1];
        for (int i = 0; i < _threads.Length; i++)
        {
            int worker = i + 1;
            _threads[i] = new Thread(() => crew.Serve(worker)) { IsBackground = true, Name = $"LeNetGen worker {worker}" };
            _threads[i].Start();
        }
    }

    ~WorkerPool() => _crew.Stop();

    /// <summary>The number of threads, the caller of <see cref="Run"/> included.</summary>
    public int Threads { get; }

    /// <summary>
    /// Calls <paramref name="work"/> once with each item from 0 to <paramref name="count"/> - 1 and returns when all calls have. Which
    /// thread takes which item is left to chance.
    /// </summary>
    /// <param name="count">The number of items.</param>
    /// <param name="work">
    /// Takes the item, and the worker that runs it: from 0, the caller, to <see cref="Threads"/> - 1. A worker has one item at a time.
    /// </param>
    /// <exception cref="InvalidOperationException">The pool is running already.</exception>
    /// <remarks>The first exception that <paramref name="work"/> throws is rethrown here; items not begun by then are dropped.</remarks>
    public void Run(int count, Action<int, int> work)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (Interlocked.Exchange(ref _running, 1) != 0)
            throw new InvalidOperationException("A worker pool does one run at a time.");
        ExceptionDispatchInfo? failure;
        try
        {
            failure = _crew.Run(count, work);
        }
        finally
        {
            Volatile.Write(ref _running, 0);
        }

        failure?.Throw();
    }

    /// <summary>Ends the background threads.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _crew.Stop();
        foreach (Thread thread in _threads)
            thread.Join();
        GC.SuppressFinalize(this);
    }
}
