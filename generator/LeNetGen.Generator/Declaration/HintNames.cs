using System.Globalization;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Declaration;

/// <summary>Names for the files that are emitted for a class.</summary>
internal static class HintNames
{
    /// <summary>What stands between a name and the number that tells it from others; no name has it.</summary>
    public const char Distinction = '-';

    /// <summary>
    /// The qualified name, such as <c>Samples.Outer`1.LeNet</c>. The compiler compares hint names without regard to case, so a class
    /// that shares its name with another but for the case gets a number besides.
    /// </summary>
    public static string Of(INamedTypeSymbol type)
    {
        string name = "";
        bool isAmbiguous = false;
        for (INamespaceOrTypeSymbol? part = type; part is not (null or INamespaceSymbol { IsGlobalNamespace: true }); part = Around(part))
        {
            name = name.Length == 0 ? part.MetadataName : $"{part.MetadataName}.{name}";
            isAmbiguous |= Around(part)?.GetMembers().Any(sibling => IsTwin(sibling, part)) == true;
        }

        return isAmbiguous ? $"{name}{Distinction}{Fingerprint($"{(type.IsRecord ? "record " : "")}{name}")}" : name;
    }

    private static INamespaceOrTypeSymbol? Around(INamespaceOrTypeSymbol part) =>
        (INamespaceOrTypeSymbol?)part.ContainingType ?? part.ContainingNamespace;

    private static bool IsTwin(ISymbol sibling, ISymbol part) =>
        sibling is INamespaceOrTypeSymbol
        && string.Equals(sibling.MetadataName, part.MetadataName, StringComparison.OrdinalIgnoreCase)
        && !SymbolEqualityComparer.Default.Equals(sibling, part);

    /// <summary>A number that depends on the text alone (FNV-1a, 32 bits), unlike <see cref="object.GetHashCode"/>.</summary>
    private static string Fingerprint(string text)
    {
        uint hash = 2166136261;
        foreach (char character in text)
            hash = unchecked((hash ^ character) * 16777619);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
