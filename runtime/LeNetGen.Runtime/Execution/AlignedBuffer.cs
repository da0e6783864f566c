using System.Runtime.InteropServices;

namespace LeNetGen.Execution;

/// <summary>Floats that start at a cache line, so that no vector load straddles two.</summary>
internal sealed class AlignedBuffer
{
    private const int CacheLine = 64;
    private readonly float[] _floats;
    private readonly int _start;
    private readonly int _length;

    /// <summary>A buffer of zeros.</summary>
    public AlignedBuffer(int length)
    {
        // Pinned: an array that the collector moves would lose its alignment.
        _floats = GC.AllocateArray<float>(length + CacheLine / sizeof(float), pinned: true);
        int misalignment = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(_floats, 0) % CacheLine);
        _start = (CacheLine - misalignment) % CacheLine / sizeof(float);
        _length = length;
    }

    public Span<float> Span => _floats.AsSpan(_start, _length);

    public Memory<float> Memory => _floats.AsMemory(_start, _length);
}
