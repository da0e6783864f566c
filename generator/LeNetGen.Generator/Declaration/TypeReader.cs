using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LeNetGen.Generator.Declaration;

/// <summary>Reads what emitted code must know to reopen a class, and whether the class can be a network at all.</summary>
internal static class TypeReader
{
    /// <summary>The oldest C# that all emitted text is written in.</summary>
    public const LanguageVersion OldestLanguage = LanguageVersion.CSharp10;

    public static NetworkType Read(INamedTypeSymbol type)
    {
        string @namespace = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(NamespaceFormat);
        var containing = new List<string>();
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            containing.Insert(0, $"partial {KeywordOf(outer)} {DisplayNameOf(outer)}");
        if (LanguageOf(type) < OldestLanguage && @namespace.Length > 0)
        {
            // A namespace for a whole file came with C# 10; an older compiler would report it in place of the cause.
            containing.Insert(0, $"namespace {@namespace}");
            @namespace = "";
        }

        return new NetworkType(@namespace, containing.ToEquatableArray(), type.Name)
        {
            HintName = HintNames.Of(type),
            DisplayName = DisplayNameOf(type),
            Keyword = KeywordOf(type),
            Form = FormOf(type),
            CanGainConstructors = !HasPrimaryConstructor(type) && (IsPlain(type.BaseType) || HasDefaultConstructor(type.BaseType!)),
        };
    }

    /// <summary>What keeps the class from being a network, or null.</summary>
    public static Problem? ProblemOf(INamedTypeSymbol type)
    {
        if (LanguageOf(type) is var language && language < OldestLanguage)
        {
            return Problem.Of(
                DeclarationDescriptors.LanguageTooOld,
                Anchor.OfNetwork(),
                type.Name,
                language.ToDisplayString(),
                OldestLanguage.ToDisplayString());
        }

        if (!IsPartial(type))
            return Problem.Of(DeclarationDescriptors.ClassNotPartial, Anchor.Class, type.Name);
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (!IsPartial(outer))
                return Outside(DeclarationDescriptors.ContainingTypeNotPartial, outer);
            if (outer.IsFileLocal)
                return Outside(DeclarationDescriptors.FileLocal, outer);
        }

        if (type.IsFileLocal)
            return Problem.Of(DeclarationDescriptors.FileLocal, Anchor.OfModifier("file"), type.Name, type.Name);
        if (type.IsStatic)
            return Problem.Of(DeclarationDescriptors.ForbiddenModifier, Anchor.OfModifier("static"), type.Name, "static");
        if (type.IsRecord)
            return Problem.Of(DeclarationDescriptors.Record, Anchor.Class, type.Name);
        if (type.IsAbstract)
            return Problem.Of(DeclarationDescriptors.ForbiddenModifier, Anchor.OfModifier("abstract"), type.Name, "abstract");
        if (type.IsGenericType && type.TypeParameters.Length > 0)
            return Problem.Of(DeclarationDescriptors.Generic, Anchor.TypeParameters, type.Name);
        if (!IsPlain(type.BaseType))
            return Problem.Of(DeclarationDescriptors.OtherBaseClass, Anchor.BaseClass, type.Name, type.BaseType!.Name);
        if (HasPrimaryConstructor(type))
            return Problem.Of(DeclarationDescriptors.PrimaryConstructor, Anchor.PrimaryConstructor, type.Name);
        return null;

        Problem Outside(DiagnosticDescriptor descriptor, INamedTypeSymbol outer) =>
            Problem.Of(descriptor, Anchor.OfContainingType(outer.Name), type.Name, outer.Name);
    }

    private static TypeForm FormOf(INamedTypeSymbol type)
    {
        // Not even members that throw can be written without annotations for null.
        if (LanguageOf(type) < LanguageVersion.CSharp8)
            return TypeForm.Closed;
        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (!IsPartial(outer) || outer.IsFileLocal)
                return TypeForm.Closed;
        }

        if (type.IsStatic)
            return TypeForm.Static;
        return type.IsRecord || !IsPlain(type.BaseType) || HasPrimaryConstructor(type) ? TypeForm.Underived : TypeForm.Network;
    }

    private static LanguageVersion LanguageOf(INamedTypeSymbol type) => ClassMembers.DeclarationsOf(type)
        .Select(declaration => ((CSharpParseOptions)declaration.SyntaxTree.Options).LanguageVersion)
        .DefaultIfEmpty(OldestLanguage)
        .First();

    private static bool IsPartial(INamedTypeSymbol type) =>
        ClassMembers.DeclarationsOf(type).All(declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static bool HasPrimaryConstructor(INamedTypeSymbol type) =>
        ClassMembers.DeclarationsOf(type).Any(declaration => declaration.ParameterList is not null);

    private static bool HasDefaultConstructor(INamedTypeSymbol type) => type.InstanceConstructors.Any(constructor =>
        constructor.DeclaredAccessibility != Accessibility.Private && constructor.Parameters.All(parameter => parameter.IsOptional));

    /// <summary>Whether a base class is the one that a network has anyhow, or one that the compiler does not know and reports.</summary>
    private static bool IsPlain(INamedTypeSymbol? baseType) => baseType switch
    {
        null or { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Error } => true,
        _ => baseType.MetadataName == "Network" && NetworkAttributes.IsRuntime(baseType),
    };

    private static string KeywordOf(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
        { IsRecord: true } => "record",
        { TypeKind: TypeKind.Struct } => "struct",
        { TypeKind: TypeKind.Interface } => "interface",
        _ => "class",
    };

    private static string DisplayNameOf(INamedTypeSymbol type)
    {
        string parameters = string.Join(", ", type.TypeParameters.Select(parameter => Identifier.Escape(parameter.Name)));
        return Identifier.Escape(type.Name) + (parameters.Length == 0 ? "" : $"<{parameters}>");
    }

    private static readonly SymbolDisplayFormat NamespaceFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);
}
