using LeNetGen.Reporting.Drawing;

namespace LeNetGen.Runtime.Tests.Reporting.Drawing;

public sealed class ValueScaleTests
{
    private static readonly Rgb White = new(255, 255, 255);

    [Fact]
    public void Of_BothSigns_IsSymmetricAroundAWhiteZero()
    {
        ValueScale scale = ValueScale.Of([-1, 0, 3]);

        Assert.Equal((-3, 3), (scale.Low, scale.High));
        Assert.Equal(White, scale.Colour(0));
        Assert.True(scale.Colour(2).Blue > scale.Colour(2).Red);
        Assert.True(scale.Colour(-2).Red > scale.Colour(-2).Blue);
    }

    [Fact]
    public void Of_NoNegativeValues_GoesFromTheLeastToTheGreatest()
    {
        ValueScale scale = ValueScale.Of([0.5f, 0.75f, 1]);

        Assert.Equal((0.5, 1), (scale.Low, scale.High));
        Assert.Equal(White, scale.Colour(0.5));
        Assert.True(scale.Colour(1).IsDark);
    }

    [Fact]
    public void Of_ValuesThatAreNotFinite_LeavesThemOutAndColoursThemYet()
    {
        ValueScale scale = ValueScale.Of([float.NaN, float.PositiveInfinity, 0, 2, float.NegativeInfinity]);

        Assert.Equal((0, 2), (scale.Low, scale.High));
        Assert.Equal(scale.Colour(2), scale.Colour(double.PositiveInfinity));
        Assert.Equal(White, scale.Colour(double.NegativeInfinity));
        Assert.NotEqual(White, scale.Colour(double.NaN));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    public void AroundZero_OneValue_HasBothSigns(float value)
    {
        ValueScale scale = ValueScale.AroundZero([value]);

        Assert.Equal((-1, 1), (scale.Low, scale.High));
        Assert.Equal(value == 0, scale.Colour(value) == White);
    }

    [Fact]
    public void At_EqualPositionsOfBothRamps_AreAboutEquallyDark()
    {
        for (double position = 0; position <= 1; position += 0.1)
            Assert.InRange(Luma(ColourRamp.Blue.At(position)) - Luma(ColourRamp.Orange.At(position)), -32, 32);

        static double Luma(Rgb colour) => 0.299 * colour.Red + 0.587 * colour.Green + 0.114 * colour.Blue;
    }
}
