using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.CodeFixes.Editing;

/// <summary>Removes members and statements with the lines that they stand on; comments around them stay.</summary>
internal static class WholeLines
{
    /// <summary>The changes that remove a node, its documentation included; none where preprocessor directives run through it.</summary>
    public static IReadOnlyList<TextChange> Remove(SyntaxNode node)
    {
        if (node.DescendantTrivia().Any(trivia => trivia.IsDirective && trivia.SpanStart > node.SpanStart))
            return [];
        SourceText text = node.SyntaxTree.GetText();
        var removed = new List<TextSpan>();
        foreach (SyntaxTrivia documentation in node.GetLeadingTrivia().Where(trivia => trivia.HasStructure && !trivia.IsDirective))
            removed.Add(WithLines(documentation.FullSpan, text));
        TextSpan last = WithLines(node.Span, text);

        // Documentation mostly stands right above, and is then one piece with the node.
        while (removed.Count > 0 && removed[removed.Count - 1].End == last.Start)
        {
            last = TextSpan.FromBounds(removed[removed.Count - 1].Start, last.End);
            removed.RemoveAt(removed.Count - 1);
        }

        removed.Add(WithBlankLine(last, text));
        return [.. removed.Select(span => new TextChange(span, ""))];
    }

    /// <summary>The lines of a span; where other things stand on them, the span alone and the space beside it.</summary>
    private static TextSpan WithLines(TextSpan span, SourceText text)
    {
        TextLine first = text.Lines.GetLineFromPosition(span.Start), last = text.Lines.GetLineFromPosition(span.End);
        bool startsLine = SourceLines.IsBlank(text, first.Start, span.Start);
        if (startsLine && span.End == last.Start)
            return TextSpan.FromBounds(first.Start, span.End);
        if (startsLine && SourceLines.IsBlank(text, span.End, last.End))
            return TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak);

        int start = span.Start, end = span.End;
        if (startsLine)
        {
            while (end < last.End && char.IsWhiteSpace(text[end]))
                end++;
        }
        else
        {
            while (start > first.Start && char.IsWhiteSpace(text[start - 1]))
                start--;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>Lines to be removed, with one blank line if they would otherwise leave two, or one beside a brace.</summary>
    private static TextSpan WithBlankLine(TextSpan lines, SourceText text)
    {
        TextLine above = text.Lines.GetLineFromPosition(lines.Start), below = text.Lines.GetLineFromPosition(lines.End);
        if (above.LineNumber == 0 || above.Start != lines.Start || below.Start != lines.End)
            return lines;
        above = text.Lines[above.LineNumber - 1];
        bool opens = above.ToString().TrimEnd().EndsWith("{", StringComparison.Ordinal);
        bool closes = below.ToString().TrimStart().StartsWith("}", StringComparison.Ordinal);
        if (SourceLines.IsBlank(below) && (opens || SourceLines.IsBlank(above)))
            return TextSpan.FromBounds(lines.Start, below.EndIncludingLineBreak);
        return closes && SourceLines.IsBlank(above) ? TextSpan.FromBounds(above.Start, lines.End) : lines;
    }
}
