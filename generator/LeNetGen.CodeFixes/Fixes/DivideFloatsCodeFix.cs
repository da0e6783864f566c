using System.Composition;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.CodeFixes;

/// <summary>Makes floats of integers whose quotient, cut off after the point, is a scale of 0.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DivideFloatsCodeFix))]
[Shared]
public sealed class DivideFloatsCodeFix() : NetworkCodeFix(DeclarationDescriptors.ScaleZero)
{
    private protected override IEnumerable<Remedy> Propose(Fault fault)
    {
        if (fault.At<BinaryExpressionSyntax>() is not { RawKind: (int)SyntaxKind.DivideExpression } quotient
            || !IsInteger(quotient.Left) || !IsInteger(quotient.Right))
            yield break;
        yield return Remedy.Of(
            $"Divide floats: {quotient.Left}f / {quotient.Right}f",
            "DivideFloats",
            fault.Tree,
            [new TextChange(new TextSpan(quotient.Left.Span.End, 0), "f"), new TextChange(new TextSpan(quotient.Right.Span.End, 0), "f")]);
    }

    /// <summary>Whether an f can stand behind it: it is written in decimal digits alone.</summary>
    private static bool IsInteger(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax { Token: { Value: int, Text: var text } }
        && text.All(digit => digit is (>= '0' and <= '9') or '_');
}
