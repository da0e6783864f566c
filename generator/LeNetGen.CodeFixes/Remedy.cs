using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.CodeFixes;

/// <summary>One way to mend a declaration.</summary>
/// <param name="Title">What a light bulb says.</param>
/// <param name="Key">What is the same of all remedies that Fix All applies together.</param>
/// <param name="Edits">The edits, none of which overlaps another.</param>
internal sealed record Remedy(string Title, string Key, IReadOnlyList<SourceEdit> Edits)
{
    public static Remedy Of(string title, string key, SyntaxTree tree, IEnumerable<TextChange> changes) =>
        new(title, key, [.. changes.Select(change => new SourceEdit(tree, change))]);
}
