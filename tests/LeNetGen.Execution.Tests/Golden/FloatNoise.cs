namespace LeNetGen.Execution.Tests.Golden;

/// <summary>
/// Random errors as large as float arithmetic makes them, for a computation in double: stochastic arithmetic (Parker, "Monte Carlo
/// arithmetic", 1997), with one draw for each sum instead of each operation.
/// </summary>
/// <remarks>
/// A rounding is off by at most u = 2^-24 of its result, evenly in between. A sum of n terms t in random order, with S1 the sum of t and S2
/// that of t^2, has partial sums whose squares are k/n S2 + k(k-1)/(n(n-1)) (S1^2 - S2) in the mean over the orders; for k = 1 .. n they
/// add up to (n + 1) (S1^2 / 3 + S2 / 6). Independent errors add by their squares, so that the sum is off like one rounding of the root
/// of that. The worst case, n u times the sum of |t|, is no measure: carried through the layers of a LeNet it exceeds the gradients
/// themselves, because nothing cancels in it.
/// </remarks>
internal sealed class FloatNoise(int seed)
{
    private const double Unit = 1.0 / (1 << 24);

    // The runtime's sigmoid, exp and log are within 2.5 ulp, and an ulp is at most 2 u of the value.
    private const int ElementaryUnits = 5;

    private readonly Random _random = new(seed);

    /// <summary>A value after some roundings in a row.</summary>
    public double Rounded(double value, int roundings = 1) => value + Draw(Math.Sqrt(roundings) * value);

    /// <summary>The result of an elementary function.</summary>
    public double Elementary(double value) => value + Draw(ElementaryUnits * value);

    /// <summary>Gives sums their errors.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="squares">The sums of the terms' squares.</param>
    /// <param name="roundings">How often each sum is rounded.</param>
    public void RoundSums(Span<double> sums, ReadOnlySpan<double> squares, int roundings)
    {
        for (int i = 0; i < sums.Length; i++)
            sums[i] += Draw(Math.Sqrt((roundings + 1) * (sums[i] * sums[i] / 3 + squares[i] / 6)));
    }

    private double Draw(double size) => Unit * size * (2 * _random.NextDouble() - 1);
}
