// The generator compiles this file too, to work out what a network answers before there is a program.
#if LENETGEN_GENERATOR
namespace LeNetGen.Generator.Golden;
#else
namespace LeNetGen.Arithmetic;
#endif

#pragma warning disable IDE0040 // Public in the runtime, by the other files; internal in the generator.
static partial class Fused
{
    /// <summary>
    /// The same from double arithmetic, several times faster than the C library's. The product of two floats is exact in double, so only
    /// the sum is rounded; rounding it to odd makes the second rounding, to float, the only one that shows
    /// (Boldo and Melquiond, "Emulation of FMA and correctly rounded sums: proved algorithms using rounding to odd", 2008).
    /// </summary>
    internal static float WithoutHardware(float a, float b, float c)
    {
        double product = (double)a * b;
        double sum = product + c;

        // Knuth's two-sum: what the addition lost, exactly. It is NaN where the sum is not finite, and then nothing is to be mended.
        double added = sum - product;
        double lost = (product - (sum - added)) + (c - added);
        if (lost < 0 || lost > 0)
        {
            long bits = BitConverter.DoubleToInt64Bits(sum);
            if ((bits & 1) == 0)
                sum = BitConverter.Int64BitsToDouble(lost > 0 == sum > 0 ? bits + 1 : bits - 1);
        }

        return (float)sum;
    }
}
