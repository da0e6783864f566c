using System.Composition;
using LeNetGen.CodeFixes.Editing;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeNetGen.CodeFixes;

/// <summary>Removes a slope or constant that would have no effect, or a name that the method has already.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveArgumentCodeFix))]
[Shared]
public sealed class RemoveArgumentCodeFix() : NetworkCodeFix(
    DeclarationDescriptors.SlopeWithoutLeakyReLU, DeclarationDescriptors.ConstantWithoutInitializer, GraphDescriptors.NameOnMethod)
{
    private protected override IEnumerable<Remedy> Propose(Fault fault)
    {
        if (fault.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument)
        {
            yield return Remedy.Of(
                $"Remove {fault.Problem.Anchor.Name}", "RemoveArgument", fault.Tree, AttributeText.Remove(argument));
        }
    }

    /// <summary>A layer may have two constants without effect; they differ in the other arguments of the message.</summary>
    private protected override bool Helps(Fault fault, IReadOnlyList<Problem> after) => !after.Contains(fault.Problem);
}
