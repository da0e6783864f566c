using System.Runtime.CompilerServices;

// The generator compiles this file too, to work out what a network answers before there is a program.
#if LENETGEN_GENERATOR
namespace LeNetGen.Generator.Golden;
#else
namespace LeNetGen.Arithmetic;
#endif

/// <summary>
/// The elementary functions of docs/arithmetic.md, section 7: one sequence of operations, written for scalars here and for each vector
/// width in the files beside this one. A test holds the four texts together, bit for bit.
/// </summary>
/// <remarks>
/// The exponential splits <c>x = n ln 2 + r</c> with <c>|r| &lt;= ln 2 / 2</c>; then <c>exp(x) = 2^n (1 + q)</c> with
/// <c>q = expm1(r) = r + r^2 Q(r)</c>. The coefficients of Q, and those of the logarithm and the hyperbolic tangent, are our own minimax
/// fits.
/// <para>
/// The hyperbolic tangent is that of half the argument, doubled: with <c>tanh(x / 2) = N / (2D)</c> it is <c>M / (M + G)</c>, where
/// <c>M = N D</c> and <c>G = (D - N / 2)^2</c>. Of the relative errors of N and D, <c>1 / cosh(x)</c> is left in the result, so that
/// low degrees do, and it never exceeds 1. A quotient of polynomials of x itself would take fewer operations, but their roundings come to
/// five units in the last place where the result is nearly 1.
/// </para>
/// </remarks>
#pragma warning disable IDE0040 // Public in the runtime, by the other files; internal in the generator.
static partial class Elementary
{
    /// <summary>What <see cref="ScaledTanh(float)"/> comes to far from zero.</summary>
    public const float ScaledTanhAmplitude = 1.7159f;

    /// <summary>What <see cref="ScaledTanh(float)"/> multiplies its argument by.</summary>
    public const float ScaledTanhRate = 2f / 3f;

    private const float Log2E = 1.44269504f;
    private const float Ln2High = 0.693147182f;
    private const float Ln2Low = -1.90465421e-9f;

    // 1.5 * 2^23 + 127: adding it leaves the nearest integer in the low bits, plus the bias of a float's exponent, and subtracting it again
    // gives that integer as a float. No product with Log2E lies half-way between two integers.
    private const float Rounder = 12583039f;

    // Q(r) on |r| <= ln 2 / 2; the relative error of 1 + r + r^2 Q(r) is at most 3.1e-9.
    private const float Q0 = 0.49999994f;
    private const float Q1 = 0.16666521f;
    private const float Q2 = 0.04166839f;
    private const float Q3 = 0.008368745f;
    private const float Q4 = 0.0013814539f;

    // (2 atanh(s) - 2 s) / s^3 as a polynomial of s^2, for |s| <= 0.1716; absolute error at most 1.2e-9.
    private const float L0 = 0.6666667f;
    private const float L1 = 0.40000123f;
    private const float L2 = 0.2855074f;
    private const float L3 = 0.23332268f;

    // N(x) = x (1 + N1 x^2 + N2 x^4) and D(x) = 1 + D1 x^2 + D2 x^4 + D3 x^6, of which tanh(x / 2) = N / (2D); the relative error of the
    // hyperbolic tangent that they give is at most 1.3e-8 on 0 <= x <= 9.1.
    private const float N1 = 0.029773677f;
    private const float N2 = 0.00011425288f;
    private const float D1 = 0.11310698f;
    private const float D2 = 0.0012065367f;
    private const float D3 = 1.2289729e-6f;

    private const float ExpUnderflow = -87.3f;
    private const float ExpOverflow = 88f;
    private const float SigmoidLimit = 87f;
    private const float TanhLimit = 9.1f;

    /// <summary>The exponential; 0 below -87.3 and infinite above 88.</summary>
    public static float Exp(float x)
    {
        if (x < ExpUnderflow)
            return 0;
        if (x > ExpOverflow)
            return float.PositiveInfinity;
        (float scale, float q) = ScaledExpm1(x);
        return Fused.MultiplyAdd(scale, q, scale);
    }

    /// <summary>The natural logarithm of a normal positive number.</summary>
    public static float Log(float x)
    {
        if (!float.IsFinite(x))
            return x;

        // x = 2^n (1 + f) with sqrt(1/2) <= 1 + f < sqrt(2); the constant is sqrt(1/2)'s bit pattern.
        int bits = BitConverter.SingleToInt32Bits(x) - 0x3F3504F3;
        float n = bits >> 23;
        float f = BitConverter.Int32BitsToSingle((bits & 0x007FFFFF) + 0x3F3504F3) - 1;

        // log(1 + f) = 2 atanh(s) with s = f / (2 + f), arranged so that f itself, which is exact, carries the leading digits.
        float s = f / (2 + f);
        float z = s * s;
        float rest = z * Fused.MultiplyAdd(Fused.MultiplyAdd(Fused.MultiplyAdd(L3, z, L2), z, L1), z, L0);
        float half = 0.5f * f * f;
        float low = Fused.MultiplyAdd(s, half + rest, n * Ln2Low) - half;
        return Fused.MultiplyAdd(n, Ln2High, low + f);
    }

    /// <summary>The logistic function, <c>1 / (1 + exp(-x))</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sigmoid(float x)
    {
        (float scale, float q) = ScaledExpm1(Larger(-SigmoidLimit, Smaller(SigmoidLimit, -x)));
        return 1 / Fused.MultiplyAdd(scale, q, scale + 1);
    }

    /// <summary>The hyperbolic tangent: 1 from 9.1 up, never above, and odd.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Tanh(float x)
    {
        // N and D without their first terms, which are exact: so N and M are rounded last when these are added, and a small x stays x.
        float magnitude = Smaller(TanhLimit, float.Abs(x));
        float z = magnitude * magnitude;
        float n = z * magnitude * Fused.MultiplyAdd(N2, z, N1);
        float d = z * Fused.MultiplyAdd(Fused.MultiplyAdd(D3, z, D2), z, D1);
        float numerator = magnitude + n;
        float m = magnitude + Fused.MultiplyAdd(numerator, d, n);

        // G = (1 + e)^2; its 1 is added last, so that one operation alone loses the digits that a small M has below those of 1.
        float e = Fused.MultiplyAdd(numerator, -0.5f, d);
        float rest = Fused.MultiplyAdd(e, e + 2, m);
        return float.CopySign(m / (rest + 1), x);
    }

    /// <summary><c>1.7159 tanh(2x / 3)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ScaledTanh(float x) => ScaledTanhAmplitude * Tanh(ScaledTanhRate * x);

    /// <summary><c>2^n</c> and <c>q = expm1(r)</c>, of which <c>exp(x) = 2^n + 2^n q</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (float Scale, float Q) ScaledExpm1(float x)
    {
        float rounded = Fused.MultiplyAdd(x, Log2E, Rounder);
        float n = rounded - Rounder;
        float r = Fused.MultiplyAdd(n, -Ln2Low, Fused.MultiplyAdd(n, -Ln2High, x));
        float polynomial = Fused.MultiplyAdd(Fused.MultiplyAdd(Fused.MultiplyAdd(Fused.MultiplyAdd(Q4, r, Q3), r, Q2), r, Q1), r, Q0);
        float scale = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(rounded) << 23);
        return (scale, Fused.MultiplyAdd(r * r, polynomial, r));
    }

    /// <summary>What <c>Vector128.MinNative</c> does to a lane: the second number where one is NaN. net9.0 has none of a float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Smaller(float x, float y) => x < y ? x : y;

    /// <summary>What <c>Vector128.MaxNative</c> does to a lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Larger(float x, float y) => x > y ? x : y;
}
