namespace LeNetGen.Arithmetic;

/// <summary>
/// The raised cosine of docs/arithmetic.md, section 8, from additions, multiplications and divisions of doubles alone, whose results are
/// the same on every platform, unlike those of Math.Cos.
/// </summary>
internal static class RaisedCosine
{
    /// <summary>
    /// <c>(1 + cos(pi f)) / 2</c>: from 1 at <c>f = 0</c> to 0 at <c>f = 1</c>, both exactly; with a relative error below 1e-15.
    /// </summary>
    /// <param name="fraction">The fraction of the half wave, from 0 to 1.</param>
    public static double At(double fraction)
    {
        // Each half by the square of the sine that is small in it, so that nothing cancels: 1 - fraction is exact from 1/2 on.
        double sine = SineOfQuarter(fraction <= 0.5 ? fraction : 1 - fraction);
        double square = sine * sine;
        return fraction <= 0.5 ? 1 - square : square;
    }

    /// <summary><c>sin(pi f / 2)</c> for f from 0 to 1/2.</summary>
    private static double SineOfQuarter(double f)
    {
        // Taylor's series to the 17th power, nested, so that its only coefficients are small whole numbers.
        double t = f * (Math.PI / 2);
        double square = t * t;
        double series = 1;
        for (int power = 16; power >= 2; power -= 2)
            series = 1 - square / (power * (power + 1)) * series;
        return t * series;
    }
}
