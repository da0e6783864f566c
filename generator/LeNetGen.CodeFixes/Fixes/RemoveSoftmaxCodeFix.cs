using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.CodeFixes;

/// <summary>Removes a softmax that is not that of the last layer.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveSoftmaxCodeFix))]
[Shared]
public sealed class RemoveSoftmaxCodeFix : SoftmaxCodeFix
{
    private protected override IEnumerable<Remedy> Propose(Fault fault)
    {
        IReadOnlyList<TextChange> removal = Removal(fault);
        if (removal.Count > 0)
            yield return Remedy.Of("Remove the softmax", "RemoveSoftmax", fault.Tree, removal);
    }
}
