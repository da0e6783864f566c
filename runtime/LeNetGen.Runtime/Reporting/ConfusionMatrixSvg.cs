using LeNetGen.Reporting.Confusion;
using LeNetGen.Reporting.Drawing;
using LeNetGen.Training;

namespace LeNetGen.Reporting;

/// <summary>
/// A confusion matrix as a heat map: a row for each class, a column for what its images were taken for, with counts and shares of the
/// row; recall at the rows' ends, precision below the columns. What is right is blue, what is wrong orange.
/// </summary>
public static class ConfusionMatrixSvg
{
    /// <summary>Draws a matrix. Of many classes cells become too small for text; the colours remain.</summary>
    /// <param name="confusion">The matrix.</param>
    /// <param name="title">The line above the picture: which network on which images.</param>
    /// <returns>A complete SVG document that any browser shows.</returns>
    public static string Of(ConfusionMatrix confusion, string title)
    {
        ArgumentNullException.ThrowIfNull(confusion);
        ArgumentNullException.ThrowIfNull(title);
        return Draw(confusion, title).Document();
    }

    /// <summary>The same as a picture that may become part of a page.</summary>
    internal static Picture Draw(ConfusionMatrix confusion, string title)
    {
        long right = 0;
        for (int index = 0; index < confusion.ClassCount; index++)
            right += confusion[index, index];
        string accuracy = confusion.Total == 0 ? "" : $" ({Figures.Percent((double)right / confusion.Total)})";
        string subtitle = $"{Figures.Grouped(right)} of {Figures.Count(confusion.Total, "image")} classified rightly{accuracy}";
        var layout = new ConfusionLayout(confusion);
        return new Picture(title, subtitle, layout.PictureWidth, layout.PictureHeight, new ConfusionDrawing(confusion, layout).Draw());
    }
}
