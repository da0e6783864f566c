using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Weights;

/// <summary>A parameter tensor as a network's layer needs it.</summary>
/// <param name="Layer">The index of the layer that owns it.</param>
/// <param name="Name">Its name in a weights file.</param>
/// <param name="Shape">Its dimensions, such as <c>[6, 1, 5, 5]</c>.</param>
/// <param name="Offset">Where it starts in the network's flat parameters.</param>
/// <param name="Length">Its elements.</param>
internal readonly record struct NeededTensor(int Layer, string Name, string Shape, int Offset, int Length)
{
    /// <summary>All tensors of a network, in the order of its parameters.</summary>
    public static IEnumerable<NeededTensor> Of(ShapedNetwork network)
    {
        for (int i = 0; i < network.Layers.Count; i++)
        {
            if (network.Layers[i] is not WeightedLayer { SharesWith: null } layer)
                continue;
            Operand weight = ParameterPlace.Weight(layer, Memory.Parameters), bias = ParameterPlace.Bias(layer, Memory.Parameters);
            yield return new NeededTensor(i, layer.Name + ".weight", weight.Shape, weight.Offset, layer.WeightCount);
            yield return new NeededTensor(i, layer.Name + ".bias", bias.Shape, bias.Offset, layer.Output.Channels);
        }
    }
}
