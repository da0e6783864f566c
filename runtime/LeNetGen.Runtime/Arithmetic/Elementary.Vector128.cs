using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LeNetGen.Arithmetic;

public static partial class Elementary
{
    /// <inheritdoc cref="Sigmoid(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sigmoid(Vector128<float> x)
    {
        Vector128<float> limit = Vector128.Create(SigmoidLimit);
        Vector128<float> q = ScaledExpm1(Vector128.MaxNative(-limit, Vector128.MinNative(limit, -x)), out Vector128<float> scale);
        return Vector128<float>.One / Vector128.FusedMultiplyAdd(scale, q, scale + Vector128<float>.One);
    }

    /// <inheritdoc cref="Tanh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Tanh(Vector128<float> x)
    {
        Vector128<float> magnitude = Vector128.MinNative(Vector128.Create(TanhLimit), Vector128.Abs(x));
        Vector128<float> z = magnitude * magnitude;
        Vector128<float> n = z * magnitude * Vector128.FusedMultiplyAdd(Vector128.Create(N2), z, Vector128.Create(N1));
        Vector128<float> d = Vector128.FusedMultiplyAdd(Vector128.Create(D3), z, Vector128.Create(D2));
        d = z * Vector128.FusedMultiplyAdd(d, z, Vector128.Create(D1));
        Vector128<float> numerator = magnitude + n;
        Vector128<float> m = magnitude + Vector128.FusedMultiplyAdd(numerator, d, n);
        Vector128<float> e = Vector128.FusedMultiplyAdd(numerator, Vector128.Create(-0.5f), d);
        Vector128<float> rest = Vector128.FusedMultiplyAdd(e, e + Vector128.Create(2f), m);
        return Vector128.CopySign(m / (rest + Vector128<float>.One), x);
    }

    /// <inheritdoc cref="ScaledTanh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ScaledTanh(Vector128<float> x) => ScaledTanhAmplitude * Tanh(ScaledTanhRate * x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ScaledExpm1(Vector128<float> x, out Vector128<float> scale)
    {
        Vector128<float> rounder = Vector128.Create(Rounder);
        Vector128<float> rounded = Vector128.FusedMultiplyAdd(x, Vector128.Create(Log2E), rounder);
        Vector128<float> n = rounded - rounder;
        Vector128<float> r = Vector128.FusedMultiplyAdd(n, Vector128.Create(-Ln2High), x);
        r = Vector128.FusedMultiplyAdd(n, Vector128.Create(-Ln2Low), r);
        Vector128<float> polynomial = Vector128.FusedMultiplyAdd(Vector128.Create(Q4), r, Vector128.Create(Q3));
        polynomial = Vector128.FusedMultiplyAdd(polynomial, r, Vector128.Create(Q2));
        polynomial = Vector128.FusedMultiplyAdd(polynomial, r, Vector128.Create(Q1));
        polynomial = Vector128.FusedMultiplyAdd(polynomial, r, Vector128.Create(Q0));
        scale = (rounded.AsInt32() << 23).AsSingle();
        return Vector128.FusedMultiplyAdd(r * r, polynomial, r);
    }
}
