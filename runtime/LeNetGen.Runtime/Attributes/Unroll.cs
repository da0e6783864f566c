namespace LeNetGen;

/// <summary>
/// How much of a layer's code has no loops, in its forward pass, its input gradient and its prediction of one image. It changes the speed
/// and the size of the code, and no result. The code of a register tile never loops over pixels, filters and, within what a method may
/// hold, kernel taps; scalar code keeps its loops.
/// </summary>
public enum Unroll
{
    /// <summary>What the generator takes to be fastest: <see cref="Layer"/> for the smallest of layers, else <see cref="Tile"/>.</summary>
    Auto,

    /// <summary>Straight-line code for a register tile; loops over the tiles.</summary>
    Tile,

    /// <summary>Straight-line code for all tiles of a row of pixels, or of a dense layer's units; a loop over the rows.</summary>
    Row,

    /// <summary>Straight-line code for all tiles of the layer.</summary>
    Layer,
}
