using LeNetGen.Reporting.Drawing;
using LeNetGen.Training;

namespace LeNetGen.Reporting.Confusion;

/// <summary>The colours of a confusion matrix' cells, by their share of the row.</summary>
internal static class ConfusionColours
{
    // The darkest shades are left out: text on them would be hard to read on paper.
    private const double Darkest = 0.8;

    /// <summary>The colour of a cell.</summary>
    public static Rgb Of(ConfusionMatrix confusion, int actual, int predicted) =>
        Of(ShareOf(confusion, actual, predicted), isRight: actual == predicted);

    /// <summary>The colour of a share. Mistakes are few: their square root brings them out.</summary>
    public static Rgb Of(double share, bool isRight) =>
        isRight ? ColourRamp.Blue.At(Darkest * share) : ColourRamp.Orange.At(Darkest * Math.Sqrt(share));

    /// <summary>A cell's share of its row; 0 in a row of no images.</summary>
    public static double ShareOf(ConfusionMatrix confusion, int actual, int predicted)
    {
        long images = confusion.ActualCount(actual);
        return images == 0 ? 0 : (double)confusion[actual, predicted] / images;
    }
}
