using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>Distances in floats between neighbours of a buffer.</summary>
internal readonly record struct BufferStrides(int Channel, int Row, int Column)
{
    /// <summary>Those of a slice of a block, whose images lie side by side.</summary>
    public static BufferStrides OfSlice(TensorShape shape, int lanes) => new(shape.Area * lanes, shape.Width * lanes, lanes);
}
