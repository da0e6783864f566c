using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Declaration.Graph;
using LeNetGen.Generator.Diagnostics;
using LeNetGen.Generator.Weights;

namespace LeNetGen.Generator.Shapes;

/// <summary>Checks the names of layers.</summary>
internal static class NameChecks
{
    public static IEnumerable<Problem> Of(NetworkDeclaration declaration, NetworkMode mode)
    {
        // Only a network that is trained has a property for each layer.
        string[] taken = mode == NetworkMode.Training ? [.. declaration.TakenNames] : [];
        return declaration.Graph is { } graph ? OfMethods(declaration, graph, taken) : OfAttributes(declaration, taken);
    }

    /// <summary>The names of calls are our own, but the properties for parameters are named after methods.</summary>
    private static IEnumerable<Problem> OfMethods(NetworkDeclaration declaration, GraphDeclaration graph, string[] taken)
    {
        for (int i = 0; i < graph.Methods.Count; i++)
        {
            MethodDeclaration method = graph.Methods[i];
            bool gainsProperty = declaration.Layers.Any(layer => layer.HasParameters && layer.Method == method.Name);
            if (gainsProperty && taken.Contains(method.Property))
            {
                yield return Problem.Of(
                    GraphDescriptors.ParametersNameTaken, Anchor.OfMethod(i), method.Name, declaration.Type.Name, method.Property);
            }
        }
    }

    private static IEnumerable<Problem> OfAttributes(NetworkDeclaration declaration, string[] taken)
    {
        var firstUses = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < declaration.Layers.Count; i++)
        {
            LayerDeclaration layer = declaration.Layers[i];
            if (firstUses.TryGetValue(layer.Name, out int first))
            {
                // Where only the earlier layer's name was written, that is the one to change.
                (int wrong, int other) = layer.IsNamed || !declaration.Layers[first].IsNamed ? (i, first) : (first, i);
                yield return Problem.Of(
                    DeclarationDescriptors.DuplicateName, Anchor.OfLayer(wrong, "Name"), layer.Name, other + 1, wrong + 1);
                continue;
            }

            firstUses.Add(layer.Name, i);
            if (!Identifier.IsValid(layer.Name))
                yield return Problem.Of(DeclarationDescriptors.NameNotIdentifier, Anchor.OfLayer(i, "Name"), layer.Name);
            else if (taken.Contains(layer.Name))
                yield return Problem.Of(
                    DeclarationDescriptors.NameTaken, Anchor.OfLayer(i, "Name"), layer.Name, declaration.Type.Name, i + 1);
        }
    }
}
