using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LeNetGen.Arithmetic;

public static partial class Philox
{
    /// <summary>
    /// The draws of eight counters that differ in their second number only. Two groups of four go side by side, because each round waits
    /// for the multiplications of the one before it.
    /// </summary>
    /// <param name="key0">The key's first number.</param>
    /// <param name="key1">The key's second number.</param>
    /// <param name="counter0">The counters' first number.</param>
    /// <param name="firstCounter1">The smallest of the counters' second numbers; the others follow it.</param>
    /// <param name="counter2">The counters' third number.</param>
    /// <param name="counter3">The counters' fourth number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Vector256<uint> Word0, Vector256<uint> Word1, Vector256<uint> Word2, Vector256<uint> Word3) DrawEight(
        uint key0, uint key1, uint counter0, uint firstCounter1, uint counter2, uint counter3)
    {
        // A number is the low half of a lane, where a product has room; what happens to be in the high half does not count.
        Vector256<ulong> keys0 = Vector256.Create((ulong)key0), keys1 = Vector256.Create((ulong)key1);
        Vector256<ulong> low0 = Vector256.Create((ulong)counter0), high0 = low0;
        Vector256<ulong> low1 = Vector256.Create((ulong)firstCounter1) + Vector256.Create(0UL, 1, 2, 3);
        Vector256<ulong> high1 = low1 + Vector256.Create(4UL);
        Vector256<ulong> low2 = Vector256.Create((ulong)counter2), high2 = low2;
        Vector256<ulong> low3 = Vector256.Create((ulong)counter3), high3 = low3;
        for (int round = 0; round < Rounds; round++)
        {
            Vector256<ulong> lowProduct0 = Multiply(low0, Multiplier0), lowProduct1 = Multiply(low2, Multiplier1);
            Vector256<ulong> highProduct0 = Multiply(high0, Multiplier0), highProduct1 = Multiply(high2, Multiplier1);
            low0 = (lowProduct1 >> 32) ^ low1 ^ keys0;
            high0 = (highProduct1 >> 32) ^ high1 ^ keys0;
            low2 = (lowProduct0 >> 32) ^ low3 ^ keys1;
            high2 = (highProduct0 >> 32) ^ high3 ^ keys1;
            (low1, high1, low3, high3) = (lowProduct1, highProduct1, lowProduct0, highProduct0);
            keys0 += Vector256.Create((ulong)KeyStep0);
            keys1 += Vector256.Create((ulong)KeyStep1);
        }

        return (
            Vector256.Narrow(low0, high0),
            Vector256.Narrow(low1, high1),
            Vector256.Narrow(low2, high2),
            Vector256.Narrow(low3, high3));
    }

    /// <summary>The products of the lanes' low halves and a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Multiply(Vector256<ulong> lanes, uint factor)
    {
        Vector256<ulong> factors = Vector256.Create((ulong)factor);
        return Avx2.IsSupported
            ? Avx2.Multiply(lanes.AsUInt32(), factors.AsUInt32())
            : (lanes & Vector256.Create((ulong)uint.MaxValue)) * factors;
    }
}
