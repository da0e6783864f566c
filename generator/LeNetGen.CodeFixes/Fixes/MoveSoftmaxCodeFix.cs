using System.Composition;
using LeNetGen.CodeFixes.Editing;
using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Declaration.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.CodeFixes;

/// <summary>Moves a softmax to the last layer, or around what Forward returns.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveSoftmaxCodeFix))]
[Shared]
public sealed class MoveSoftmaxCodeFix : SoftmaxCodeFix
{
    private protected override IEnumerable<Remedy> Propose(Fault fault)
    {
        IReadOnlyList<TextChange> removal = Removal(fault);
        IReadOnlyList<SourceEdit> addition = fault.Reading.Graph is { } graph ? AddToForward(fault, graph) : AddToLastLayer(fault);
        if (removal.Count == 0 || addition.Count == 0)
            yield break;
        yield return new Remedy(
            "Move the softmax to the last layer",
            "MoveSoftmax",
            [.. removal.Select(change => new SourceEdit(fault.Tree, change)), .. addition]);
    }

    private static IReadOnlyList<SourceEdit> AddToLastLayer(Fault fault)
    {
        if (fault.Reading.Declaration.Layers.LastOrDefault() is not DenseDeclaration { Activation: Activation.None }
            || fault.Attributes.Layers.LastOrDefault()?.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax last)
            return [];
        string softmax = Spelling.OfValue("Activation", "Softmax", last, fault.Model);
        return [new SourceEdit(last.SyntaxTree, AttributeText.Set(last, "Activation", softmax))];
    }

    private static IReadOnlyList<SourceEdit> AddToForward(Fault fault, GraphReading graph)
    {
        if (graph.Forward is null || MethodSignature.SyntaxOf(graph.Forward) is not { } forward)
            return [];
        ExpressionSyntax? returned = forward.ExpressionBody?.Expression
            ?? forward.Body?.DescendantNodes().OfType<ReturnStatementSyntax>().LastOrDefault()?.Expression;
        if (returned is null || returned.SyntaxTree != fault.Tree)
            return [];
        string softmax = Spelling.OfFunction("Softmax", returned, fault.Model);
        return [.. CallText.Wrap(returned, softmax).Select(change => new SourceEdit(returned.SyntaxTree, change))];
    }
}
