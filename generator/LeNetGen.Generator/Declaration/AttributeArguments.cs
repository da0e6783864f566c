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
        IsReadable &= attribute.AttributeConstructor is not null && (written == Count || written == Count + Spread(attribute));
    }

    /// <summary>Whether every argument that is written has a value.</summary>
    public bool IsReadable { get; private set; } = true;

    /// <summary>How many more arguments are written than values are bound, where those of a params parameter stand by themselves.</summary>
    private static int Spread(AttributeData attribute) =>
        attribute.AttributeConstructor?.Parameters.LastOrDefault() is { IsParams: true }
        && attribute.ConstructorArguments.LastOrDefault() is { Kind: TypedConstantKind.Array, IsNull: false } spread
            ? spread.Values.Length - 1
            : 0;

    private void Add(string name, TypedConstant constant)
    {
        if (constant is { Kind: TypedConstantKind.Array, IsNull: false })
        {
            IsReadable &= constant.Values.All(element => element.Kind == TypedConstantKind.Primitive);
            Add(name, constant.Values.Select(element => element.Value as string).ToArray());
            return;
        }

        // A string that is null is a primitive, an array that is null is an array.
        IsReadable &= constant.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum or TypedConstantKind.Array;
        Add(name, constant.Kind == TypedConstantKind.Array ? null : constant.Value);
    }
}
