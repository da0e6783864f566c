using LeNetGen.Generator.Emission;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Declaration.Graph;

/// <summary>Attributes as expressions that make them anew, from the constants that they are given.</summary>
internal static class AttributeExpression
{
    /// <summary>Such as <c>new global::LeNetGen.Conv2DAttribute(8, 3) { Padding = global::LeNetGen.Padding.Same }</c>.</summary>
    public static string Of(AttributeData attribute)
    {
        string type = attribute.AttributeClass?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) ?? "object";
        string arguments = string.Join(", ", attribute.ConstructorArguments.Select(ValueOf));
        string properties = string.Join(", ", attribute.NamedArguments.Select(argument => $"{argument.Key} = {ValueOf(argument.Value)}"));
        return $"new {type}({arguments})" + (properties.Length == 0 ? "" : $" {{ {properties} }}");
    }

    private static string ValueOf(TypedConstant constant) => constant switch
    {
        { Kind: TypedConstantKind.Enum } => MemberOf(constant),
        { Kind: TypedConstantKind.Array, IsNull: false } => $"new[] {{ {string.Join(", ", constant.Values.Select(ValueOf))} }}",
        { Kind: not TypedConstantKind.Primitive } => "default!",
        { Value: int value } => Literal.Of(value),
        { Value: float value } => Literal.Of(value),
        { Value: double value } => DoubleOf(value),
        { Value: string value } => Literal.Of(value),
        { Value: bool value } => value ? "true" : "false",
        _ => "default!",
    };

    private static string DoubleOf(double value) =>
        double.IsNaN(value) || double.IsInfinity(value) ? $"(double){Literal.Of((float)value)}" : Literal.Of(value);

    private static string MemberOf(TypedConstant constant)
    {
        string type = constant.Type!.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        IFieldSymbol? member = constant.Type.GetMembers()
            .OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, constant.Value));
        return member is null ? FormattableString.Invariant($"({type})({constant.Value})") : $"{type}.{member.Name}";
    }
}
