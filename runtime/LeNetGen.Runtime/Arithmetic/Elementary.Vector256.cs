using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LeNetGen.Arithmetic;

public static partial class Elementary
{
    /// <inheritdoc cref="Sigmoid(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x)
    {
        Vector256<float> limit = Vector256.Create(SigmoidLimit);
        Vector256<float> q = ScaledExpm1(Vector256.MaxNative(-limit, Vector256.MinNative(limit, -x)), out Vector256<float> scale);
        return Vector256<float>.One / Vector256.FusedMultiplyAdd(scale, q, scale + Vector256<float>.One);
    }

    /// <inheritdoc cref="Tanh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        Vector256<float> magnitude = Vector256.MinNative(Vector256.Create(TanhLimit), Vector256.Abs(x));
        Vector256<float> z = magnitude * magnitude;
        Vector256<float> n = z * magnitude * Vector256.FusedMultiplyAdd(Vector256.Create(N2), z, Vector256.Create(N1));
        Vector256<float> d = Vector256.FusedMultiplyAdd(Vector256.Create(D3), z, Vector256.Create(D2));
        d = z * Vector256.FusedMultiplyAdd(d, z, Vector256.Create(D1));
        Vector256<float> numerator = magnitude + n;
        Vector256<float> m = magnitude + Vector256.FusedMultiplyAdd(numerator, d, n);
        Vector256<float> e = Vector256.FusedMultiplyAdd(numerator, Vector256.Create(-0.5f), d);
        Vector256<float> rest = Vector256.FusedMultiplyAdd(e, e + Vector256.Create(2f), m);
        return Vector256.CopySign(m / (rest + Vector256<float>.One), x);
    }

    /// <inheritdoc cref="ScaledTanh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ScaledTanh(Vector256<float> x) => ScaledTanhAmplitude * Tanh(ScaledTanhRate * x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ScaledExpm1(Vector256<float> x, out Vector256<float> scale)
    {
        Vector256<float> rounder = Vector256.Create(Rounder);
        Vector256<float> rounded = Vector256.FusedMultiplyAdd(x, Vector256.Create(Log2E), rounder);
        Vector256<float> n = rounded - rounder;
        Vector256<float> r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-Ln2High), x);
        r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-Ln2Low), r);
        Vector256<float> polynomial = Vector256.FusedMultiplyAdd(Vector256.Create(Q4), r, Vector256.Create(Q3));
        polynomial = Vector256.FusedMultiplyAdd(polynomial, r, Vector256.Create(Q2));
        polynomial = Vector256.FusedMultiplyAdd(polynomial, r, Vector256.Create(Q1));
        polynomial = Vector256.FusedMultiplyAdd(polynomial, r, Vector256.Create(Q0));
        scale = (rounded.AsInt32() << 23).AsSingle();
        return Vector256.FusedMultiplyAdd(r * r, polynomial, r);
    }
}
