namespace LeNetGen.Generator.Planning;

/// <summary>The gradient of a layer's biases: each channel's pixels summed.</summary>
internal sealed record BiasGradientPlan(string Name, int Channels, int Pixels, int Lanes)
{
    /// <summary>Channels summed side by side, so that additions that wait for each other have others beside them.</summary>
    public int Depth => Math.Min(Channels, 8);

    /// <summary>Floats of scratch: none where the gradient itself is 16 lanes of each channel, side by side.</summary>
    public int ScratchLength => Pixels == 1 && Lanes == NetworkPlan.BlockLanes ? 0 : Depth * NetworkPlan.BlockLanes;
}
