using LeNetGen.Arithmetic;
using LeNetGen.Data;
using LeNetGen.Data.Distortion;

namespace LeNetGen.Tests.Data.Distortion;

/// <summary>Small pictures under known maps.</summary>
public sealed class ImageDistorterTests
{
    private const int One = 1 << AffineMap.Bits;
    private static readonly AffineMap Identity = new(0, 0, One, One, 0);

    [Fact]
    public void Resample_WholeShift_MovesPixels() => AssertPixels(
        Identity with { Row = -One, Column = One },
        [
            7, 7, 7,
            20, 30, 7,
            50, 60, 7,
        ]);

    [Fact]
    public void Resample_HalfAPixel_IsTheMeanOfTwoRoundedUp() => AssertPixels(
        Identity with { Column = One / 2 },
        [
            15, 25, 19,
            45, 55, 34,
            75, 85, 49,
        ]);

    [Fact]
    public void Resample_QuarterOfARow_WeighsTheNearerThreeTimes() => AssertPixels(
        Identity with { Row = -One / 4 },
        [
            9, 17, 24,
            33, 43, 53,
            63, 73, 83,
        ]);

    [Fact]
    public void Resample_SidesExchanged_MirrorsAndTurns()
    {
        AssertPixels(Identity with { Column = 2 * One, ColumnStep = -One }, [30, 20, 10, 60, 50, 40, 90, 80, 70]);
        AssertPixels(new AffineMap(2 * One, 2 * One, -One, -One, 0), [90, 80, 70, 60, 50, 40, 30, 20, 10]);
    }

    [Fact]
    public void Resample_Shear_ShiftsEachRowFurther() => AssertPixels(
        Identity with { Column = -One, Shear = One },
        [
            7, 10, 20,
            40, 50, 60,
            80, 90, 7,
        ]);

    [Fact]
    public void Resample_DoubleSize_InterpolatesBetweenPixels() => AssertPixels(
        new AffineMap(One / 2, One / 2, One / 2, One / 2, 0),
        [
            30, 35, 40,
            45, 50, 55,
            60, 65, 70,
        ]);

    [Theory, InlineData(long.MinValue / 4), InlineData(long.MaxValue / 4), InlineData(3 * One), InlineData(-One)]
    public void Resample_FarAway_IsBackground(long position)
    {
        AssertPixels(Identity with { Column = position, ColumnStep = 0 }, [7, 7, 7, 7, 7, 7, 7, 7, 7]);
        AssertPixels(Identity with { Row = position, RowStep = 0 }, [7, 7, 7, 7, 7, 7, 7, 7, 7]);
    }

    [Fact]
    public void Draw_RangesOfZero_IsTheIdentity()
    {
        var none = new AffineDistortion { Translation = 0, Scaling = 0, Squeezing = 0, Shearing = 0 };
        Assert.Equal(Identity, AffineMap.Draw(none, new RandomStream(1, 2, RandomPurpose.Distortion), 3, new Shape(1, 28, 31)));
    }

    // The numbers of docs/arithmetic.md, section 10, once more from Philox itself.
    [Fact]
    public void Draw_AnyImage_FollowsTheFormula()
    {
        var ranges = new AffineDistortion { Translation = 3, Scaling = 0.25, Squeezing = 0.5, Shearing = 0.75 };
        for (uint image = 0; image < 50; image++)
        {
            (uint word0, uint word1, uint word2, uint word3) = Philox.Draw(9, 4, image, 0, (uint)RandomPurpose.Distortion, 0);
            (uint word4, _, _, _) = Philox.Draw(9, 4, image, 1, (uint)RandomPurpose.Distortion, 0);
            double[] u = [.. new[] { word0, word1, word2, word3, word4 }.Select(word => (word >> 8) / 8388608.0 - 1)];
            double scale = u[2] < 0 ? 1 / (1 - 0.25 * u[2]) : 1 + 0.25 * u[2], squeeze = u[3] < 0 ? 1 / (1 - 0.5 * u[3]) : 1 + 0.5 * u[3];
            double row = -4.5 - 3 * u[1], column = -2 - 3 * u[0] + 0.75 * u[4] * row;
            double rowStep = squeeze / scale, columnStep = 1 / (scale * squeeze);

            AffineMap map = AffineMap.Draw(ranges, new RandomStream(9, 4, RandomPurpose.Distortion), (int)image, new Shape(1, 10, 5));

            Assert.Equal(
                new AffineMap(
                    Fixed(4.5 + rowStep * row), Fixed(2 + columnStep * column), Fixed(rowStep), Fixed(columnStep),
                    Fixed(columnStep * (0.75 * u[4]))),
                map);
        }

        static long Fixed(double pixels) => (long)Math.Floor(pixels * 65536 + 0.5);
    }

    private static void AssertPixels(AffineMap map, byte[] expected)
    {
        var distorter = new ImageDistorter(new AffineDistortion { Background = 7 }, new Shape(1, 3, 3));
        byte[] pixels = new byte[9];
        distorter.Distort(map, [10, 20, 30, 40, 50, 60, 70, 80, 90], pixels);
        Assert.Equal(expected, pixels);
    }
}
