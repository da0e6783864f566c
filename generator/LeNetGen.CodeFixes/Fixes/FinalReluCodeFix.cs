using System.Composition;
using LeNetGen.CodeFixes.Editing;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.CodeFixes;

/// <summary>Leaves the network's outputs as they are where a ReLU cuts them off, or makes probabilities of them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FinalReluCodeFix))]
[Shared]
public sealed class FinalReluCodeFix() : NetworkCodeFix(ShapeDescriptors.ReluLast)
{
    private protected override IEnumerable<Remedy> Propose(Fault fault)
    {
        if (!IsOfOneCall(fault))
            yield break;
        IReadOnlyList<TextChange> removal = [], replacement = [];
        if (fault.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { Parent.Parent: AttributeSyntax attribute } argument)
        {
            removal = [.. AttributeText.Remove(argument)];
            string softmax = Spelling.OfValue("Activation", "Softmax", attribute, fault.Model);
            replacement = [AttributeText.Set(attribute, "Activation", softmax)];
        }
        else if (fault.At<InvocationExpressionSyntax>() is { ArgumentList.Arguments.Count: 1 } call)
        {
            removal = CallText.Unwrap(call);
            string softmax = Spelling.OfFunction("Softmax", call.ArgumentList.Arguments[0].Expression, fault.Model);
            replacement = [new TextChange(call.Expression.Span, softmax)];
        }

        if (removal.Count > 0)
            yield return Remedy.Of("Remove the ReLU", "RemoveFinalRelu", fault.Tree, removal);
        if (replacement.Count > 0)
            yield return Remedy.Of("Replace the ReLU by a softmax", "ReplaceFinalRelu", fault.Tree, replacement);
    }

    /// <summary>Whether no other call of the same method would lose its ReLU as well.</summary>
    private static bool IsOfOneCall(Fault fault) =>
        fault.Reading.Declaration.Layers[fault.Problem.Anchor.Index].Method is not { } method
        || fault.Reading.Declaration.Layers.Count(layer => layer.Method == method) == 1;
}
