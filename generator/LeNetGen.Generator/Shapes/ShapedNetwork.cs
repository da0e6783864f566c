using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Declaration.Graph;

namespace LeNetGen.Generator.Shapes;

/// <summary>A declaration in which every shape has been worked out and nothing is wrong.</summary>
internal sealed record ShapedNetwork(NetworkType Type, InputDeclaration Input, EquatableArray<ShapedLayer> Layers)
{
    public const int InputIndex = -1;

    /// <summary>What the class declares by methods; null where its layers are attributes.</summary>
    public GraphDeclaration? Graph { get; init; }

    /// <summary>The shape of the network's input.</summary>
    public TensorShape InputShape => new(Input.Channels, Input.Height, Input.Width);

    /// <summary>Whether every layer reads what the one before it writes.</summary>
    public bool IsSequential => Enumerable.Range(0, Layers.Count).All(i => Layers[i].Inputs.Count == 1 && Layers[i].Inputs[0] == i - 1);

    public TensorShape Output => Layers[Layers.Count - 1].Output;

    public int ParameterCount => Layers.Sum(layer => layer.ParameterCount);

    /// <summary>Where the shape that a layer reads comes from, the first one if it reads several, in words.</summary>
    public string OriginOf(int layer) => Origin.Of(Layers[layer].Inputs[0] is >= 0 and var input ? Layers[input].Name : null);

    public long MultiplyAdds => Layers.Sum(layer => layer.MultiplyAdds);
}
