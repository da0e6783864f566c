using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>
/// A network as its kernels are planned: a subsampling is a pooling that adds up, and a convolution by one number for each channel.
/// </summary>
/// <param name="Network">The network of these layers.</param>
/// <param name="Origins">The index, in the network as it is declared, of what each layer is or is the last half of; null of a first half.</param>
internal sealed record KernelNetwork(ShapedNetwork Network, EquatableArray<int> Origins)
{
    /// <summary>Stands for no layer in <see cref="Origins"/>.</summary>
    public const int FirstHalf = -1;

    public static KernelNetwork Of(ShapedNetwork network)
    {
        if (!network.Layers.Any(layer => layer is ShapedSubsampling))
            return new KernelNetwork(network, Enumerable.Range(0, network.Layers.Count).ToEquatableArray());
        var names = new HashSet<string>(network.Layers.Select(layer => layer.Name), StringComparer.Ordinal);
        var layers = new List<ShapedLayer>();
        var origins = new List<int>();

        // Where each declared layer has gone.
        var places = new int[network.Layers.Count];
        for (int index = 0; index < places.Length; index++)
        {
            ShapedLayer layer = network.Layers[index];
            EquatableArray<int> inputs = layer.Inputs.Select(input => input < 0 ? input : places[input]).ToEquatableArray();
            if (layer is ShapedSubsampling subsampling)
            {
                layers.Add(subsampling.Sums with { Name = NameOf(subsampling.Sums.Name, names), Inputs = inputs });
                origins.Add(FirstHalf);
                layer = Scaling(subsampling);
                inputs = new[] { layers.Count - 1 }.ToEquatableArray();
            }

            places[index] = layers.Count;
            layers.Add(layer with { Inputs = inputs });
            origins.Add(index);
        }

        return new KernelNetwork(network with { Layers = layers.ToEquatableArray() }, origins.ToEquatableArray());
    }

    private static ShapedConvolution Scaling(ShapedSubsampling layer) => new(
        layer.Name, layer.Output, layer.Output, layer.Activation, layer.ParameterOffset, 1, 1, 1, 1, default)
    {
        Connections = BinaryTable.Diagonal(layer.Output.Channels),
        Kernel = layer.Kernel,
        Bias = layer.Bias,
        Method = layer.Method,
        SharesWith = layer.SharesWith,
    };

    /// <summary>A name that no other layer has.</summary>
    private static string NameOf(string name, HashSet<string> names)
    {
        while (!names.Add(name))
            name += "_";
        return name;
    }
}
