using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.CodeFixes;

/// <summary>The edits of several remedies in one go.</summary>
internal sealed class SourceEdits
{
    private readonly List<SourceEdit> _edits = [];

    public bool IsEmpty => _edits.Count == 0;

    /// <summary>Adds a remedy, or nothing of it where it gets in the way of an earlier one. What both do is done once.</summary>
    public void Add(Remedy remedy)
    {
        SourceEdit[] added = [.. remedy.Edits.Where(edit => !_edits.Contains(edit))];
        if (!added.Any(edit => _edits.Any(edit.CollidesWith)))
            _edits.AddRange(added);
    }

    public Compilation ApplyTo(Compilation compilation)
    {
        foreach (IGrouping<SyntaxTree, SourceEdit> edits in _edits.GroupBy(edit => edit.Tree))
            compilation = compilation.ReplaceSyntaxTree(edits.Key, edits.Key.WithChangedText(Changed(edits)));
        return compilation;
    }

    public Solution ApplyTo(Solution solution)
    {
        Solution changed = solution;
        foreach (IGrouping<SyntaxTree, SourceEdit> edits in _edits.GroupBy(edit => edit.Tree))
        {
            if (solution.GetDocumentId(edits.Key) is { } document)
                changed = changed.WithDocumentText(document, Changed(edits));
        }

        return changed;
    }

    /// <summary>A file's text after its edits; an insertion comes before a removal that starts there.</summary>
    private static SourceText Changed(IGrouping<SyntaxTree, SourceEdit> edits) => edits.Key.GetText().WithChanges(edits
        .Select(edit => edit.Change)
        .OrderBy(change => change.Span.Start)
        .ThenBy(change => change.Span.End));
}
