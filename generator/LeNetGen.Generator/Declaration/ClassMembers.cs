using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeNetGen.Generator.Declaration;

/// <summary>The names that a class uses already, as its author wrote it: the analyzer also sees what the generator has added.</summary>
internal static class ClassMembers
{
    private static readonly string GeneratorName = typeof(NetworkGenerator).FullName!;

    /// <summary>The members that the author declares, constructors included.</summary>
    public static IEnumerable<ISymbol> WrittenIn(INamedTypeSymbol type) =>
        type.GetMembers().Where(member => !member.IsImplicitlyDeclared && IsWritten(member));

    /// <summary>Whether a member, or this part of one, is the author's.</summary>
    public static bool IsWritten(ISymbol member) => member.DeclaringSyntaxReferences.Any(IsWritten);

    /// <summary>The partial declarations that the author writes.</summary>
    public static IEnumerable<TypeDeclarationSyntax> DeclarationsOf(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .Where(IsWritten)
        .Select(reference => reference.GetSyntax())
        .OfType<TypeDeclarationSyntax>();

    /// <summary>Whether a declaration stands in a file that is not this generator's.</summary>
    private static bool IsWritten(SyntaxReference declaration)
    {
        // The compiler puts generated files, on disk or not, into a folder of the generator's name.
        string path = declaration.SyntaxTree.FilePath;
        int file = path.LastIndexOfAny(['/', '\\']);
        return file < 0 || !path.Substring(0, file).EndsWith(GeneratorName, StringComparison.Ordinal);
    }

    /// <summary>Every name that a layer's property cannot have.</summary>
    public static ISet<string> NamesUsedBy(INamedTypeSymbol type, INamedTypeSymbol? networkBase, bool isGraph)
    {
        ISet<string> names = GainedMembers.NamesInAnyMode(isGraph);
        names.Add(type.Name);
        names.UnionWith(type.TypeParameters.Select(parameter => parameter.Name));
        names.UnionWith(WrittenIn(type).Select(member => member.Name));
        for (INamedTypeSymbol? ancestor = networkBase; ancestor is not null; ancestor = ancestor.BaseType)
            names.UnionWith(ancestor.GetMembers().Where(IsInherited).Select(member => member.Name));
        return names;
    }

    private static bool IsInherited(ISymbol member) =>
        member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
}
