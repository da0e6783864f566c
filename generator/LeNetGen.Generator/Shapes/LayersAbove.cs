using LeNetGen.Generator.Declaration;

namespace LeNetGen.Generator.Shapes;

/// <summary>The layers whose shapes are known so far; below one that does not fit, those that read it are not.</summary>
internal sealed class LayersAbove
{
    private readonly TensorShape? _input;
    private readonly List<ShapedLayer?> _layers = [];

    /// <summary>Starts with nothing but the network's input.</summary>
    /// <param name="network">The network.</param>
    /// <param name="isInputKnown">Whether the input's shape is sound.</param>
    public LayersAbove(NetworkDeclaration network, bool isInputKnown)
    {
        if (!isInputKnown)
            return;
        var input = new TensorShape(network.Input.Channels, network.Input.Height, network.Input.Width);
        _input = input;
        Activations = input.Length;
    }

    /// <summary>Elements of the input and of all outputs.</summary>
    public long Activations { get; private set; }

    public int ParameterCount { get; private set; }

    /// <summary>The layers; only those of a sound network are all there.</summary>
    public IEnumerable<ShapedLayer> Layers => _layers.OfType<ShapedLayer>();

    /// <summary>A layer by its index; null where its shape is not known.</summary>
    public ShapedLayer? this[int index] => _layers[index];

    /// <summary>Whether everything is known that a layer's shape depends on.</summary>
    public bool AreKnown(LayerDeclaration layer) => layer.Inputs.Count > 0
        && layer.Inputs.All(input => ShapeOf(input) is not null)
        && (layer.SharesWith is not { } owner || _layers[owner] is not null);

    /// <summary>What a layer writes, or the network's input; null where it is not known.</summary>
    public TensorShape? ShapeOf(int index) => index == ShapedNetwork.InputIndex ? _input : index < 0 ? null : _layers[index]?.Output;

    /// <summary>Where a shape comes from, in words.</summary>
    public string OriginOf(int index) => Origin.Of(index == ShapedNetwork.InputIndex ? null : _layers[index]!.Name);

    /// <summary>Adds the next layer; null where its shape is not known.</summary>
    public void Add(ShapedLayer? layer)
    {
        _layers.Add(layer);
        if (layer is null)
            return;
        Activations += layer.Output.Length;
        ParameterCount += layer.ParameterCount;
    }

    /// <summary>Adds a call that is left out of the network, and costs nothing; null where its shape is not known.</summary>
    public void AddLeftOut(ShapedLayer? layer) => _layers.Add(layer);
}
