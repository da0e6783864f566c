using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Declaration.Graph;

/// <summary>A method of a network's class that is a layer, or that the class leaves to the generator like one.</summary>
internal sealed class LayerMethod
{
    private LayerMethod(IMethodSymbol symbol, IReadOnlyList<AttributeData> attributes) => (Symbol, Attributes) = (symbol, attributes);

    public IMethodSymbol Symbol { get; }

    /// <summary>The layer attributes, top to bottom; a sound method has one.</summary>
    public IReadOnlyList<AttributeData> Attributes { get; }

    public string Name => Symbol.Name;

    /// <summary>Whether the author has written a body, in this part or the other.</summary>
    public bool IsImplemented =>
        !MethodSignature.IsPartial(Symbol) || Symbol.PartialImplementationPart is { } part && ClassMembers.IsWritten(part);

    /// <summary>Whether the compiler finds no fault with the attributes or the types of the signature.</summary>
    public bool IsReadable =>
        Symbol.GetAttributes().All(attribute => attribute.AttributeClass is { TypeKind: not TypeKind.Error })
        && Attributes.All(attribute => new AttributeArguments(attribute).IsReadable)
        && !MethodSignature.HasUnknownTypes(Symbol)
        && MethodSignature.SyntaxOf(Symbol) is null or { ContainsDiagnostics: false };

    /// <summary>The methods of a class that are layers or may be meant to be.</summary>
    public static IReadOnlyList<LayerMethod> Of(INamedTypeSymbol type) => ClassMembers.WrittenIn(type)
        .OfType<IMethodSymbol>()
        .Select(method => new LayerMethod(method, [.. method.GetAttributes().Where(LayerReader.IsLayer)]))
        .Where(method => method.Attributes.Count > 0 || method.IsLeftToGenerator)
        .ToArray();

    /// <summary>The layer as its first attribute declares it; null without one that can be read.</summary>
    public LayerDeclaration? Declare(string name) => Attributes.Count == 0 || !IsReadable
        ? null
        : LayerReader.Read(NetworkAttributes.KindOf(Attributes[0]), name, new AttributeArguments(Attributes[0])) with { Method = Name };

    public MethodDeclaration ToDeclaration() => new(
        Name,
        IsImplemented ? null : MethodSignature.HeaderOf(Symbol),
        Symbol.Parameters.Length == 0 ? "" : MethodSignature.NameOf(Symbol.Parameters[0]),
        Attributes.Count == 0 ? "" : AttributeExpression.Of(Attributes[0]),
        Attributes.Count > 0,
        Attributes.Count > 0 && Declare(Name) is { HasParameters: true })
    {
        IsDocumented = MethodSignature.IsDocumented(Symbol),
    };

    /// <summary>Whether it is a partial function of nodes that nobody implements: a layer whose attribute is missing.</summary>
    private bool IsLeftToGenerator => !IsImplemented && Symbol.Parameters.Any(parameter => MethodSignature.IsNode(parameter.Type));
}
