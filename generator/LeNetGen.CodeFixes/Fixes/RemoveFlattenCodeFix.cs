using System.Composition;
using LeNetGen.CodeFixes.Editing;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.CodeFixes;

/// <summary>Removes what flattens a vector: an attribute of the class, or a call.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveFlattenCodeFix))]
[Shared]
public sealed class RemoveFlattenCodeFix() : NetworkCodeFix(ShapeDescriptors.FlattenOfVector)
{
    private protected override IEnumerable<Remedy> Propose(Fault fault)
    {
        IReadOnlyList<TextChange> removal = fault.At<AttributeSyntax>() is { } attribute
            ? AttributeText.Remove(attribute)
            : fault.At<InvocationExpressionSyntax>() is { ArgumentList.Arguments.Count: 1 } call ? CallText.Unwrap(call) : [];
        if (removal.Count > 0)
            yield return Remedy.Of($"Remove '{fault.Problem.Arguments[0]}'", "RemoveFlatten", fault.Tree, removal);
    }

    /// <summary>Without this one, those that follow have other names.</summary>
    private protected override bool Helps(Fault fault, IReadOnlyList<Problem> after)
    {
        return after.Count(IsOfVector) < fault.Problems.Count(IsOfVector);

        bool IsOfVector(Problem problem) => problem.Id == fault.Problem.Id;
    }
}
