using System.Diagnostics;
using System.Linq.Expressions;
using System.Runtime.Intrinsics;
using LeNetGen.Execution;

namespace LeNetGen.Benchmarks;

/// <summary>
/// What one thread reaches when it does nothing but multiply-adds on sums that stay in registers. How many sums hide the latency best differs
/// between processors, so several numbers are tried each time and the best counts.
/// </summary>
internal static class PeakLoop
{
    private const int Rounds = 3_000;
    private static readonly int[] s_sums = [8, 10, 12, 16, 20, 24];
    private static readonly Dictionary<VectorWidth, Func<int, float>[]> s_loops = [];

    // Whatever the loops return is kept, so that they are not left out.
    private static float s_kept;

    /// <summary>Billions of operations a second, two a multiply-add.</summary>
    public static double GigaFlops(VectorWidth width)
    {
        if (!s_loops.TryGetValue(width, out Func<int, float>[]? loops))
        {
            s_loops[width] = loops = [.. s_sums.Select(sums => Compile(VectorOf(width), sums))];
            foreach (Func<int, float> loop in loops)
                s_kept += loop(Rounds);
        }

        double lanes = (int)width / 32, best = 0;
        for (int i = 0; i < loops.Length; i++)
        {
            long start = Stopwatch.GetTimestamp();
            s_kept += loops[i](Rounds);
            best = Math.Max(best, 2 * lanes * s_sums[i] * Rounds / Stopwatch.GetElapsedTime(start).TotalNanoseconds);
        }

        return best;
    }

    private static (Type Vector, Type Operations) VectorOf(VectorWidth width) => width switch
    {
        VectorWidth.Bits512 => (typeof(Vector512<float>), typeof(Vector512)),
        VectorWidth.Bits256 => (typeof(Vector256<float>), typeof(Vector256)),
        VectorWidth.Bits128 => (typeof(Vector128<float>), typeof(Vector128)),
        _ => (typeof(float), typeof(float)),
    };

    /// <summary>
    /// A loop with a local variable for every sum, written as an expression tree: one text for all widths and numbers of sums, compiled to
    /// the same code as if each had been written out.
    /// </summary>
    private static Func<int, float> Compile((Type Vector, Type Operations) vector, int sums)
    {
        ParameterExpression rounds = Expression.Parameter(typeof(int));
        ParameterExpression factor = Expression.Variable(vector.Vector), addend = Expression.Variable(vector.Vector);
        ParameterExpression[] variables = [.. Enumerable.Range(0, sums).Select(_ => Expression.Variable(vector.Vector))];
        LabelTarget end = Expression.Label();

        Expression loop = Expression.Loop(
            Expression.IfThenElse(
                Expression.GreaterThanOrEqual(Expression.PreDecrementAssign(rounds), Expression.Constant(0)),
                Expression.Block(variables.Select(sum => Expression.Assign(sum, MultiplyAdd(sum)))),
                Expression.Break(end)),
            end);
        Expression total = variables.Aggregate<Expression>(Expression.Add);
        return Expression.Lambda<Func<int, float>>(
            Expression.Block(
                [factor, addend, .. variables],
                [
                    Expression.Assign(factor, Broadcast(1.0001f)),
                    Expression.Assign(addend, Broadcast(0.5f)),
                    .. variables.Select(sum => Expression.Assign(sum, factor)),
                    loop,
                    vector.Vector == typeof(float)
                        ? total
                        : Expression.Call(vector.Operations, nameof(Vector512.ToScalar), [typeof(float)], total),
                ]),
            rounds).Compile();

        Expression MultiplyAdd(Expression sum) =>
            Expression.Call(vector.Operations, nameof(Vector512.FusedMultiplyAdd), null, sum, factor, addend);

        Expression Broadcast(float value) => vector.Vector == typeof(float)
            ? Expression.Constant(value)
            : Expression.Call(vector.Operations, nameof(Vector512.Create), null, Expression.Constant(value));
    }
}
