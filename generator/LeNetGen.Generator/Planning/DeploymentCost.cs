using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>What a network costs in a program that only predicts, at the widest vectors, which need most.</summary>
/// <param name="ParameterBytes">Bytes of packed parameters.</param>
/// <param name="WorkingBytes">Bytes of memory for the prediction of one raw image.</param>
/// <param name="Parameters">The bytes of each layer's packed parameters.</param>
/// <param name="Places">The bytes of the converted image and of each layer's output; places are used again once they are free.</param>
internal sealed record DeploymentCost(
    long ParameterBytes, long WorkingBytes, EquatableArray<LayerCost> Parameters, EquatableArray<LayerCost> Places)
{
    private const int CacheLineFloats = 16;

    public static DeploymentCost Of(ShapedNetwork network)
    {
        SinglePlanner plan = SinglePlanner.Plan(network, NetworkPlan.BlockLanes);
        int image = network.InputShape.Length + CacheLineFloats;
        IEnumerable<LayerCost> places = plan.Outputs
            .Where(output => output.Place.Memory == Memory.Workspace)
            .Select(output => new LayerCost(network.Layers[output.Layer].Name, Bytes(FloatsOf(output))));
        return new DeploymentCost(
            Bytes(plan.PackedLength),
            Bytes(plan.WorkspaceLength + CacheLineFloats + image),
            plan.Pack.Cast<LayoutStep>()
                .GroupBy(step => step.Layer!.Name, StringComparer.Ordinal)
                .Select(steps => new LayerCost(steps.Key, steps.Sum(step => Bytes(LengthOf(step)))))
                .ToEquatableArray(),
            places.Prepend(new LayerCost("the image", Bytes(image))).ToEquatableArray());
    }

    /// <summary>Floats of what a step packs.</summary>
    private static int LengthOf(LayoutStep step) => step.Places.Count == 0
        ? step.Sizes[1] * step.Sizes[2]
        : ((WeightedLayer)step.Layer!).Input.Channels * step.Sizes[1] * step.Sizes[2];

    private static int FloatsOf(LayerOutput output) =>
        output.PixelStride == 1 ? output.Shape.Length : output.Shape.Area * output.PixelStride;

    private static long Bytes(int floats) => (long)floats * sizeof(float);
}

/// <summary>What one layer costs.</summary>
internal readonly record struct LayerCost(string Layer, long Cost);
