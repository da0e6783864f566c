using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.CodeFixes.Editing;

/// <summary>Changes of the text of attributes that leave all other text as it is.</summary>
internal static class AttributeText
{
    /// <summary>The argument that sets a property; null where none does.</summary>
    public static AttributeArgumentSyntax? Setting(AttributeSyntax attribute, string property) =>
        ArgumentsOf(attribute).FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property);

    /// <summary>The arguments that set pads.</summary>
    public static IEnumerable<AttributeArgumentSyntax> Pads(AttributeSyntax attribute) => ArgumentsOf(attribute).Where(argument =>
        argument.NameEquals?.Name.Identifier.ValueText is "Pad" or "PadTop" or "PadBottom" or "PadLeft" or "PadRight");

    /// <summary>Sets a property, which may be set already.</summary>
    public static TextChange Set(AttributeSyntax attribute, string property, string value)
    {
        if (Setting(attribute, property) is { } written)
            return new TextChange(written.Expression.Span, value);
        string setting = $"{property} = {value}";
        if (attribute.ArgumentList is not { } list)
            return Insertion(attribute.Name.Span.End, $"({setting})");

        // Behind the constructor's arguments, the comments on them included.
        if (list.Arguments.LastOrDefault(argument => argument.NameEquals is null) is { } last)
            return Insertion(EndOf(last), $", {setting}");
        return Insertion(list.OpenParenToken.Span.End, list.Arguments.Count == 0 ? setting : $"{setting}, ");
    }

    /// <summary>Takes an argument out, with a comma; comments around it stay.</summary>
    public static IEnumerable<TextChange> Remove(AttributeArgumentSyntax argument)
    {
        var list = (AttributeArgumentListSyntax)argument.Parent!;
        SyntaxToken before = argument.GetFirstToken().GetPreviousToken();
        if (before.IsKind(SyntaxKind.CommaToken))
            return TokenText.Remove(before, argument);

        // The first one: with the comma behind it, if there is one, and the space behind that.
        if (list.Arguments.Count == 1)
            return [Removal(argument.Span)];
        SyntaxToken comma = argument.GetLastToken().GetNextToken();
        return TokenText.HasComments(argument.Span.End, comma.GetNextToken().SpanStart, argument.SyntaxTree)
            ? [Removal(argument.Span), Removal(comma.Span)]
            : [Removal(TextSpan.FromBounds(argument.SpanStart, comma.GetNextToken().SpanStart))];
    }

    /// <summary>Takes an attribute out, with its line where it has one; none where preprocessor directives run through it.</summary>
    public static IReadOnlyList<TextChange> Remove(AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count == 1)
            return WholeLines.Remove(list);
        SyntaxToken before = attribute.GetFirstToken().GetPreviousToken();
        if (before.IsKind(SyntaxKind.CommaToken))
            return [.. TokenText.Remove(before, attribute)];

        // The first of several: with the comma behind it, up to the next.
        SyntaxToken comma = attribute.GetLastToken().GetNextToken();
        int next = comma.GetNextToken().SpanStart;
        return TokenText.HasComments(attribute.Span.End, next, attribute.SyntaxTree)
            ? [Removal(attribute.Span), Removal(comma.Span)]
            : [Removal(TextSpan.FromBounds(attribute.SpanStart, next))];
    }

    /// <summary>Inserts an attribute before another one, on a line of its own where that one has one.</summary>
    public static TextChange InsertBefore(AttributeSyntax attribute, string inserted)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        SourceText text = attribute.SyntaxTree.GetText();
        if (list.Attributes.Count > 1)
        {
            string separator = SourceLines.IsFirstOnLine(attribute, text) ? SourceLines.BreakBefore(attribute.SpanStart, text) : " ";
            return Insertion(attribute.SpanStart, $"{inserted},{separator}");
        }

        if (SourceLines.IsFirstOnLine(list, text))
        {
            int start = SourceLines.StartWithComments(list, text);
            return Insertion(start, $"[{inserted}]{SourceLines.BreakBefore(start, text)}");
        }

        bool isSpaced = char.IsWhiteSpace(text[list.SpanStart - 1]);
        return Insertion(list.SpanStart, $"[{inserted}]{(isSpaced ? " " : "")}");
    }

    private static int EndOf(AttributeArgumentSyntax argument) => argument.GetTrailingTrivia()
        .Where(trivia => trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
        .Select(trivia => trivia.Span.End)
        .Append(argument.Span.End)
        .Max();

    private static SeparatedSyntaxList<AttributeArgumentSyntax> ArgumentsOf(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments ?? default;

    private static TextChange Insertion(int position, string text) => new(new TextSpan(position, 0), text);

    private static TextChange Removal(TextSpan span) => new(span, "");
}
