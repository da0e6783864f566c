using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Declaration;

/// <summary>Reads a class with its attributes into a record that knows nothing of the compiler.</summary>
internal static class NetworkReader
{
    /// <summary>The declaration that a [Network] attribute starts, or null where another attribute has started it already.</summary>
    public static NetworkDeclaration? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        // A second [Network] is an error of the compiler's; it must not make a second file of the same name.
        return context.TargetSymbol is INamedTypeSymbol type
            && NetworkAttributes.Of(type) is { } attributes
            && attributes.Network.ApplicationSyntaxReference is { } start
            && start.SyntaxTree == context.TargetNode.SyntaxTree
            && context.TargetNode.Span.Contains(start.Span)
                ? Read(type, attributes, cancellation)
                : null;
    }

    public static NetworkDeclaration? Read(INamedTypeSymbol type, NetworkAttributes attributes, CancellationToken cancellation)
    {
        if (type.TypeKind != TypeKind.Class)
            return null;
        var network = new AttributeArguments(attributes.Network);
        AttributeArguments? input = attributes.Input is null ? null : new AttributeArguments(attributes.Input);
        (EquatableArray<LayerDeclaration> layers, bool areReadable) = LayerReader.Read(attributes.Layers, cancellation);
        ISet<string> usedNames = ClassMembers.NamesUsedBy(type, NetworkBase(attributes));
        return new NetworkDeclaration(
            TypeReader.Read(type),
            InputDeclaration.Read(network, input),
            layers,
            layers.Select(layer => layer.Name).Where(usedNames.Contains).Distinct().ToEquatableArray(),
            OwnMembers(type).ToEquatableArray(),
            Problems(type, attributes).ToEquatableArray(),
            attributes.IsComplete && areReadable && network.IsReadable && input is not { IsReadable: false })
        {
            Kernel = InitializerDeclaration.Read(network, "Kernel"),
            Bias = InitializerDeclaration.Read(network, "Bias"),
        };
    }

    private static IEnumerable<Problem> Problems(INamedTypeSymbol type, NetworkAttributes attributes)
    {
        if (TypeReader.ProblemOf(type) is { } problem)
        {
            yield return problem;
            yield break;
        }

        SyntaxNode? declaration = attributes.Network.ApplicationSyntaxReference?.GetSyntax().Parent?.Parent;
        for (int i = 0; i < attributes.Layers.Count; i++)
        {
            if (attributes.Layers[i].ApplicationSyntaxReference?.GetSyntax().Parent?.Parent == declaration)
                continue;
            yield return Problem.Of(DeclarationDescriptors.SpreadAttributes, Anchor.OfLayer(i), type.Name);
            break;
        }

        foreach (string member in OwnMembers(type))
        {
            yield return Problem.Of(
                DeclarationDescriptors.OwnMember, Anchor.OfMember(member), type.Name, member.Replace(".ctor", type.Name));
        }
    }

    private static IEnumerable<string> OwnMembers(INamedTypeSymbol type)
    {
        IEnumerable<string> members = ClassMembers.WrittenIn(type).Select(GainedMembers.CollidingWith).OfType<string>();
        return GainedMembers.Names.Contains(type.Name) ? members.Prepend(type.Name).Distinct() : members.Distinct();
    }

    private static INamedTypeSymbol? NetworkBase(NetworkAttributes attributes) =>
        attributes.Network.AttributeClass?.ContainingAssembly.GetTypeByMetadataName("LeNetGen.Network");
}
