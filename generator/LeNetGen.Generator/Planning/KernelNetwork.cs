using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>
/// A network as its kernels are planned: a subsampling is a pooling that adds up, and a convolution by one number for each channel; a
/// convolution whose kernel covers the whole input is a dense layer of the flattened image.
/// </summary>
/// <param name="Network">The network of these layers.</param>
/// <param name="Origins">
/// The index, in the network as it is declared, of what each layer is or is the last half of; <see cref="FirstHalf"/> of a first half.
/// </param>
internal sealed record KernelNetwork(ShapedNetwork Network, EquatableArray<int> Origins)
{
    /// <summary>Stands for no layer in <see cref="Origins"/>.</summary>
    public const int FirstHalf = -1;

    public static KernelNetwork Of(ShapedNetwork network)
    {
        if (!network.Layers.Any(layer => layer is ShapedSubsampling or ShapedConvolution { CoversInput: true }))
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
            if (HalvesOf(layer) is (ShapedLayer first, ShapedLayer last))
            {
                layers.Add(first with { Name = NameOf(first.Name, names), Inputs = inputs });
                origins.Add(FirstHalf);
                layer = last;
                inputs = new[] { layers.Count - 1 }.ToEquatableArray();
            }

            places[index] = layers.Count;
            layers.Add(layer with { Inputs = inputs });
            origins.Add(index);
        }

        return new KernelNetwork(network with { Layers = layers.ToEquatableArray() }, origins.ToEquatableArray());
    }

    private static (ShapedLayer First, ShapedLayer Last)? HalvesOf(ShapedLayer layer) => layer switch
    {
        ShapedSubsampling subsampling => (subsampling.Sums, Scaling(subsampling)),
        ShapedConvolution { CoversInput: true } convolution => (
            new ShapedFlatten(layer.Name + "_Flat", layer.Input, TensorShape.Vector(layer.Input.Length), layer.ParameterOffset),
            Dense(convolution)),
        _ => null,
    };

    private static ShapedDense Dense(ShapedConvolution layer) => new(
        layer.Name, TensorShape.Vector(layer.Input.Length), TensorShape.Vector(layer.Output.Channels), layer.Activation,
        layer.ParameterOffset)
    {
        Kernel = layer.Kernel,
        Bias = layer.Bias,
        Unroll = layer.Unroll,
        Method = layer.Method,
        SharesWith = layer.SharesWith,
    };

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
