namespace LeNetGen.Runtime.Tests.Arithmetic;

/// <summary>All the floats there are.</summary>
internal static class Floats
{
    /// <summary>Whether two have the same bits; all NaNs are one.</summary>
    public static bool AreSame(float left, float right) =>
        BitConverter.SingleToInt32Bits(left) == BitConverter.SingleToInt32Bits(right) || (float.IsNaN(left) && float.IsNaN(right));

    /// <summary>A sample: from one that is not negative upwards, one of so many, and the last.</summary>
    public static IEnumerable<float> Strided(float from, float to, int stride)
    {
        int last = BitConverter.SingleToInt32Bits(to);
        for (long bits = BitConverter.SingleToInt32Bits(from); bits < last; bits += stride)
            yield return BitConverter.Int32BitsToSingle((int)bits);
        yield return to;
    }
}
