using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using LeNetGen.Execution;

namespace LeNetGen.Benchmarks;

/// <summary>
/// What one thread reaches when it does nothing but multiply-adds: twelve sums, enough to hide the latency of two units, in
/// registers all the time.
/// </summary>
internal static class PeakLoop
{
    private const int Sums = 12;
    private const int Rounds = 4_000;

    // Whatever the loops return is kept, so that they are not left out.
    private static float s_kept;

    public static double GigaFlops(VectorWidth width)
    {
        long start = Stopwatch.GetTimestamp();
        s_kept += width switch
        {
            VectorWidth.Bits512 => Loop512(Rounds),
            VectorWidth.Bits256 => Loop256(Rounds),
            VectorWidth.Bits128 => Loop128(Rounds),
            _ => LoopScalar(Rounds),
        };
        double lanes = (int)width / 32;
        return 2 * lanes * Sums * Rounds / Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Loop512(int rounds)
    {
        Vector512<float> factor = Vector512.Create(1.0001f), addend = Vector512.Create(0.5f);
        Vector512<float> sum0 = factor, sum1 = factor, sum2 = factor, sum3 = factor, sum4 = factor, sum5 = factor, sum6 = factor, sum7 = factor, sum8 = factor, sum9 = factor, sum10 = factor, sum11 = factor;
        for (int round = 0; round < rounds; round++)
        {
            sum0 = Vector512.FusedMultiplyAdd(sum0, factor, addend);
            sum1 = Vector512.FusedMultiplyAdd(sum1, factor, addend);
            sum2 = Vector512.FusedMultiplyAdd(sum2, factor, addend);
            sum3 = Vector512.FusedMultiplyAdd(sum3, factor, addend);
            sum4 = Vector512.FusedMultiplyAdd(sum4, factor, addend);
            sum5 = Vector512.FusedMultiplyAdd(sum5, factor, addend);
            sum6 = Vector512.FusedMultiplyAdd(sum6, factor, addend);
            sum7 = Vector512.FusedMultiplyAdd(sum7, factor, addend);
            sum8 = Vector512.FusedMultiplyAdd(sum8, factor, addend);
            sum9 = Vector512.FusedMultiplyAdd(sum9, factor, addend);
            sum10 = Vector512.FusedMultiplyAdd(sum10, factor, addend);
            sum11 = Vector512.FusedMultiplyAdd(sum11, factor, addend);
        }

        return (sum0 + sum1 + sum2 + sum3 + sum4 + sum5 + sum6 + sum7 + sum8 + sum9 + sum10 + sum11).ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Loop256(int rounds)
    {
        Vector256<float> factor = Vector256.Create(1.0001f), addend = Vector256.Create(0.5f);
        Vector256<float> sum0 = factor, sum1 = factor, sum2 = factor, sum3 = factor, sum4 = factor, sum5 = factor, sum6 = factor, sum7 = factor, sum8 = factor, sum9 = factor, sum10 = factor, sum11 = factor;
        for (int round = 0; round < rounds; round++)
        {
            sum0 = Vector256.FusedMultiplyAdd(sum0, factor, addend);
            sum1 = Vector256.FusedMultiplyAdd(sum1, factor, addend);
            sum2 = Vector256.FusedMultiplyAdd(sum2, factor, addend);
            sum3 = Vector256.FusedMultiplyAdd(sum3, factor, addend);
            sum4 = Vector256.FusedMultiplyAdd(sum4, factor, addend);
            sum5 = Vector256.FusedMultiplyAdd(sum5, factor, addend);
            sum6 = Vector256.FusedMultiplyAdd(sum6, factor, addend);
            sum7 = Vector256.FusedMultiplyAdd(sum7, factor, addend);
            sum8 = Vector256.FusedMultiplyAdd(sum8, factor, addend);
            sum9 = Vector256.FusedMultiplyAdd(sum9, factor, addend);
            sum10 = Vector256.FusedMultiplyAdd(sum10, factor, addend);
            sum11 = Vector256.FusedMultiplyAdd(sum11, factor, addend);
        }

        return (sum0 + sum1 + sum2 + sum3 + sum4 + sum5 + sum6 + sum7 + sum8 + sum9 + sum10 + sum11).ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Loop128(int rounds)
    {
        Vector128<float> factor = Vector128.Create(1.0001f), addend = Vector128.Create(0.5f);
        Vector128<float> sum0 = factor, sum1 = factor, sum2 = factor, sum3 = factor, sum4 = factor, sum5 = factor, sum6 = factor, sum7 = factor, sum8 = factor, sum9 = factor, sum10 = factor, sum11 = factor;
        for (int round = 0; round < rounds; round++)
        {
            sum0 = Vector128.FusedMultiplyAdd(sum0, factor, addend);
            sum1 = Vector128.FusedMultiplyAdd(sum1, factor, addend);
            sum2 = Vector128.FusedMultiplyAdd(sum2, factor, addend);
            sum3 = Vector128.FusedMultiplyAdd(sum3, factor, addend);
            sum4 = Vector128.FusedMultiplyAdd(sum4, factor, addend);
            sum5 = Vector128.FusedMultiplyAdd(sum5, factor, addend);
            sum6 = Vector128.FusedMultiplyAdd(sum6, factor, addend);
            sum7 = Vector128.FusedMultiplyAdd(sum7, factor, addend);
            sum8 = Vector128.FusedMultiplyAdd(sum8, factor, addend);
            sum9 = Vector128.FusedMultiplyAdd(sum9, factor, addend);
            sum10 = Vector128.FusedMultiplyAdd(sum10, factor, addend);
            sum11 = Vector128.FusedMultiplyAdd(sum11, factor, addend);
        }

        return (sum0 + sum1 + sum2 + sum3 + sum4 + sum5 + sum6 + sum7 + sum8 + sum9 + sum10 + sum11).ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float LoopScalar(int rounds)
    {
        float factor = 1.0001f, addend = 0.5f;
        float sum0 = factor, sum1 = factor, sum2 = factor, sum3 = factor, sum4 = factor, sum5 = factor, sum6 = factor, sum7 = factor, sum8 = factor, sum9 = factor, sum10 = factor, sum11 = factor;
        for (int round = 0; round < rounds; round++)
        {
            sum0 = MathF.FusedMultiplyAdd(sum0, factor, addend);
            sum1 = MathF.FusedMultiplyAdd(sum1, factor, addend);
            sum2 = MathF.FusedMultiplyAdd(sum2, factor, addend);
            sum3 = MathF.FusedMultiplyAdd(sum3, factor, addend);
            sum4 = MathF.FusedMultiplyAdd(sum4, factor, addend);
            sum5 = MathF.FusedMultiplyAdd(sum5, factor, addend);
            sum6 = MathF.FusedMultiplyAdd(sum6, factor, addend);
            sum7 = MathF.FusedMultiplyAdd(sum7, factor, addend);
            sum8 = MathF.FusedMultiplyAdd(sum8, factor, addend);
            sum9 = MathF.FusedMultiplyAdd(sum9, factor, addend);
            sum10 = MathF.FusedMultiplyAdd(sum10, factor, addend);
            sum11 = MathF.FusedMultiplyAdd(sum11, factor, addend);
        }

        return sum0 + sum1 + sum2 + sum3 + sum4 + sum5 + sum6 + sum7 + sum8 + sum9 + sum10 + sum11;
    }
}
