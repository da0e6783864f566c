using System.Composition;
using LeNetGen.CodeFixes.Editing;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeNetGen.CodeFixes;

/// <summary>Pads the input of a kernel or pooling window that is too large for it, or that leaves out its end.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetPaddingSameCodeFix))]
[Shared]
public sealed class SetPaddingSameCodeFix() : NetworkCodeFix(
    ShapeDescriptors.KernelTooLarge, ShapeDescriptors.PoolTooLarge, ShapeDescriptors.EdgeLeftOut)
{
    private protected override IEnumerable<Remedy> Propose(Fault fault)
    {
        // A function of LeNetGen.Layers has no padding, and Padding.Same suffers no pads beside it.
        if (fault.Node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute || AttributeText.Pads(attribute).Any())
            yield break;
        string same = Spelling.OfValue("Padding", "Same", attribute, fault.Model);
        yield return Remedy.Of(
            "Set Padding = Padding.Same", "SetPaddingSame", fault.Tree, [AttributeText.Set(attribute, "Padding", same)]);
    }
}
