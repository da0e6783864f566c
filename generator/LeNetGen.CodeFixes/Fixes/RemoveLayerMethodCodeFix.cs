using System.Composition;
using LeNetGen.CodeFixes.Editing;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.CodeFixes;

/// <summary>Removes a layer that Forward never calls, unless something else mentions it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveLayerMethodCodeFix))]
[Shared]
public sealed class RemoveLayerMethodCodeFix() : NetworkCodeFix(GraphDescriptors.LayerNeverCalled)
{
    private protected override IEnumerable<Remedy> Propose(Fault fault)
    {
        if (fault.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method)
            yield break;
        IReadOnlyList<TextChange> removal = WholeLines.Remove(method);
        if (removal.Count > 0)
            yield return Remedy.Of($"Remove layer '{method.Identifier.ValueText}'", "RemoveLayerMethod", fault.Tree, removal);
    }

    private protected override async Task<bool> IsSafeAsync(Fault fault, Document document, CancellationToken cancellation)
    {
        if (fault.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } syntax
            || fault.Model.GetDeclaredSymbol(syntax, cancellation) is not { } method)
            return false;
        IEnumerable<ReferencedSymbol> uses =
            await SymbolFinder.FindReferencesAsync(method, document.Project.Solution, cancellation).ConfigureAwait(false);
        return uses.All(use => !use.Locations.Any());
    }
}
