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
}
