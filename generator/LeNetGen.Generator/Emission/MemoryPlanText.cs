using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Emission;

/// <summary>Where the activations of one image lie, for the documentation of a network that only predicts.</summary>
internal static class MemoryPlanText
{
    /// <summary>A line for the parameters, one for the memory, and one for each layer whose output has a place of its own.</summary>
    public static IEnumerable<string> LinesOf(ShapedNetwork network)
    {
        DeploymentCost cost = DeploymentCost.Of(network);
        LayerOutput[] outputs =
        [
            .. SinglePlanner.Plan(network, NetworkPlan.BlockLanes).Outputs
                .Where(output => output.Place.Memory == Memory.Workspace),
        ];
        yield return $"{Literal.Grouped(cost.ParameterBytes)} bytes of parameters, packed, in the read-only data of the program.";
        yield return $"{Literal.Grouped(cost.WorkingBytes)} bytes of memory for a prediction: the image, and at the widest vectors";
        int longest = outputs.Select(output => network.Layers[output.Layer].Name.Length).DefaultIfEmpty().Max();
        for (int i = 0; i < outputs.Length; i++)
        {
            string name = network.Layers[outputs[i].Layer].Name.PadRight(longest);
            long start = (long)outputs[i].Place.Offset * sizeof(float);

            // The image is the first of the places.
            long end = start + cost.Places[i + 1].Cost;
            yield return $"  {name}  bytes {Literal.Grouped(start)} to {Literal.Grouped(end)}";
        }
    }
}
