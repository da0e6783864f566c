using LeNetGen.Generator.Diagnostics;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Weights;

/// <summary>Whether the parameters that a project names for a network are those of that network.</summary>
internal static class WeightsChecks
{
    /// <summary>What is wrong with the weights that a project has for a network, or with having none.</summary>
    public static IEnumerable<Problem> Of(ShapedNetwork network, NetworkMode mode, IEnumerable<NetworkWeights> weights)
    {
        string name = network.Type.FullName;
        NetworkWeights[] own = [.. weights.Where(candidate => candidate.Network == name)];
        if (own.Length == 0)
        {
            return mode == NetworkMode.Inference && network.ParameterCount > 0
                ? [Problem.Of(WeightsDescriptors.Missing, Anchor.Class, network.Type.Name, name)]
                : [];
        }

        return own.Length == 1
            ? ProblemsOf(network, own[0])
            : [Problem.Of(WeightsDescriptors.Several, Anchor.Class, network.Type.Name, own[0].File, own[1].File)];
    }

    /// <summary>What of a file does not fit a network.</summary>
    public static IEnumerable<Problem> ProblemsOf(ShapedNetwork network, NetworkWeights weights)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (NeededTensor needed in NeededTensor.Of(network))
        {
            names.Add(needed.Name);
            string layer = network.Layers[needed.Layer].Name;
            Anchor anchor = Anchor.OfLayer(needed.Layer);
            if (weights.Find(needed.Name) is not { } found)
                yield return Problem.Of(WeightsDescriptors.TensorMissing, anchor, layer, weights.File, needed.Name, needed.Shape);
            else if (found.Shape != needed.Shape)
            {
                yield return Problem.Of(
                    WeightsDescriptors.TensorShape, anchor, layer, needed.Name, weights.File, found.Shape, needed.Shape);
            }
        }

        foreach (WeightTensor extra in weights.Tensors.Where(tensor => !names.Contains(tensor.Name)))
        {
            yield return Problem.Of(
                WeightsDescriptors.TensorUnknown, Anchor.Class, network.Type.Name, weights.File, extra.Name, extra.Shape);
        }
    }
}
