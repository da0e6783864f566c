using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>The forward pass of a pooling layer, for a block or for one image, as the strides say.</summary>
/// <param name="ChannelSteps">Channels, or vectors of them where lanes are channels.</param>
internal sealed record PoolingPlan(
    string Name, ShapedPooling Layer, LaneMeaning LaneMeaning, int Lanes, int ChannelSteps, BufferStrides Source, BufferStrides Target);

/// <summary>
/// The input gradient of a pooling layer for a block, multiplied by the derivative of the activation that made its input, and written
/// over that input.
/// </summary>
internal sealed record PoolingGradientPlan(string Name, ShapedPooling Layer, int Lanes, ActivationFunction Derivative);

/// <summary>The gradient of a layer's biases: each channel's pixels summed.</summary>
internal sealed record BiasGradientPlan(string Name, int Channels, int Pixels, int Lanes)
{
    /// <summary>Channels summed side by side, so that additions that wait for each other have others beside them.</summary>
    public int Depth => Math.Min(Channels, 8);

    public int ScratchLength => Pixels == 1 ? 0 : Depth * NetworkPlan.BlockLanes;
}
