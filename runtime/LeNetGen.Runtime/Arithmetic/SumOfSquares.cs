using System.Numerics;
using System.Runtime.InteropServices;

namespace LeNetGen.Arithmetic;

/// <summary>
/// The sum of squares of docs/arithmetic.md, section 8: in double, where the square of a float is exact, over 16 lanes whatever the
/// vector's width.
/// </summary>
internal static class SumOfSquares
{
    /// <summary>The elements that are summed by one call, but for the last of a tensor.</summary>
    public const int PieceLength = 2048;

    private const int Lanes = 16;

    /// <summary>The sum over one piece of a tensor.</summary>
    /// <param name="piece">At most <see cref="PieceLength"/> elements.</param>
    public static double OfPiece(ReadOnlySpan<float> piece)
    {
        // All lanes of all accumulators together are the 16.
        Span<Vector<double>> accumulators = stackalloc Vector<double>[Lanes / Vector<double>.Count];
        accumulators.Clear();
        int whole = piece.Length - piece.Length % Lanes;
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(piece[..whole]);
        for (int i = 0; i < vectors.Length; i += accumulators.Length / 2)
        {
            for (int j = 0; j < accumulators.Length; j += 2)
            {
                Vector.Widen(vectors[i + j / 2], out Vector<double> low, out Vector<double> high);
                accumulators[j] += low * low;
                accumulators[j + 1] += high * high;
            }
        }

        Span<double> lanes = MemoryMarshal.Cast<Vector<double>, double>(accumulators);
        for (int i = whole; i < piece.Length; i++)
            lanes[i - whole] += (double)piece[i] * piece[i];
        for (int half = Lanes / 2; half >= 1; half /= 2)
        {
            for (int i = 0; i < half; i++)
                lanes[i] += lanes[i + half];
        }

        return lanes[0];
    }
}
