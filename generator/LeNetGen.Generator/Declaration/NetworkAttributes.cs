using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Declaration;

/// <summary>The attributes of a class that make up its network, found by name and put in the order of the source.</summary>
internal sealed class NetworkAttributes
{
    public const string NetworkName = "LeNetGen.NetworkAttribute";
    private const string Namespace = "LeNetGen";
    private const string Suffix = "Attribute";

    private NetworkAttributes(AttributeData network, IEnumerable<AttributeData> attributes)
    {
        Network = network;
        Input = attributes.FirstOrDefault(attribute => KindOf(attribute) == "Input");
        Deploy = attributes.FirstOrDefault(attribute => KindOf(attribute) == "Deploy");
        Layers = attributes.Where(LayerReader.IsLayer).ToArray();
        IsComplete = attributes.All(attribute => attribute.AttributeClass is { TypeKind: not TypeKind.Error });
    }

    public AttributeData Network { get; }

    public AttributeData? Input { get; }

    public AttributeData? Deploy { get; }

    /// <summary>The layers, top to bottom.</summary>
    public IReadOnlyList<AttributeData> Layers { get; }

    /// <summary>Whether the compiler knows every attribute; one that it does not know may be a misspelt layer.</summary>
    public bool IsComplete { get; }

    /// <summary>The attributes of a class that carries [Network], or null of any other.</summary>
    public static NetworkAttributes? Of(INamedTypeSymbol type)
    {
        // The compiler calls the order of attributes insignificant; here it is the order of the layers.
        AttributeData[] attributes = type.GetAttributes()
            .Where(attribute => attribute.ApplicationSyntaxReference is not null)
            .OrderBy(attribute => attribute.ApplicationSyntaxReference!.SyntaxTree.FilePath, StringComparer.Ordinal)
            .ThenBy(attribute => attribute.ApplicationSyntaxReference!.Span.Start)
            .ToArray();
        AttributeData? network = attributes.FirstOrDefault(attribute => KindOf(attribute) == "Network");
        return network is null ? null : new NetworkAttributes(network, attributes);
    }

    /// <summary>The attribute's name without its suffix, such as <c>Conv2D</c>; empty for an attribute that is not one of ours.</summary>
    public static string KindOf(AttributeData attribute) =>
        attribute.AttributeClass is { } type && IsRuntime(type) && type.MetadataName.EndsWith(Suffix, StringComparison.Ordinal)
            ? type.MetadataName.Substring(0, type.MetadataName.Length - Suffix.Length)
            : "";

    /// <summary>Whether a type is one of the runtime's, as far as its name tells.</summary>
    public static bool IsRuntime(ITypeSymbol type) =>
        type is { ContainingType: null, ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Whether a type is the runtime's of this name, whatever its nullability.</summary>
    public static bool IsRuntime(ITypeSymbol? type, string name) =>
        type is INamedTypeSymbol { Arity: 0 } && type.Name == name && IsRuntime(type);
}
