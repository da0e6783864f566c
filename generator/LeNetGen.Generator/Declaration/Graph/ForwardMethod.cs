using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Declaration.Graph;

/// <summary>Finds the method that says how layers are connected.</summary>
internal static class ForwardMethod
{
    public const string Name = "Forward";

    /// <summary>A class's Forward, right or wrong; null where it has none.</summary>
    /// <param name="type">The class.</param>
    /// <param name="isNeeded">Whether layers are methods, so that any method of the name must be meant.</param>
    public static IMethodSymbol? Of(INamedTypeSymbol type, bool isNeeded)
    {
        IMethodSymbol[] candidates = ClassMembers.WrittenIn(type)
            .OfType<IMethodSymbol>()
            .Where(method => method is { Name: Name, MethodKind: MethodKind.Ordinary } && !method.GetAttributes().Any(LayerReader.IsLayer))
            .ToArray();
        return candidates.FirstOrDefault(method => FaultOf(method) is null)
            ?? candidates.FirstOrDefault(method => isNeeded || IsOfNodes(method));
    }

    /// <summary>What is wrong with its signature; null where the compiler does not know a type.</summary>
    public static Problem? ProblemOf(IMethodSymbol forward) =>
        !MethodSignature.HasUnknownTypes(forward) && FaultOf(forward) is { } fault
            ? Problem.Of(GraphDescriptors.ForwardSignature, Anchor.Forward, forward.ContainingType.Name, fault)
            : null;

    private static string? FaultOf(IMethodSymbol method) =>
        MethodSignature.FaultOf(method) ?? (MethodSignature.IsPartial(method) ? "is partial" : null);

    private static bool IsOfNodes(IMethodSymbol method) =>
        NetworkAttributes.IsRuntime(method.ReturnType, "Node")
        || method.Parameters.Any(parameter => NetworkAttributes.IsRuntime(parameter.Type, "Node"));
}
