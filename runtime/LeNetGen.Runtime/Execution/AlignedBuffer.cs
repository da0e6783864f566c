using System.Numerics;
using System.Runtime.InteropServices;

namespace LeNetGen.Execution;

/// <summary>
/// Floats that start at a cache line, so that no vector load straddles two, and that end in whole vectors, so that elementwise
/// code needs no tail.
/// </summary>
internal sealed class AlignedBuffer
{
    private const int CacheLine = 64;
    private readonly float[] _floats;
    private readonly int _start;
    private readonly int _length;
    private readonly int _paddedLength;

    /// <summary>A buffer of zeros.</summary>
    public AlignedBuffer(int length)
    {
        _length = length;
        _paddedLength = PaddedLengthOf(length);
        // Pinned: an array that the collector moves would lose its alignment.
        _floats = GC.AllocateArray<float>(_paddedLength + CacheLine / sizeof(float), pinned: true);
        int misalignment = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(_floats, 0) % CacheLine);
        _start = (CacheLine - misalignment) % CacheLine / sizeof(float);
    }

    /// <summary>The floats asked for.</summary>
    public Span<float> Span => _floats.AsSpan(_start, _length);

    /// <summary>The same and those that fill the last vector, as vectors.</summary>
    public Span<Vector<float>> Vectors => MemoryMarshal.Cast<float, Vector<float>>(_floats.AsSpan(_start, _paddedLength));

    /// <summary>The length rounded up to whole cache lines and whole vectors.</summary>
    private static int PaddedLengthOf(int length)
    {
        int unit = Math.Max(CacheLine / sizeof(float), Vector<float>.Count);
        return (length + unit - 1) / unit * unit;
    }
}
