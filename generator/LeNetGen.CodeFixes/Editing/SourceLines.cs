using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.CodeFixes.Editing;

/// <summary>Where lines start, how they are indented, and how a file ends them.</summary>
internal static class SourceLines
{
    public static bool IsFirstOnLine(SyntaxNode node, SourceText text) =>
        IsBlank(text, text.Lines.GetLineFromPosition(node.SpanStart).Start, node.SpanStart);

    public static bool IsBlank(SourceText text, int start, int end) =>
        string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(start, end)));

    public static bool IsBlank(TextLine line) => string.IsNullOrWhiteSpace(line.ToString());

    /// <summary>A line break and the white space that the line of a position starts with.</summary>
    public static string BreakBefore(int position, SourceText text)
    {
        TextLine line = text.Lines.GetLineFromPosition(position);
        string content = line.ToString();
        return BreakOf(line, text) + content.Substring(0, content.Length - content.TrimStart().Length);
    }

    /// <summary>Where a node starts, or the first of the comments that stand right above it, which are about it.</summary>
    public static int StartWithComments(SyntaxNode node, SourceText text)
    {
        TextLine line = text.Lines.GetLineFromPosition(node.SpanStart);
        int start = node.SpanStart;
        while (line.LineNumber > 0)
        {
            line = text.Lines[line.LineNumber - 1];
            string content = line.ToString();
            string comment = content.TrimStart();
            bool isComment = comment.StartsWith("//", StringComparison.Ordinal) && !comment.StartsWith("///", StringComparison.Ordinal);
            if (!isComment || line.Start < node.FullSpan.Start)
                break;
            start = line.Start + content.Length - comment.Length;
        }

        return start;
    }

    /// <summary>How the file ends lines hereabouts: the line above has a break, which the last one may lack.</summary>
    private static string BreakOf(TextLine line, SourceText text)
    {
        if (line.LineNumber > 0)
            line = text.Lines[line.LineNumber - 1];
        return line.End == line.EndIncludingLineBreak ? "\n" : text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
    }
}
