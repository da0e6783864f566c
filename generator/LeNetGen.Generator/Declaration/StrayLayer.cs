using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Declaration;

/// <summary>Finds layers of a type that is no network, where nothing reads them.</summary>
internal static class StrayLayer
{
    /// <summary>The first layer attribute, or [Input], of a type without [Network] or of its methods; null if it has none.</summary>
    public static AttributeData? Of(INamedTypeSymbol type)
    {
        // One that the compiler does not know may be a misspelt [Network].
        if (type.GetAttributes().Any(attribute => attribute.AttributeClass is null or { TypeKind: TypeKind.Error }))
            return null;
        return type.GetAttributes()
            .Concat(ClassMembers.WrittenIn(type).OfType<IMethodSymbol>().SelectMany(method => method.GetAttributes()))
            .FirstOrDefault(attribute => LayerReader.IsLayer(attribute) || NetworkAttributes.KindOf(attribute) == "Input");
    }
}
