using LeNetGen.Generator.Declaration.Graph;
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
                ? Read(type, attributes, context.SemanticModel.Compilation, cancellation)?.Declaration
                : null;
    }

    public static NetworkReading? Read(
        INamedTypeSymbol type, NetworkAttributes attributes, Compilation compilation, CancellationToken cancellation)
    {
        if (type.TypeKind != TypeKind.Class)
            return null;
        var network = new AttributeArguments(attributes.Network);
        AttributeArguments? input = attributes.Input is null ? null : new AttributeArguments(attributes.Input);
        (EquatableArray<LayerDeclaration> stack, bool areReadable) = LayerReader.Read(attributes.Layers, cancellation);
        GraphReading? graph = GraphReader.Read(type, attributes, compilation, cancellation);
        Problem[] problems = ProblemsOf(type, attributes, graph).ToArray();
        var declaration = new NetworkDeclaration(
            TypeReader.Read(type),
            InputDeclaration.Read(network, input),
            graph is null || stack.Count > 0 ? stack : graph.Calls.Take(graph.ReachedCount).Select(call => call.Layer).ToEquatableArray(),
            TakenNames(type, attributes, stack, graph).ToEquatableArray(),
            OwnMembers(type, graph is not null).ToEquatableArray(),
            problems.ToEquatableArray(),
            attributes.IsComplete && areReadable && network.IsReadable
                && input is not { IsReadable: false } && graph is not { IsReadable: false })
        {
            Graph = graph?.Declaration,
            LeftOut = graph is null ? default : graph.Calls.Skip(graph.ReachedCount).Select(call => call.Layer).ToEquatableArray(),
            IsConnected = graph is not { IsComplete: false } && !problems.Any(IsOfOrder),
            Kernel = InitializerDeclaration.Read(network, "Kernel"),
            Bias = InitializerDeclaration.Read(network, "Bias"),
        };
        return new NetworkReading(declaration, graph);
    }

    private static IEnumerable<Problem> ProblemsOf(INamedTypeSymbol type, NetworkAttributes attributes, GraphReading? graph)
    {
        if ((TypeReader.ProblemOf(type) ?? SpreadOf(type, attributes)) is { } problem)
            yield return problem;
        foreach (Problem ofGraph in graph?.Problems ?? [])
            yield return ofGraph;
    }

    private static Problem? SpreadOf(INamedTypeSymbol type, NetworkAttributes attributes)
    {
        SyntaxNode? declaration = DeclarationOf(attributes.Network);
        for (int i = 0; i < attributes.Layers.Count; i++)
        {
            if (DeclarationOf(attributes.Layers[i]) != declaration)
                return Problem.Of(DeclarationDescriptors.SpreadAttributes, Anchor.OfLayer(i), type.Name);
        }

        return null;
    }

    /// <summary>The partial declaration that an attribute stands on.</summary>
    private static SyntaxNode? DeclarationOf(AttributeData attribute) => attribute.ApplicationSyntaxReference?.GetSyntax().Parent?.Parent;

    /// <summary>Layers on several declarations have no order, so nothing can be said of what each one reads.</summary>
    private static bool IsOfOrder(Problem problem) => problem.Id == DeclarationDescriptors.SpreadAttributes.Id;

    private static IEnumerable<string> OwnMembers(INamedTypeSymbol type, bool isGraph)
    {
        ISet<string> names = GainedMembers.NamesInAnyMode(isGraph);
        return ClassMembers.WrittenIn(type)
            .Select(GainedMembers.Written)
            .Prepend(type.Name)
            .Where(member => names.Contains(GainedMembers.NameOf(member)))
            .Distinct();
    }

    private static IEnumerable<string> TakenNames(
        INamedTypeSymbol type, NetworkAttributes attributes, IEnumerable<LayerDeclaration> stack, GraphReading? graph)
    {
        ISet<string> usedNames = ClassMembers.NamesUsedBy(type, NetworkBase(attributes), graph is not null);
        return stack.Select(layer => layer.Name)
            .Concat((graph?.Declaration.Methods ?? default).Select(method => method.Property))
            .Where(usedNames.Contains)
            .Distinct();
    }

    private static INamedTypeSymbol? NetworkBase(NetworkAttributes attributes) =>
        attributes.Network.AttributeClass?.ContainingAssembly.GetTypeByMetadataName("LeNetGen.Network");
}
