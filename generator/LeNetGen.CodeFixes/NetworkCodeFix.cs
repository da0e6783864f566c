using System.Collections.Immutable;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LeNetGen.CodeFixes;

/// <summary>
/// The base of all fixes: each proposes edits, and those are offered after which the generator's own rooms find the declaration better.
/// </summary>
public abstract class NetworkCodeFix : CodeFixProvider
{
    private readonly ImmutableArray<DiagnosticDescriptor> _descriptors;

    private protected NetworkCodeFix(params DiagnosticDescriptor[] descriptors) => _descriptors = [.. descriptors];

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => [.. _descriptors.Select(descriptor => descriptor.Id)];

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => EveryRemedy.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Solution solution = context.Document.Project.Solution;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (Remedy remedy in await FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                var edits = new SourceEdits();
                edits.Add(remedy);
                context.RegisterCodeFix(
                    CodeAction.Create(remedy.Title, _ => Task.FromResult(edits.ApplyTo(solution)), remedy.Key), diagnostic);
            }
        }
    }

    /// <summary>The remedies of a diagnostic that help.</summary>
    internal async Task<IReadOnlyList<Remedy>> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await Fault.FindAsync(document, diagnostic, cancellation).ConfigureAwait(false) is not { } fault
            || !await IsSafeAsync(fault, document, cancellation).ConfigureAwait(false))
            return [];
        return
        [
            .. Propose(fault).Where(remedy =>
                fault.After(remedy, cancellation) is { } after && Spares(fault, after) && Helps(fault, after)),
        ];
    }

    /// <summary>Whether what was only worth knowing has not become a mistake. An error may well have hidden others.</summary>
    private static bool Spares(Fault fault, IReadOnlyList<Problem> after)
    {
        return fault.Problem.IsError || after.Count(IsWorse) <= fault.Problems.Count(IsWorse);

        bool IsWorse(Problem problem) => problem.Severity > fault.Problem.Severity;
    }

    /// <summary>What might help.</summary>
    private protected abstract IEnumerable<Remedy> Propose(Fault fault);

    /// <summary>Whether nothing else depends on what the fix would change.</summary>
    private protected virtual Task<bool> IsSafeAsync(Fault fault, Document document, CancellationToken cancellation) =>
        Task.FromResult(true);

    /// <summary>Whether less is wrong than before. A mistake further down, where shapes were not known before, does not count.</summary>
    /// <param name="fault">What was wrong.</param>
    /// <param name="after">What would be.</param>
    private protected virtual bool Helps(Fault fault, IReadOnlyList<Problem> after)
    {
        return after.Count(IsSame) < fault.Problems.Count(IsSame);

        // The first argument of every message is the layer, class or network that it is about.
        bool IsSame(Problem problem) => problem.Id == fault.Problem.Id && problem.Arguments[0] == fault.Problem.Arguments[0];
    }
}
