using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Declaration.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeNetGen.Generator.Diagnostics;

/// <summary>Finds in the source what a problem is anchored to.</summary>
internal sealed class AnchorLocator(INamedTypeSymbol type, NetworkAttributes attributes, GraphReading? graph)
{
    /// <summary>The narrowest place for an anchor: an argument that is written, else the attribute or call, else the class's name.</summary>
    public Location Find(Anchor anchor) => (anchor.Kind switch
    {
        AnchorKind.Network => InAttribute(attributes.Network, anchor.Name),
        AnchorKind.Input => InAttribute(attributes.Input ?? attributes.Network, anchor.Name),
        AnchorKind.Deploy => InAttribute(attributes.Deploy ?? attributes.Network, anchor.Name),
        AnchorKind.Layer when graph is null || attributes.Layers.Count > 0 => InAttribute(attributes.Layers[anchor.Index], anchor.Name),
        AnchorKind.Layer => InCall(graph.Calls[anchor.Index].Site, anchor.Name),
        AnchorKind.Method => graph?.Methods[anchor.Index].Symbol.Locations.FirstOrDefault(),
        AnchorKind.MethodAttribute when graph is not null =>
            InAttribute(graph.Methods[anchor.Index].Attributes[anchor.Attribute], anchor.Name),
        AnchorKind.Forward => graph?.Forward?.Locations.FirstOrDefault(),
        AnchorKind.Place => graph?.Places[anchor.Index],
        AnchorKind.ContainingType => ContainingType(anchor.Name),
        AnchorKind.Modifier => Modifier(anchor.Name),
        AnchorKind.TypeParameters => First(declaration => declaration.TypeParameterList),
        AnchorKind.BaseClass => First(declaration => declaration.BaseList?.Types.FirstOrDefault()),
        AnchorKind.PrimaryConstructor => First(declaration => declaration.ParameterList),
        AnchorKind.Member => Member(anchor.Name),
        _ => null,
    }) ?? ClassName;

    private Location ClassName => NetworkDeclarationSyntax?.Identifier.GetLocation() ?? type.Locations[0];

    /// <summary>The partial declaration that carries [Network].</summary>
    private TypeDeclarationSyntax? NetworkDeclarationSyntax =>
        attributes.Network.ApplicationSyntaxReference?.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>();

    private static Location? InAttribute(AttributeData attribute, string? argument)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax syntax)
            return null;
        if (argument is null || syntax.ArgumentList is not { } list)
            return syntax.GetLocation();

        int position = attribute.AttributeConstructor?.Parameters.FirstOrDefault(parameter => parameter.Name == argument)?.Ordinal ?? -1;
        AttributeArgumentSyntax? written = list.Arguments.FirstOrDefault(candidate => NameOf(candidate) == argument)
            ?? list.Arguments.Where((candidate, index) => index == position && NameOf(candidate) is null).FirstOrDefault();
        return (written?.Expression ?? (SyntaxNode)syntax).GetLocation();
    }

    /// <summary>What a layer's attribute is given lies there; what does not come from an argument lies at the call.</summary>
    private static Location? InCall(CallSite site, string? argument) => argument is not null && site.Method is { } method
        ? InAttribute(method.Attributes[0], argument)
        : ((argument is null ? null : site.Argument(argument)) ?? site.Syntax).GetLocation();

    private static string? NameOf(AttributeArgumentSyntax argument) =>
        (argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText;

    private Location? ContainingType(string? name) => NetworkDeclarationSyntax?.Ancestors()
        .OfType<TypeDeclarationSyntax>()
        .FirstOrDefault(declaration => declaration.Identifier.ValueText == name)?
        .Identifier.GetLocation();

    private Location? Modifier(string? modifier) => ClassMembers.DeclarationsOf(type)
        .SelectMany(declaration => declaration.Modifiers)
        .Where(token => token.ValueText == modifier)
        .Select(token => token.GetLocation())
        .FirstOrDefault();

    private Location? Member(string? name) => ClassMembers.WrittenIn(type)
        .FirstOrDefault(member => GainedMembers.Written(member) == name)?
        .Locations.FirstOrDefault();

    private Location? First(Func<TypeDeclarationSyntax, SyntaxNode?> choose) =>
        ClassMembers.DeclarationsOf(type).Select(choose).FirstOrDefault(node => node is not null)?.GetLocation();
}
