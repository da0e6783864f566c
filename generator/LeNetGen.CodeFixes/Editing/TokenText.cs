using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.CodeFixes.Editing;

/// <summary>Changes between tokens that keep the comments there.</summary>
internal static class TokenText
{
    /// <summary>Removes a token, the node behind it, and what lies between unless that has comments.</summary>
    public static IEnumerable<TextChange> Remove(SyntaxToken token, SyntaxNode next) =>
        HasComments(token.Span.End, next.SpanStart, next.SyntaxTree!)
            ? [new TextChange(token.Span, ""), new TextChange(next.Span, "")]
            : [new TextChange(TextSpan.FromBounds(token.SpanStart, next.Span.End), "")];

    /// <summary>Removes a modifier with the space behind it; what else stands before the next token stays.</summary>
    public static TextChange RemoveModifier(SyntaxToken modifier)
    {
        int next = modifier.GetNextToken().SpanStart;
        int end = HasComments(modifier.Span.End, next, modifier.SyntaxTree!) ? modifier.Span.End : next;
        return new TextChange(TextSpan.FromBounds(modifier.SpanStart, end), "");
    }

    /// <summary>Whether anything but white space and a comma lies between two tokens.</summary>
    public static bool HasComments(int start, int end, SyntaxTree tree)
    {
        string between = tree.GetText().ToString(TextSpan.FromBounds(start, end));
        return between.Replace(",", "").Trim().Length > 0;
    }
}
