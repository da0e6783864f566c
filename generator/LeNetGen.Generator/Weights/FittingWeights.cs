using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Weights;

/// <summary>The parameters of a network, out of a file that has every one of them.</summary>
internal sealed class FittingWeights
{
    private readonly (NeededTensor Needed, WeightTensor Found)[] _tensors;

    private FittingWeights(NetworkWeights weights, (NeededTensor Needed, WeightTensor Found)[] tensors)
    {
        (File, Export) = (weights.File, weights.Export);
        _tensors = tensors;
    }

    /// <summary>The file's name.</summary>
    public string File { get; }

    /// <summary>What the names of exported functions start with; empty for none.</summary>
    public string Export { get; }

    /// <summary>The tensors, in the order of the network's parameters.</summary>
    public IEnumerable<(NeededTensor Needed, WeightTensor Found)> Tensors => _tensors;

    /// <summary>The weights that fit a network; null where there are none, or some that do not.</summary>
    public static FittingWeights? Of(ShapedNetwork network, IEnumerable<NetworkWeights> weights)
    {
        NetworkWeights[] own = [.. weights.Where(candidate => candidate.Network == network.Type.FullName)];
        if (own.Length != 1 || WeightsChecks.ProblemsOf(network, own[0]).Any())
            return null;
        return new FittingWeights(own[0], [.. NeededTensor.Of(network).Select(needed => (needed, own[0].Find(needed.Name)!))]);
    }

    /// <summary>The bit pattern of a parameter.</summary>
    /// <param name="parameter">Its index in the network's flat parameters.</param>
    public string BitsOf(int parameter)
    {
        foreach ((NeededTensor needed, WeightTensor found) in _tensors)
        {
            if (parameter < needed.Offset + needed.Length)
                return found.BitsOf(parameter - needed.Offset);
        }

        throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "The network has fewer parameters.");
    }
}
