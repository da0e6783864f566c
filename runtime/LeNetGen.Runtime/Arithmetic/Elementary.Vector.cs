using System.Numerics;
using System.Runtime.CompilerServices;

namespace LeNetGen.Arithmetic;

/// <content>For code that is not generated for a width: as many lanes as the processor prefers.</content>
public static partial class Elementary
{
    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<float> Exp(Vector<float> x)
    {
        var rounder = new Vector<float>(Rounder);
        Vector<float> rounded = Vector.FusedMultiplyAdd(x, new Vector<float>(Log2E), rounder);
        Vector<float> n = rounded - rounder;
        Vector<float> r = Vector.FusedMultiplyAdd(n, new Vector<float>(-Ln2High), x);
        r = Vector.FusedMultiplyAdd(n, new Vector<float>(-Ln2Low), r);
        Vector<float> polynomial = Vector.FusedMultiplyAdd(new Vector<float>(Q4), r, new Vector<float>(Q3));
        polynomial = Vector.FusedMultiplyAdd(polynomial, r, new Vector<float>(Q2));
        polynomial = Vector.FusedMultiplyAdd(polynomial, r, new Vector<float>(Q1));
        polynomial = Vector.FusedMultiplyAdd(polynomial, r, new Vector<float>(Q0));
        Vector<float> q = Vector.FusedMultiplyAdd(r * r, polynomial, r);
        Vector<float> scale = Vector.AsVectorSingle(Vector.AsVectorInt32(rounded) << 23);
        Vector<float> exponential = Vector.FusedMultiplyAdd(scale, q, scale);
        exponential = Vector.ConditionalSelect(
            Vector.LessThan(x, new Vector<float>(ExpUnderflow)), Vector<float>.Zero, exponential);
        return Vector.ConditionalSelect(
            Vector.GreaterThan(x, new Vector<float>(ExpOverflow)), new Vector<float>(float.PositiveInfinity), exponential);
    }

    /// <inheritdoc cref="Log(float)"/>
    /// <remarks>Lane by lane: an image needs one.</remarks>
    internal static Vector<float> Log(Vector<float> x)
    {
        Span<float> lanes = stackalloc float[Vector<float>.Count];
        x.CopyTo(lanes);
        foreach (ref float lane in lanes)
            lane = Log(lane);
        return new Vector<float>(lanes);
    }
}
