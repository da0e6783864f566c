using LeNetGen.Arithmetic;

namespace LeNetGen.Data.Distortion;

/// <summary>
/// Where in an image each pixel of the distorted image lies: docs/arithmetic.md, section 10. Positions are whole numbers of 2^-16 pixels,
/// so that whatever adds them up gives the same bytes.
/// </summary>
/// <param name="Row">The row of the first pixel.</param>
/// <param name="Column">Its column.</param>
/// <param name="RowStep">What is added to the row with each row.</param>
/// <param name="ColumnStep">What is added to the column with each column.</param>
/// <param name="Shear">What is added to the column with each row.</param>
internal readonly record struct AffineMap(long Row, long Column, long RowStep, long ColumnStep, long Shear)
{
    /// <summary>The parts of a pixel that positions count.</summary>
    public const int Bits = 16;

    /// <summary>The map of one image in one epoch.</summary>
    /// <param name="ranges">How far distortions go.</param>
    /// <param name="random">The random numbers of the epoch.</param>
    /// <param name="image">The image's index in its dataset.</param>
    /// <param name="shape">Its shape.</param>
    public static AffineMap Draw(AffineDistortion ranges, RandomStream random, int image, Shape shape)
    {
        (uint word0, uint word1, uint word2, uint word3) = random.Words((uint)image);
        double right = ranges.Translation * Around0(word0), down = ranges.Translation * Around0(word1);
        double scale = Factor(ranges.Scaling * Around0(word2));
        double squeeze = Factor(ranges.Squeezing * Around0(word3));
        double shear = ranges.Shearing * Around0(random.Bits(1UL << 32 | (uint)image));

        // The way back, from the distorted image: shifted, then sheared, then scaled and squeezed, about the centre.
        double rowStep = squeeze / scale, columnStep = 1 / (scale * squeeze);
        double centreRow = (shape.Height - 1) / 2.0, centreColumn = (shape.Width - 1) / 2.0;
        double row = -centreRow - down;
        double column = -centreColumn - right + shear * row;
        return new AffineMap(
            Fixed(centreRow + rowStep * row), Fixed(centreColumn + columnStep * column),
            Fixed(rowStep), Fixed(columnStep), Fixed(columnStep * shear));
    }

    // From -1 to below 1.
    private static double Around0(uint bits) => 2 * RandomStream.Uniform(bits) - 1;

    // 1 + x, or as much smaller than 1: enlarging is as likely as reducing.
    private static double Factor(double x) => x < 0 ? 1 / (1 - x) : 1 + x;

    private static long Fixed(double pixels) => (long)Math.Floor(pixels * (1 << Bits) + 0.5);
}
