using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;

namespace LeNetGen.Generator.Shapes;

/// <summary>What is worth knowing of a network with which nothing is wrong.</summary>
internal static class SoundChecks
{
    public static IEnumerable<Problem> Of(NetworkDeclaration declaration, ShapedNetwork network)
    {
        // What a method's attribute causes at each of its calls is told once.
        var told = new HashSet<(string, string)>();
        for (int i = 0; i < network.Layers.Count; i++)
        {
            Problem? problem = OfLayer(declaration.Layers[i], i, network);
            if (problem is not null && (declaration.Layers[i].Method is not { } method || told.Add((problem.Id, method))))
                yield return problem;
        }

        if (OfOutputs(network) is { } ofOutputs)
            yield return ofOutputs;
    }

    private static Problem? OfLayer(LayerDeclaration layer, int index, ShapedNetwork network) => layer switch
    {
        ConvolutionDeclaration convolution => WindowChecks.Of(convolution.Window, index, network),
        PoolingDeclaration pooling => WindowChecks.Of(pooling.Window, index, network),
        SubsamplingDeclaration subsampling => WindowChecks.Of(subsampling.Window, index, network),
        FlattenDeclaration when network.Layers[index].Input is { IsVector: true } input => Problem.Of(
            ShapeDescriptors.FlattenOfVector, Anchor.OfLayer(index), layer.Name, input.Length, network.OriginOf(index)),
        _ => null,
    };

    /// <summary>What happens to the scores of classes at the very end.</summary>
    private static Problem? OfOutputs(ShapedNetwork network)
    {
        int last = network.Layers.Count - 1;
        if (network.Layers[last] is ShapedDropout)
            return Problem.Of(DeclarationDescriptors.DropoutLast, Anchor.OfLayer(last), network.Layers[last].Name);

        // An image is no score of classes, unless it is only flattened into them.
        if (!network.Output.IsVector)
            return null;
        while (last >= 0 && network.Layers[last] is ShapedFlatten)
            last = network.Layers[last].Inputs[0];
        return last >= 0 && network.Layers[last] is { Activation.Kind: Activation.ReLU } layer
            ? Problem.Of(ShapeDescriptors.ReluLast, Anchor.OfLayer(last, nameof(Activation)), layer.Name)
            : null;
    }
}
