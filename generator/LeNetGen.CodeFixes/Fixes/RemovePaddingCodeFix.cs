using System.Composition;
using LeNetGen.CodeFixes.Editing;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeNetGen.CodeFixes;

/// <summary>Removes the pads beside Padding.Same, or Padding.Same beside the pads.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemovePaddingCodeFix))]
[Shared]
public sealed class RemovePaddingCodeFix() : NetworkCodeFix(DeclarationDescriptors.PadBesideSame)
{
    private protected override IEnumerable<Remedy> Propose(Fault fault)
    {
        if (fault.Node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
            yield break;
        AttributeArgumentSyntax[] pads = [.. AttributeText.Pads(attribute)];
        string names = string.Join(" and ", pads.Select(pad => pad.NameEquals!.Name.Identifier.ValueText));
        yield return Remedy.Of($"Remove {names}", "RemovePads", fault.Tree, pads.SelectMany(AttributeText.Remove));
        if (AttributeText.Setting(attribute, "Padding") is { } padding)
            yield return Remedy.Of("Remove Padding = Padding.Same", "RemovePaddingSame", fault.Tree, AttributeText.Remove(padding));
    }
}
