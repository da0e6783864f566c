using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace LeNetGen.Generator.Declaration;

/// <summary>Names as C# writes them.</summary>
internal static class Identifier
{
    /// <summary>
    /// The name with an <c>@</c> where it could be mistaken for a keyword, contextual ones included. Names of small Latin letters get
    /// one too, because the compiler warns (CS8981) that they may become keywords.
    /// </summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None
        || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
        || name.All(character => character is >= 'a' and <= 'z')
            ? "@" + name
            : name;

    /// <summary>Whether a text can name a member. Format characters, which C# ignores in names, would make two names one.</summary>
    public static bool IsValid(string text) =>
        SyntaxFacts.IsValidIdentifier(text) && !text.Any(character => char.GetUnicodeCategory(character) == UnicodeCategory.Format);
}
