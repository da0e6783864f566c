using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LeNetGen.Execution;

/// <summary>Memory for the activations of one prediction, where a network has no object to keep it in.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Scratch
{
    /// <summary>Floats that <see cref="Aligned"/> may leave out.</summary>
    public const int Slack = CacheLine / sizeof(float);

    private const int CacheLine = 64;
    private const int Slots = 3;

    [ThreadStatic]
    private static float[]?[]? t_buffers;

    /// <summary>The part of a span that starts at a cache line, so that no vector load straddles two.</summary>
    /// <param name="floats">[length + Slack] memory that does not move: that of the stack, or pinned.</param>
    /// <returns>[length] of it.</returns>
    public static Span<float> Aligned(Span<float> floats)
    {
        nint address = Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref MemoryMarshal.GetReference(floats));
        int skipped = (int)(-address & (CacheLine - 1)) / sizeof(float);
        return floats.Slice(skipped, floats.Length - Slack);
    }

    /// <summary>Memory of the calling thread, which keeps it: for what is too large for the stack.</summary>
    /// <param name="slot">Which of the thread's buffers, from 0 to 2.</param>
    /// <param name="length">How many floats.</param>
    /// <returns>[length] floats that start at a cache line; they hold what they were left with.</returns>
    public static Span<float> OfThread(int slot, int length)
    {
        float[]?[] buffers = t_buffers ??= new float[]?[Slots];
        if (buffers[slot] is not { } buffer || buffer.Length < length + Slack)
            buffers[slot] = buffer = GC.AllocateArray<float>(length + Slack, pinned: true);
        return Aligned(buffer.AsSpan(0, length + Slack));
    }
}
