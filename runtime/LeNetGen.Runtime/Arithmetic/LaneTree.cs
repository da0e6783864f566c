using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LeNetGen.Arithmetic;

/// <summary>The sum over the 16 lanes of a block by the fixed tree of docs/arithmetic.md, section 6.</summary>
public static class LaneTree
{
    /// <summary>
    /// Adds to each of <paramref name="count"/> consecutive sums the 16 lanes that belong to it:
    /// <c>sums[i] += tree(lanes[16 i .. 16 i + 15])</c>.
    /// </summary>
    /// <param name="sums">The first sum.</param>
    /// <param name="lanes">[count, 16] the lanes.</param>
    /// <param name="count">The number of sums.</param>
    public static void AddTo(ref float sums, ref float lanes, int count)
    {
        for (nint i = 0; i < count; i++)
            Unsafe.Add(ref sums, i) += Sum(ref Unsafe.Add(ref lanes, i * 16));
    }

    /// <summary>The tree over 16 lanes; Vector128 without hardware is software, and the same tree.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Sum(ref float lanes)
    {
        Vector128<float> low = Vector128.LoadUnsafe(ref lanes, 0) + Vector128.LoadUnsafe(ref lanes, 8);
        Vector128<float> high = Vector128.LoadUnsafe(ref lanes, 4) + Vector128.LoadUnsafe(ref lanes, 12);
        Vector128<float> four = low + high;
        Vector128<float> two = four + Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1));
        return two.ToScalar() + two.GetElement(1);
    }
}
