using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeNetGen.Generator.Declaration;

/// <summary>The values of an attribute's arguments, by the name of the constructor's parameter or of the property.</summary>
internal sealed class AttributeArguments : WrittenArguments
{
    public AttributeArguments(AttributeData attribute)
    {
        for (int i = 0; i < attribute.ConstructorArguments.Length && i < attribute.AttributeConstructor?.Parameters.Length; i++)
            Add(attribute.AttributeConstructor.Parameters[i].Name, attribute.ConstructorArguments[i]);
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
            Add(argument.Key, argument.Value);

        // An argument that does not bind is absent from the attribute's values, and its default must not be mistaken for it.
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;
        int written = syntax?.ArgumentList?.Arguments.Count ?? 0;
        IsReadable &= attribute.AttributeConstructor is not null && written == Count;
    }

    /// <summary>Whether every argument that is written has a value.</summary>
    public bool IsReadable { get; private set; } = true;

    private void Add(string name, TypedConstant constant)
    {
        IsReadable &= constant.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum;
        Add(name, constant.Kind == TypedConstantKind.Array ? null : constant.Value);
    }
}
