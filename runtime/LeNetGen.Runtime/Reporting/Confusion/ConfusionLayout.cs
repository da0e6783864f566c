using LeNetGen.Reporting.Drawing;
using LeNetGen.Training;

namespace LeNetGen.Reporting.Confusion;

/// <summary>Where the parts of a confusion matrix lie. Cells shrink with the number of classes, and so does their text.</summary>
internal sealed class ConfusionLayout
{
    private const double AxisTitleWidth = 24;
    private const double LongestName = 150;
    private const double BottomMargin = 104;
    private const double TurnedPrecision = 28;

    /// <summary>Lays a matrix out.</summary>
    public ConfusionLayout(ConfusionMatrix confusion)
    {
        int classes = confusion.ClassCount;
        Cell = classes switch
        {
            <= 3 => 104,
            <= 6 => 84,
            <= 10 => 64,
            <= 14 => 48,
            <= 20 => 38,
            <= ClassesWithCells => 24,
            <= 128 => 12,
            _ => Math.Max(1, Math.Floor(1200.0 / classes)),
        };
        Extent = Cell * classes;
        HasNames = Cell >= 12;
        NameSize = Cell >= 24 ? 12 : 9;
        double longest = HasNames ? confusion.ClassNames.Max(name => TextWidth.Of(name, NameSize)) : 0;
        NameRoom = Math.Min(longest, LongestName);
        Left = PictureStyle.Margin + AxisTitleWidth + NameRoom + 10;

        NameAngle = longest <= Cell - 6 ? 0 : Cell >= 38 ? -45 : -90;
        // A slanted name is as high as it is wide, sin 45° each.
        double nameHeight = NameAngle switch { 0 => NameSize, -45 => NameRoom * 0.71 + NameSize, _ => NameRoom };
        Top = 30 + (HasNames ? nameHeight + 10 : 0);
        // The last slanted name reaches to the right of its column.
        double beyond = NameAngle == -45 ? NameRoom * 0.71 - Cell / 2 + 8 : 0;
        long largest = Enumerable.Range(0, classes).Max(confusion.ActualCount);
        ImagesRight = RecallRight + Math.Max(TextWidth.Of(Figures.Grouped(largest), NameSize), TextWidth.Of("images", 11)) + 14;
        PictureWidth = Math.Max(Left + Extent + Math.Max(HasNames ? ImagesRight : 0, beyond) + PictureStyle.Margin, 640);
        PictureHeight = Top + Extent + BottomMargin + (HasNames && !HasWidePrecision ? TurnedPrecision : 0);
    }

    /// <summary>The right end of recalls, from the right end of the matrix.</summary>
    public const double RecallRight = 56;

    /// <summary>Classes up to which each cell is an element of its own, with a tip; more are one image.</summary>
    public const int ClassesWithCells = 40;

    /// <summary>The side of a cell, in pixels.</summary>
    public double Cell { get; }

    /// <summary>The side of the matrix.</summary>
    public double Extent { get; }

    /// <summary>The left end of the matrix.</summary>
    public double Left { get; }

    /// <summary>The upper end of the matrix.</summary>
    public double Top { get; }

    /// <summary>Whether there is room for the classes' names, and their precision and recall.</summary>
    public bool HasNames { get; }

    /// <summary>The size of their font.</summary>
    public double NameSize { get; }

    /// <summary>The length that a name may have.</summary>
    public double NameRoom { get; }

    /// <summary>The angle at which the names of columns are written, in degrees.</summary>
    public double NameAngle { get; }

    /// <summary>The right end of numbers of images, from the right end of the matrix.</summary>
    public double ImagesRight { get; }

    /// <summary>Whether a precision has room in the width of a column; else it is turned.</summary>
    public bool HasWidePrecision => Cell >= 48;

    /// <summary>The width of the whole.</summary>
    public double PictureWidth { get; }

    /// <summary>The height of the whole.</summary>
    public double PictureHeight { get; }

    /// <summary>The class of text that names, and figures beside them, are written in.</summary>
    public string TextKind => NameSize >= 12 ? "number" : "tiny";

    /// <summary>The middle of a row, from the top, or of a column, from the left of the picture.</summary>
    public (double X, double Y) Centre(int column, int row) => (Left + Cell * (column + 0.5), Top + Cell * (row + 0.5));
}
