using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LeNetGen.CodeFixes;

/// <summary>
/// Fix All for every fix: all remedies of one kind in a document, project or solution. What two of them both do is done once, such as
/// making the type around two networks partial.
/// </summary>
internal sealed class EveryRemedy : FixAllProvider
{
    public static readonly EveryRemedy Instance = new();

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var fix = (NetworkCodeFix)context.CodeFixProvider;
        var edits = new SourceEdits();
        string? title = null;
        foreach (Document document in DocumentsOf(context))
        {
            ImmutableArray<Diagnostic> diagnostics = await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            foreach (Diagnostic diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
            {
                foreach (Remedy remedy in await fix.FindAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false))
                {
                    if (remedy.Key != context.CodeActionEquivalenceKey)
                        continue;
                    title ??= remedy.Title;
                    edits.Add(remedy);
                }
            }
        }

        Solution solution = context.Solution;
        return title is null
            ? null
            : CodeAction.Create(title, _ => Task.FromResult(edits.ApplyTo(solution)), context.CodeActionEquivalenceKey);
    }

    private static IEnumerable<Document> DocumentsOf(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Document => context.Document is { } document ? [document] : [],
        FixAllScope.Project => context.Project.Documents,
        FixAllScope.Solution => context.Solution.Projects.SelectMany(project => project.Documents),
        _ => [],
    };
}
