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
            Add(attribute.AttributeConstructor.Parameters[i].Name, attribute.ConstructorArguments[i]);
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
            Add(argument.Key, argument.Value);

        // An argument that does not bind is absent from the attribute's values, and its default must not be mistaken for it.
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;
        int written = syntax?.ArgumentList?.Arguments.Count ?? 0;
        IsReadable &= attribute.AttributeConstructor is not null && written == _values.Count;
    }

    /// <summary>Whether every argument that is written has a value.</summary>
    public bool IsReadable { get; private set; } = true;

    public int Integer(string name, int otherwise = 0) => OptionalInteger(name) ?? otherwise;

    /// <summary>The first of some arguments that is written; the last one, with a value of its own, where none is.</summary>
    public DeclaredNumber FirstWritten(int otherwise, params string[] names)
    {
        string name = names.FirstOrDefault(_values.ContainsKey) ?? names[names.Length - 1];
        return new DeclaredNumber(name, Integer(name, otherwise));
    }

    /// <summary>Those of some arguments that are written.</summary>
    public EquatableArray<DeclaredNumber> Written(params string[] names) =>
        names.Where(_values.ContainsKey).Select(name => new DeclaredNumber(name, Integer(name))).ToEquatableArray();

    public int? OptionalInteger(string name) => _values.TryGetValue(name, out object? value) ? value as int? : null;

    public float Single(string name, float otherwise) => OptionalSingle(name) ?? otherwise;

    public float? OptionalSingle(string name) => _values.TryGetValue(name, out object? value) ? value as float? : null;

    public string? Text(string name) => _values.TryGetValue(name, out object? value) ? value as string : null;

    public Activation Activation() => (Activation)Integer("Activation", (int)Declaration.Activation.None);

    private void Add(string name, TypedConstant constant)
    {
        IsReadable &= constant.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum;
        _values[name] = constant.Kind == TypedConstantKind.Array ? null : constant.Value;
    }
}
