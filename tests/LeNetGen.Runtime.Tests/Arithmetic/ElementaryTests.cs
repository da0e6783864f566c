using LeNetGen.Arithmetic;

namespace LeNetGen.Runtime.Tests.Arithmetic;

/// <summary>
/// The elementary functions of docs/arithmetic.md, section 7: how far they are from the true values, for which the platform's functions
/// in double stand, and the written values at the edges.
/// </summary>
public sealed class ElementaryTests
{
    // In ulp. All floats of the ranges were tried once: 1.005 at 16.289812, 0.835 at 1.4054595, 2.444 at -16.642534, 2.403 at 0.5352001.
    private const double MostOfExp = 1.1;
    private const double MostOfLog = 0.9;
    private const double MostOfSigmoid = 2.5;
    private const double MostOfTanh = 2.5;

    // Primes, so that a sample has no regularity in its last bits: some 200,000 of the floats of each sign, however small, and as many of
    // those from 2^-12 up, where the functions do something else than 0, 1 or x.
    private const int StrideOverAll = 5003;
    private const int StrideFromTwelfth = 547;
    private const float Twelfth = 1f / 4096;

    [Fact]
    public void Exp_InItsRange_IsAccurate()
    {
        AssertAccurate(MostOfExp, Elementary.Exp, Math.Exp, 0, 88f);
        AssertAccurate(MostOfExp, x => Elementary.Exp(-x), x => Math.Exp(-x), 0, 87.3f);
    }

    [Fact]
    public void Log_NormalPositiveNumbers_IsAccurate()
    {
        AssertAccurate(MostOfLog, Elementary.Log, Math.Log, 1.17549435e-38f, float.MaxValue);
        AssertAccurate(MostOfLog, Elementary.Log, Math.Log, 0.5f, 2f, stride: 101);
    }

    [Fact]
    public void Sigmoid_InItsRange_IsAccurate()
    {
        AssertAccurate(MostOfSigmoid, Elementary.Sigmoid, x => 1 / (1 + Math.Exp(-x)), 0, 87f);
        AssertAccurate(MostOfSigmoid, x => Elementary.Sigmoid(-x), x => 1 / (1 + Math.Exp(x)), 0, 87f);
    }

    [Fact]
    public void Tanh_AnyNumber_IsAccurateAndOdd()
    {
        AssertAccurate(MostOfTanh, Elementary.Tanh, Math.Tanh, 0, float.MaxValue);
        foreach (float x in Floats.Strided(0, float.PositiveInfinity, 100 * StrideOverAll))
            Assert.True(Floats.AreSame(-Elementary.Tanh(x), Elementary.Tanh(-x)), $"At {x:R} it is not odd.");
    }

    [Fact]
    public void Tanh_SmallNumbers_IsTheNumber()
    {
        foreach (float x in Floats.Strided(0, Twelfth, StrideOverAll))
            Assert.True(Floats.AreSame(x, Elementary.Tanh(x)), $"At {x:R} it is {Elementary.Tanh(x):R}.");
    }

    [Fact]
    public void Tanh_NearItsEnd_IsNeverAboveOne()
    {
        // All floats were tried once. 1 - y * y, which a gradient is multiplied by, must not be negative.
        foreach (float x in Floats.Strided(6, 9.1f, 11))
            Assert.True(Elementary.Tanh(x) <= 1, $"At {x:R} it is {Elementary.Tanh(x):R}.");
    }

    [Fact]
    public void Exp_AtItsEdges_IsAsWritten() => AssertValues(
        Elementary.Exp,
        (0, 1), (-0f, 1), (float.Epsilon, 1), (-float.Epsilon, 1),
        (-87.31f, 0), (float.MinValue, 0), (float.NegativeInfinity, 0),
        (88.73f, float.PositiveInfinity), (float.MaxValue, float.PositiveInfinity), (float.PositiveInfinity, float.PositiveInfinity),
        (float.NaN, float.NaN));

    [Fact]
    public void Log_AtItsEdges_IsAsWritten() => AssertValues(
        Elementary.Log, (1, 0), (float.PositiveInfinity, float.PositiveInfinity), (float.NaN, float.NaN));

    [Fact]
    public void Sigmoid_AtItsEdges_IsAsWritten() => AssertValues(
        Elementary.Sigmoid,
        (0, 0.5f), (-0f, 0.5f), (float.Epsilon, 0.5f), (float.NaN, float.NaN),
        (87.01f, Elementary.Sigmoid(87)), (float.MaxValue, Elementary.Sigmoid(87)), (float.PositiveInfinity, Elementary.Sigmoid(87)),
        (-87.01f, Elementary.Sigmoid(-87)), (float.MinValue, Elementary.Sigmoid(-87)), (float.NegativeInfinity, Elementary.Sigmoid(-87)));

    [Fact]
    public void Tanh_AtItsEdges_IsAsWritten() => AssertValues(
        Elementary.Tanh,
        (0, 0), (-0f, -0f), (float.Epsilon, float.Epsilon), (-float.Epsilon, -float.Epsilon), (float.NaN, float.NaN),
        (9.1f, 1), (-9.1f, -1), (9.11f, 1), (-9.11f, -1), (float.MaxValue, 1), (float.MinValue, -1),
        (float.PositiveInfinity, 1), (float.NegativeInfinity, -1));

    private static void AssertAccurate(double limit, Func<float, float> function, Func<double, double> truth, float from, float to)
    {
        AssertAccurate(limit, function, truth, from, to, StrideOverAll);
        AssertAccurate(limit, function, truth, Math.Max(from, Twelfth), to, StrideFromTwelfth);
    }

    private static void AssertAccurate(
        double limit, Func<float, float> function, Func<double, double> truth, float from, float to, int stride)
    {
        (double most, float where) = (0, from);
        foreach (float x in Floats.Strided(from, to, stride))
        {
            double error = Ulps(function(x), truth(x));
            if (!(error <= most))
                (most, where) = (error, x);
        }

        Assert.True(most <= limit, $"At {where:R} it is {function(where):R}, {most:F3} ulp off {truth(where):R}.");
    }

    /// <summary>The distance in units of the last place that a float of the true value's size has.</summary>
    private static double Ulps(float actual, double truth)
    {
        int exponent = Math.Max(-126, Math.ILogB(truth));
        return Math.Abs(actual - truth) / Math.ScaleB(1, exponent - 23);
    }

    private static void AssertValues(Func<float, float> function, params (float X, float Expected)[] values)
    {
        foreach ((float x, float expected) in values)
            Assert.True(Floats.AreSame(expected, function(x)), $"At {x:R} it is {function(x):R}, not {expected:R}.");
    }
}
