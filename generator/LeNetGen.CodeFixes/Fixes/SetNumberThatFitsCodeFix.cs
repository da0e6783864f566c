using System.Composition;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.CodeFixes;

/// <summary>Sets a size or pad to the number that the message names: the largest that fits, or the smallest that there is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetNumberThatFitsCodeFix))]
[Shared]
public sealed class SetNumberThatFitsCodeFix() : NetworkCodeFix(
    ShapeDescriptors.SizeNotPositive,
    ShapeDescriptors.PadOutOfRange,
    ShapeDescriptors.KernelTooLarge,
    ShapeDescriptors.PoolTooLarge,
    ShapeDescriptors.TooManyElements,
    ShapeDescriptors.TooManyParameters,
    ShapeDescriptors.PadImpossible,
    ShapeDescriptors.PadBeyondPool,
    ShapeDescriptors.PixelsSkipped)
{
    private protected override IEnumerable<Remedy> Propose(Fault fault)
    {
        // Where the argument is not written, all of the attribute is underlined.
        bool isArgument = fault.At<ExpressionSyntax>() is { Parent: AttributeArgumentSyntax or ArgumentSyntax };
        if (!isArgument || fault.Problem is not { Remedy: { } number, Anchor.Name: { } argument })
            yield break;
        yield return Remedy.Of(
            FormattableString.Invariant($"Set {argument} to {number}"),
            "SetNumberThatFits",
            fault.Tree,
            [new TextChange(fault.Node.Span, FormattableString.Invariant($"{number}"))]);
    }

    /// <summary>A layer's height may be wrong and, unnoticed until that is mended, its width.</summary>
    private protected override bool Helps(Fault fault, IReadOnlyList<Problem> after) =>
        !after.Any(problem => problem.Id == fault.Problem.Id && problem.Anchor == fault.Problem.Anchor);
}
