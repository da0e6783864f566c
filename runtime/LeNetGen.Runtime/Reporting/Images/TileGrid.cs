using LeNetGen.Reporting.Drawing;

namespace LeNetGen.Reporting.Images;

/// <summary>Where equal tiles lie in rows of a given width.</summary>
/// <param name="Count">The number of tiles.</param>
/// <param name="TileWidth">The width of a tile, in pixels.</param>
/// <param name="TileHeight">The height of a tile, in pixels.</param>
/// <param name="Gap">The space between tiles, in pixels.</param>
/// <param name="Width">The width of the rows, in pixels.</param>
internal readonly record struct TileGrid(int Count, double TileWidth, double TileHeight, double Gap, double Width)
{
    /// <summary>Tiles in a full row.</summary>
    public int Columns => Math.Max(1, (int)((Width + Gap) / (TileWidth + Gap)));

    /// <summary>The number of rows.</summary>
    public int Rows => (Count + Columns - 1) / Columns;

    /// <summary>The height of all rows, in pixels.</summary>
    public double Height => Rows == 0 ? 0 : Rows * (TileHeight + Gap) - Gap;

    /// <summary>The left end of a tile.</summary>
    public double Left(int tile) => tile % Columns * (TileWidth + Gap);

    /// <summary>The upper end of a tile.</summary>
    public double Top(int tile) => tile / Columns * (TileHeight + Gap);

    /// <summary>
    /// The grid of the largest tiles, at most so large, that fill no more than the given height; or of the smallest ones, if even those do.
    /// </summary>
    /// <param name="count">The number of tiles.</param>
    /// <param name="shape">The proportions of a tile: a height and a width.</param>
    /// <param name="largest">The greatest length of a tile's longer side, in pixels.</param>
    /// <param name="smallest">The least length of a tile's longer side, in pixels.</param>
    /// <param name="gap">The space between tiles, in pixels.</param>
    /// <param name="width">The width of the rows, in pixels.</param>
    /// <param name="height">The height of the rows, in pixels.</param>
    public static TileGrid Fitting(
        int count, (int Height, int Width) shape, double largest, double smallest, double gap, double width, double height)
    {
        double longer = Math.Max(shape.Height, shape.Width);
        double side = largest;
        while (true)
        {
            // A line of pixels must not vanish.
            var grid = new TileGrid(
                count, Math.Max(side * shape.Width / longer, 3), Math.Max(side * shape.Height / longer, 3), gap, width);
            if (grid.Height <= height || side <= smallest)
                return grid;
            side = Math.Max(side - 2, smallest);
        }
    }
}
