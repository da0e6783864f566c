using System.Composition;
using LeNetGen.CodeFixes.Editing;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeNetGen.CodeFixes;

/// <summary>Gives a slope or constant without effect what it belongs to: the activation, or the initialiser.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseNumberCodeFix))]
[Shared]
public sealed class UseNumberCodeFix() : NetworkCodeFix(
    DeclarationDescriptors.SlopeWithoutLeakyReLU, DeclarationDescriptors.ConstantWithoutInitializer)
{
    private protected override IEnumerable<Remedy> Propose(Fault fault)
    {
        if (fault.Node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
            yield break;
        (string property, string type, string member) = fault.Problem.Anchor.Name switch
        {
            "NegativeSlope" => ("Activation", "Activation", "LeakyReLU"),
            "KernelConstant" => ("KernelInitializer", "Initializer", "Constant"),
            _ => ("BiasInitializer", "Initializer", "Constant"),
        };
        string value = Spelling.OfValue(type, member, attribute, fault.Model);
        yield return Remedy.Of(
            $"Set {property} = {type}.{member}", "UseNumber", fault.Tree, [AttributeText.Set(attribute, property, value)]);
    }

    /// <inheritdoc cref="RemoveArgumentCodeFix.Helps"/>
    private protected override bool Helps(Fault fault, IReadOnlyList<Problem> after) => !after.Contains(fault.Problem);
}
