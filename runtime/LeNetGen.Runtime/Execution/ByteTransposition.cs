using System.Runtime.Intrinsics;

namespace LeNetGen.Execution;

/// <summary>The transposition of 16 x 16 bytes.</summary>
internal static class ByteTransposition
{
    /// <summary>Swaps rows and columns.</summary>
    /// <param name="rows">[16] the rows; receives the columns.</param>
    public static void Transpose(Span<Vector128<byte>> rows)
    {
        // Interleaving rows i and i + 8 into rows 2i and 2i + 1 rotates the eight bits (row, column) of every byte's place by one;
        // after four rotations row and column have changed places.
        Span<Vector128<byte>> other = stackalloc Vector128<byte>[16];
        Interleave(rows, other);
        Interleave(other, rows);
        Interleave(rows, other);
        Interleave(other, rows);
    }

    private static void Interleave(ReadOnlySpan<Vector128<byte>> source, Span<Vector128<byte>> destination)
    {
        source = source[..16];
        destination = destination[..16];
        for (int i = 0; i < 8; i++)
        {
            (Vector128<ushort> evenLower, Vector128<ushort> evenUpper) = Vector128.Widen(source[i]);
            (Vector128<ushort> oddLower, Vector128<ushort> oddUpper) = Vector128.Widen(source[i + 8]);
            destination[2 * i] = (evenLower | oddLower << 8).AsByte();
            destination[2 * i + 1] = (evenUpper | oddUpper << 8).AsByte();
        }
    }
}
