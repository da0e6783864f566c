using LeNetGen.Reporting.Drawing;

namespace LeNetGen.Runtime.Tests.Reporting.Drawing;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0, "0.0%")]
    [InlineData(0.0001, "<0.1%")]
    [InlineData(0.0005, "0.1%")]
    [InlineData(0.8317, "83.2%")]
    [InlineData(0.9994, "99.9%")]
    [InlineData(0.99999, ">99.9%")]
    [InlineData(1, "100.0%")]
    [InlineData(double.NaN, "–")]
    public void Percent_AnyShare_SaysAllAndNothingOnlyOfAllAndNothing(double share, string expected)
    {
        Assert.Equal(expected, Figures.Percent(share));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.02172, "−0.022")]
    [InlineData(1.504e-7, "1.5e-7")]
    [InlineData(2.884, "2.88")]
    [InlineData(-31.27, "−31.3")]
    [InlineData(4711, "4711")]
    [InlineData(1.5e6, "1.5e+6")]
    public void Significant_ValuesOfAnySize_AreShort(double value, string expected)
    {
        Assert.Equal(expected, Figures.Significant(value));
    }

    [Theory]
    [InlineData(0.71, "0.7 s")]
    [InlineData(185, "3 min 05 s")]
    [InlineData(7_805, "2 h 10 min")]
    [InlineData(360_000, "100 h 00 min")]
    public void Duration_AnyTime_IsInItsNaturalUnit(double seconds, string expected)
    {
        Assert.Equal(expected, Figures.Duration(TimeSpan.FromSeconds(seconds)));
    }

    [Theory]
    [InlineData(0, "0 images")]
    [InlineData(1, "1 image")]
    [InlineData(10_000, "10,000 images")]
    public void Count_AnyNumber_HasItsNoun(long number, string expected)
    {
        Assert.Equal(expected, Figures.Count(number, "image"));
    }
}
