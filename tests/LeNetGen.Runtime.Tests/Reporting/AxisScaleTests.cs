using LeNetGen.Reporting;

namespace LeNetGen.Runtime.Tests.Reporting;

public sealed class AxisScaleTests
{
    [Theory]
    [InlineData(1, "1")]
    [InlineData(2, "1 2")]
    [InlineData(12, "1 2 3 4 5 6 7 8 9 10 11 12")]
    [InlineData(13, "1 5 10")]
    [InlineData(20, "1 5 10 15 20")]
    [InlineData(50, "1 5 10 15 20 25 30 35 40 45 50")]
    [InlineData(51, "1 10 20 30 40 50")]
    [InlineData(200, "1 20 40 60 80 100 120 140 160 180 200")]
    [InlineData(100_000, "1 10000 20000 30000 40000 50000 60000 70000 80000 90000 100000")]
    public void OfEpochs_AnyNumber_LabelsAllOrTheFirstAndRoundOnes(int last, string labels)
    {
        Assert.Equal(labels, Labels(AxisScale.OfEpochs(last)));
    }

    [Theory]
    [InlineData(0.4293, 2.3, "0.0 0.5 1.0 1.5 2.0 2.5")]
    [InlineData(0.45, 0.62, "0.45 0.50 0.55 0.60 0.65")]
    [InlineData(0.0003, 0.0009, "0.0002 0.0004 0.0006 0.0008 0.0010")]
    [InlineData(3, 47, "0 10 20 30 40 50")]
    [InlineData(0, 3e6, "0 1e+6 2e+6 3e+6")]
    [InlineData(2e-7, 6e-7, "2e-7 3e-7 4e-7 5e-7 6e-7")]
    [InlineData(0, 0, "0.0 0.2 0.4 0.6 0.8 1.0")]
    public void OfValues_ARange_LabelsRoundValuesAroundIt(double low, double high, string labels)
    {
        AxisScale scale = AxisScale.OfValues([high, low]);

        Assert.Equal(labels, Labels(scale));
        Assert.True(scale.Low <= low && high <= scale.High);
    }

    [Theory]
    [InlineData(0.1, 1)]
    [InlineData(0.1, 0.97)]
    [InlineData(0.991, 0.9985)]
    [InlineData(1, 1)]
    public void OfValues_Accuracies_StayWithinOne(double low, double high)
    {
        AxisScale scale = AxisScale.OfValues([low, high], limit: 1);

        Assert.True(scale.High <= 1 && high <= scale.High && scale.Low <= low);
    }

    [Fact]
    public void OfValues_EqualValues_LieInsideTheAxis()
    {
        AxisScale scale = AxisScale.OfValues([0.5, 0.5]);

        Assert.InRange(scale.Position(0.5), 0.25, 0.75);
    }

    [Fact]
    public void OfValues_NothingFinite_IsZeroToOne()
    {
        AxisScale scale = AxisScale.OfValues([double.NaN, double.PositiveInfinity]);

        Assert.Equal((0, 1), (scale.Low, scale.High));
    }

    [Fact]
    public void OfValues_AnyMagnitude_HasFewAscendingTicks()
    {
        for (int exponent = -12; exponent <= 12; exponent++)
        {
            for (double factor = 1; factor < 10; factor += 0.37)
            {
                double high = factor * Math.Pow(10, exponent);
                AxisScale scale = AxisScale.OfValues([high * 0.31, high]);
                Assert.InRange(scale.Ticks.Count, 3, 8);
                Assert.Equal(scale.Ticks.Order(), scale.Ticks);
                Assert.Equal(scale.Ticks.Count, scale.Ticks.Select(scale.Label).Distinct().Count());
                Assert.InRange(scale.Position(high), 0, 1 + 1e-9);
            }
        }
    }

    private static string Labels(AxisScale scale) => string.Join(' ', scale.Ticks.Select(scale.Label));
}
