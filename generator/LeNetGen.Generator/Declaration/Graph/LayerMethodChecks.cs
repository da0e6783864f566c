using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LeNetGen.Generator.Declaration.Graph;

/// <summary>Checks the methods that are layers, by themselves.</summary>
internal static class LayerMethodChecks
{
    /// <summary>What is wrong with a method, besides its attribute's values.</summary>
    /// <param name="method">The method.</param>
    /// <param name="index">Its index among the layers that are methods.</param>
    public static IEnumerable<Problem> Of(LayerMethod method, int index)
    {
        if (method.Attributes.Count == 0)
        {
            // Of Forward it is wrong already that it is partial; an attribute that the compiler does not know may be a misspelt layer.
            if (method.Name != ForwardMethod.Name && method.IsReadable)
                yield return Problem.Of(GraphDescriptors.MethodWithoutLayer, Anchor.OfMethod(index), method.Name);
            yield break;
        }

        if (method.Attributes.Count > 1)
        {
            yield return Problem.Of(
                GraphDescriptors.SeveralLayers,
                Anchor.OfMethodAttribute(index, 1),
                method.Name,
                NetworkAttributes.KindOf(method.Attributes[0]),
                NetworkAttributes.KindOf(method.Attributes[1]));
        }

        if (method.Attributes[0].NamedArguments.Any(argument => argument.Key == "Name"))
            yield return Problem.Of(GraphDescriptors.NameOnMethod, Anchor.OfMethodAttribute(index, 0, "Name"), method.Name);
        if (FaultOf(method) is { } fault)
            yield return Problem.Of(GraphDescriptors.LayerMethodSignature, Anchor.OfMethod(index), method.Name, fault, RemedyOf(method));
    }

    /// <summary>What is wrong with the signature; null too where the compiler itself asks for a body or does not know a type.</summary>
    private static string? FaultOf(LayerMethod method)
    {
        if (MethodSignature.HasUnknownTypes(method.Symbol))
            return null;
        if (MethodSignature.FaultOf(method.Symbol) is { } fault)
            return fault;
        if (MethodSignature.IsPartial(method.Symbol))
            return method.IsImplemented ? "has a body, which is the generator's to write" : null;
        return MethodSignature.HasBody(method.Symbol) ? "has a body and is not partial" : null;
    }

    private static string RemedyOf(LayerMethod method)
    {
        string parameter = method.Symbol.Parameters.Length == 0 ? "x" : MethodSignature.NameOf(method.Symbol.Parameters[0]);
        string accessibility = SyntaxFacts.GetText(method.Symbol.DeclaredAccessibility);
        return $"{accessibility} static partial Node {method.Name}(Node {parameter});";
    }
}
