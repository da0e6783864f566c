using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LeNetGen.Arithmetic;

public static partial class Elementary
{
    /// <inheritdoc cref="Sigmoid(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x)
    {
        Vector512<float> limit = Vector512.Create(SigmoidLimit);
        Vector512<float> q = ScaledExpm1(Vector512.MaxNative(-limit, Vector512.MinNative(limit, -x)), out Vector512<float> scale);
        return Vector512<float>.One / Vector512.FusedMultiplyAdd(scale, q, scale + Vector512<float>.One);
    }

    /// <inheritdoc cref="Tanh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        Vector512<float> magnitude = Vector512.MinNative(Vector512.Create(TanhLimit), Vector512.Abs(x));
        Vector512<float> z = magnitude * magnitude;
        Vector512<float> n = z * magnitude * Vector512.FusedMultiplyAdd(Vector512.Create(N2), z, Vector512.Create(N1));
        Vector512<float> d = Vector512.FusedMultiplyAdd(Vector512.Create(D3), z, Vector512.Create(D2));
        d = z * Vector512.FusedMultiplyAdd(d, z, Vector512.Create(D1));
        Vector512<float> numerator = magnitude + n;
        Vector512<float> m = magnitude + Vector512.FusedMultiplyAdd(numerator, d, n);
        Vector512<float> e = Vector512.FusedMultiplyAdd(numerator, Vector512.Create(-0.5f), d);
        Vector512<float> rest = Vector512.FusedMultiplyAdd(e, e + Vector512.Create(2f), m);
        return Vector512.CopySign(m / (rest + Vector512<float>.One), x);
    }

    /// <inheritdoc cref="ScaledTanh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ScaledTanh(Vector512<float> x) => ScaledTanhAmplitude * Tanh(ScaledTanhRate * x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ScaledExpm1(Vector512<float> x, out Vector512<float> scale)
    {
        Vector512<float> rounder = Vector512.Create(Rounder);
        Vector512<float> rounded = Vector512.FusedMultiplyAdd(x, Vector512.Create(Log2E), rounder);
        Vector512<float> n = rounded - rounder;
        Vector512<float> r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2High), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2Low), r);
        Vector512<float> polynomial = Vector512.FusedMultiplyAdd(Vector512.Create(Q4), r, Vector512.Create(Q3));
        polynomial = Vector512.FusedMultiplyAdd(polynomial, r, Vector512.Create(Q2));
        polynomial = Vector512.FusedMultiplyAdd(polynomial, r, Vector512.Create(Q1));
        polynomial = Vector512.FusedMultiplyAdd(polynomial, r, Vector512.Create(Q0));
        scale = (rounded.AsInt32() << 23).AsSingle();
        return Vector512.FusedMultiplyAdd(r * r, polynomial, r);
    }
}
