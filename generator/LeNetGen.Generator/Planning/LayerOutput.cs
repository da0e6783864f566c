using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>Where a layer's output lies in the pass over one image, before a later layer's takes its place.</summary>
/// <param name="Layer">The layer's index.</param>
/// <param name="After">How many steps of the pass have been taken.</param>
/// <param name="Place">The memory.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="ChannelStride">Floats from a channel to the next.</param>
/// <param name="PixelStride">Floats from a pixel to the next; rows have no gaps.</param>
internal sealed record LayerOutput(int Layer, int After, Operand Place, TensorShape Shape, int ChannelStride, int PixelStride);
