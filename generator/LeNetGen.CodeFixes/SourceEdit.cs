using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.CodeFixes;

/// <summary>A change of a file's text. Text is edited rather than syntax, so that nothing else in the file moves.</summary>
internal readonly record struct SourceEdit(SyntaxTree Tree, TextChange Change)
{
    /// <summary>Whether both change the same text, or one changes text that the other inserts into.</summary>
    public bool CollidesWith(SourceEdit other)
    {
        TextSpan mine = Change.Span, theirs = other.Change.Span;
        return Tree == other.Tree && (mine.Start == theirs.Start || (mine.Start < theirs.End && theirs.Start < mine.End));
    }
}
