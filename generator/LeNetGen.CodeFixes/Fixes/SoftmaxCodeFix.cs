using LeNetGen.CodeFixes.Editing;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.CodeFixes;

/// <summary>What is done about a softmax that is not that of the last layer.</summary>
public abstract class SoftmaxCodeFix : NetworkCodeFix
{
    private protected SoftmaxCodeFix()
        : base(ShapeDescriptors.SoftmaxNotLast, ShapeDescriptors.SoftmaxOfImage)
    {
    }

    /// <summary>Takes the softmax out, be it an attribute's argument or a call.</summary>
    private protected static IReadOnlyList<TextChange> Removal(Fault fault)
    {
        if (fault.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument)
            return [.. AttributeText.Remove(argument)];
        return fault.At<InvocationExpressionSyntax>() is { ArgumentList.Arguments.Count: 1 } call ? CallText.Unwrap(call) : [];
    }

    /// <summary>Moving a softmax must not make another one wrong; taking one out renames those that follow.</summary>
    private protected override bool Helps(Fault fault, IReadOnlyList<Problem> after)
    {
        return after.Count(IsOfSoftmax) < fault.Problems.Count(IsOfSoftmax);

        bool IsOfSoftmax(Problem problem) => FixableDiagnosticIds.Contains(problem.Id);
    }
}
