using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>Distances in floats between neighbours of a buffer.</summary>
internal readonly record struct BufferStrides(int Channel, int Row, int Column)
{
    /// <summary>Those of a block of images, whose lanes lie side by side.</summary>
    public static BufferStrides OfBlock(TensorShape shape) =>
        new(shape.Area * NetworkPlan.BlockLanes, shape.Width * NetworkPlan.BlockLanes, NetworkPlan.BlockLanes);
}
