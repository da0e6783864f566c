using System.Globalization;
using LeNetGen.Arithmetic;

namespace LeNetGen.Runtime.Tests.Arithmetic;

public sealed class RaisedCosineTests
{
    private const int Fractions = 20_000;
    private const decimal HalfPi = 1.5707963267948966192313216916m;

    [Fact]
    public void At_Ends_IsExact()
    {
        Assert.Equal(1, RaisedCosine.At(0));
        Assert.Equal(0, RaisedCosine.At(1));
        Assert.Equal(0.5, RaisedCosine.At(0.5), 1e-15);
    }

    // cos(pi f) with f = 0 .. 1: the double nearest to pi, and the product, are off by 1.2e-16 and 2.2e-16, the cosine itself and the sum by
    // 1.1e-16 each at the most; half of all that is 2.9e-16. Ours is off by 1e-15 of at most 1.
    [Fact]
    public void At_AnyFraction_IsCloseToThePlatformsCosine()
    {
        for (int i = 0; i <= Fractions; i++)
        {
            double fraction = (double)i / Fractions;
            Assert.Equal((1 + Math.Cos(Math.PI * fraction)) / 2, RaisedCosine.At(fraction), 1.3e-15);
        }
    }

    // Near 1, where the platform's cosine cancels, only more digits can tell; decimals have 28.
    [Fact]
    public void At_AnyFraction_IsWithinItsRelativeErrorBound()
    {
        for (int i = 1; i < Fractions; i += 7)
        {
            double fraction = (double)i / Fractions;
            decimal exact = SquaredSine(HalfPi * (1 - Exactly(fraction)));
            decimal error = Math.Abs(Exactly(RaisedCosine.At(fraction)) - exact) / exact;
            Assert.True(error < 1e-15m, $"At {fraction}: a relative error of {error}.");
        }
    }

    [Fact]
    public void At_LargerFraction_IsNotLarger()
    {
        for (int i = 1; i <= Fractions; i++)
            Assert.True(RaisedCosine.At((double)i / Fractions) < RaisedCosine.At((double)(i - 1) / Fractions));
    }

    private static decimal SquaredSine(decimal x)
    {
        decimal sine = 0, term = x;
        for (int power = 1; term != 0; power += 2)
        {
            sine += term;
            term *= -x * x / ((power + 1) * (power + 2));
        }

        return sine * sine;
    }

    // By way of text, to 28 decimals: the conversion would round to 15 digits.
    private static decimal Exactly(double value) =>
        decimal.Parse(value.ToString("F28", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
