using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>
/// What the kernel of a convolution does to its sums where it does the pooling behind it too: a target is a window of sums, which are all in
/// the same register tile, and only what the pooling makes of them is stored.
/// </summary>
/// <param name="Kind">The kind of pooling.</param>
/// <param name="Height">Rows of a window.</param>
/// <param name="Width">Columns of a window.</param>
/// <param name="RowStep">Floats from the sources of a window's row to those of the next.</param>
/// <param name="ColumnStep">Floats from the sources of a window's column to those of the next.</param>
internal sealed record PooledWindows(PoolingKind Kind, int Height, int Width, int RowStep, int ColumnStep)
{
    /// <summary>Sums of a window.</summary>
    public int Elements => Height * Width;

    /// <summary>Floats from the source of a window's first sum to that of another, row by row.</summary>
    public int OffsetOf(int element) => element / Width * RowStep + element % Width * ColumnStep;
}
