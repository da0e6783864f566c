using LeNetGen.Generator.Declaration;

namespace LeNetGen.Generator.Shapes;

/// <summary>A declaration in which every shape has been worked out and nothing is wrong.</summary>
internal sealed record ShapedNetwork(NetworkType Type, InputDeclaration Input, EquatableArray<ShapedLayer> Layers)
{
    public TensorShape Output => Layers[Layers.Count - 1].Output;

    public int ParameterCount => Layers.Sum(layer => layer.ParameterCount);

    public long MultiplyAdds => Layers.Sum(layer => layer.MultiplyAdds);
}
