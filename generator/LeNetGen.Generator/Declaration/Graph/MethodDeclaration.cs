namespace LeNetGen.Generator.Declaration.Graph;

/// <summary>A method of a network's class that is a layer, right or wrong.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Signature">The header of the part that the generator writes; null where it cannot write one.</param>
/// <param name="Parameter">The parameter as C# writes it.</param>
/// <param name="Attribute">The layer attribute as an expression that makes it.</param>
/// <param name="IsLayer">Whether there is a layer attribute.</param>
/// <param name="HasParameters">Whether the layer has parameters, so that the class gains a property for them.</param>
internal sealed record MethodDeclaration(
    string Name, string? Signature, string Parameter, string Attribute, bool IsLayer, bool HasParameters)
{
    /// <summary>Whether its author has written documentation, which the generator's part must not replace.</summary>
    public bool IsDocumented { get; init; }

    /// <summary>The property for the parameters of a layer that is this method.</summary>
    public string Property => PropertyOf(Name);

    /// <summary>The property for the parameters of a method's layer: the layer's own name is the method's.</summary>
    public static string PropertyOf(string method) => method + "Parameters";
}
