using LeNetGen.Generator.Shapes;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Declaration;

/// <summary>Reads layer attributes; the list of all kinds of layers that are attributes.</summary>
internal static class LayerReader
{
    private static readonly Dictionary<string, Func<string, WrittenArguments, LayerDeclaration>> Readers = new(StringComparer.Ordinal)
    {
        ["Conv2D"] = ConvolutionDeclaration.Read,
        ["AveragePooling2D"] = PoolingDeclaration.ReadAverage,
        ["MaxPooling2D"] = PoolingDeclaration.ReadMax,
        ["Subsampling2D"] = SubsamplingDeclaration.Read,
        ["Rbf"] = RbfDeclaration.Read,
        ["Flatten"] = FlattenDeclaration.Read,
        ["Dense"] = DenseDeclaration.Read,
        ["Dropout"] = DropoutDeclaration.Read,
    };

    public static bool IsLayer(AttributeData attribute) => Readers.ContainsKey(NetworkAttributes.KindOf(attribute));

    /// <summary>The layer of this kind, with this name.</summary>
    public static LayerDeclaration Read(string kind, string name, WrittenArguments arguments) => Readers[kind](name, arguments);

    /// <summary>The layers of a class, each reading the one above; the nameless ones are named by kind and ordinal among it.</summary>
    public static (EquatableArray<LayerDeclaration> Layers, bool AreReadable) Read(
        IEnumerable<AttributeData> attributes, CancellationToken cancellation)
    {
        var layers = new List<LayerDeclaration>();
        var ordinals = new Dictionary<string, int>(StringComparer.Ordinal);
        bool areReadable = true;
        foreach (AttributeData attribute in attributes)
        {
            cancellation.ThrowIfCancellationRequested();
            var arguments = new AttributeArguments(attribute);
            string kind = NetworkAttributes.KindOf(attribute);
            ordinals.TryGetValue(kind, out int previous);
            ordinals[kind] = previous + 1;
            string? given = arguments.Text("Name");
            string name = given ?? FormattableString.Invariant($"{kind}_{previous + 1}");
            layers.Add(Read(kind, name, arguments) with { IsNamed = given is not null });
            areReadable &= arguments.IsReadable;
        }

        return (Stack(layers), areReadable);
    }

    /// <summary>Layers each of which reads the one above it, the first one the network's input.</summary>
    public static EquatableArray<LayerDeclaration> Stack(IEnumerable<LayerDeclaration> layers) => layers
        .Select((layer, index) => layer with { Inputs = new[] { index == 0 ? ShapedNetwork.InputIndex : index - 1 }.ToEquatableArray() })
        .ToEquatableArray();
}
