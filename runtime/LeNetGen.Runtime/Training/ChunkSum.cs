using System.Numerics;
using LeNetGen.Execution;

namespace LeNetGen.Training;

/// <summary>
/// Adds the gradients of a batch's chunks in ascending order, while threads compute them in any: a chunk that is finished early waits
/// in its buffer for those before it. There are two buffers for each of several threads, so that one whose chunk has to wait can take
/// another.
/// </summary>
/// <param name="total">Receives the sum.</param>
/// <param name="threads">How many threads compute chunks.</param>
internal sealed class ChunkSum(AlignedBuffer total, int threads)
{
    // With one thread, chunks are finished in order, and one buffer stays in the cache.
    private readonly Buffer[] _buffers =
        [.. Enumerable.Range(0, threads == 1 ? 1 : 2 * threads).Select(_ => new Buffer(total.Span.Length))];
    private int _isAdding;
    private int _added;
    private volatile bool _isAbandoned;

    /// <summary>Starts a new sum.</summary>
    public void Begin()
    {
        (_added, _isAbandoned) = (0, false);
        foreach (Buffer buffer in _buffers)
            buffer.IsFinished = false;
    }

    /// <summary>The buffer of a chunk, in which anything may stand. Chunks are taken in ascending order, each once.</summary>
    public Span<float> Take(int chunk)
    {
        // Whoever computes the chunk that had the buffer last took it earlier, and is under way.
        var spin = new SpinWait();
        while (chunk - Volatile.Read(ref _added) >= _buffers.Length && !_isAbandoned)
        {
            AddFinished();
            spin.SpinOnce(sleep1Threshold: -1);
        }

        return _buffers[chunk % _buffers.Length].Floats.Span;
    }

    /// <summary>Adds a chunk that is finished, or leaves it to whoever finishes the one before.</summary>
    public void Add(int chunk)
    {
        _buffers[chunk % _buffers.Length].IsFinished = true;
        AddFinished();
    }

    /// <summary>Tells threads that wait for another chunk that it will not come. The sum is of no use then.</summary>
    public void Abandon() => _isAbandoned = true;

    /// <summary>Completes the sum, once all chunks are finished.</summary>
    public void End() => AddFinished();

    private void AddFinished()
    {
        // Two may finish at once: the one that does not get in leaves its chunk to the other, or to a later call.
        if (Interlocked.Exchange(ref _isAdding, 1) != 0)
            return;
        while (_buffers[_added % _buffers.Length] is { IsFinished: true } buffer)
        {
            buffer.IsFinished = false;
            if (_added == 0)
                buffer.Floats.Vectors.CopyTo(total.Vectors);
            else
                Add(total.Vectors, buffer.Floats.Vectors);
            Volatile.Write(ref _added, _added + 1);
        }

        Volatile.Write(ref _isAdding, 0);
    }

    private static void Add(Span<Vector<float>> sums, ReadOnlySpan<Vector<float>> addends)
    {
        for (int i = 0; i < sums.Length; i++)
            sums[i] += addends[i];
    }

    private sealed class Buffer(int length)
    {
        // Finished by one thread, added by another.
        private volatile bool _isFinished;

        public AlignedBuffer Floats { get; } = new(length);

        public bool IsFinished
        {
            get => _isFinished;
            set => _isFinished = value;
        }
    }
}
