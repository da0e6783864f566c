using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeNetGen.Generator.Declaration;

/// <summary>The values of an attribute's arguments, by the name of the constructor's parameter or of the property.</summary>
internal sealed class AttributeArguments
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    public AttributeArguments(AttributeData attribute)
    {
        for (int i = 0; i < attribute.ConstructorArguments.Length && i < attribute.AttributeConstructor?.Parameters.Length; i++)
            Add(attribute.AttributeConstructor.Parameters[i].Name, attribute.AttributeConstructor.Parameters[i].Type, attribute.ConstructorArguments[i]);
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            var property = attribute.AttributeClass?.GetMembers(argument.Key).FirstOrDefault() as IPropertySymbol;
            Add(argument.Key, property?.Type ?? argument.Value.Type, argument.Value);
        }

        // An argument that does not bind is absent from the attribute's values, and its default must not be mistaken for it.
        int written = attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax { ArgumentList.Arguments.Count: int count } ? count : 0;
        IsReadable &= attribute.AttributeConstructor is not null && written == _values.Count;
    }

    /// <summary>Whether every argument that is written has a value.</summary>
    public bool IsReadable { get; private set; } = true;

    public int Integer(string name, int otherwise = 0) => _values.TryGetValue(name, out object? value) && value is int number ? number : otherwise;

    public float Single(string name, float otherwise) => _values.TryGetValue(name, out object? value) && value is float number ? number : otherwise;

    public string? Text(string name) => _values.TryGetValue(name, out object? value) ? value as string : null;

    public Activation Activation() => (Activation)Integer("Activation", (int)Declaration.Activation.None);

    private void Add(string name, ITypeSymbol? type, TypedConstant constant)
    {
        // A value that does not convert to the property's type, such as Padding = 7, is handed on as it is.
        IsReadable &= constant.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum
            && SymbolEqualityComparer.Default.Equals(constant.Type, type);
        _values[name] = constant.Kind == TypedConstantKind.Array ? null : constant.Value;
    }
}
