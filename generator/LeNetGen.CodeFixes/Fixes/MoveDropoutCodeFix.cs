using System.Composition;
using LeNetGen.CodeFixes.Editing;
using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.CodeFixes;

/// <summary>Moves a dropout of the network's outputs above the last layer that computes them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveDropoutCodeFix))]
[Shared]
public sealed class MoveDropoutCodeFix() : NetworkCodeFix(DeclarationDescriptors.DropoutLast)
{
    private protected override IEnumerable<Remedy> Propose(Fault fault)
    {
        NetworkDeclaration network = fault.Reading.Declaration;
        int last = fault.Problem.Anchor.Index - 1;
        while (last >= 0 && network.Layers[last] is not (ConvolutionDeclaration or DenseDeclaration))
            last = Before(last, network);
        if (last < 0)
            yield break;
        IReadOnlyList<TextChange> changes = fault.At<AttributeSyntax>() is { } attribute
            ? MoveAttribute(attribute, fault.Attributes.Layers[last])
            : fault.At<InvocationExpressionSyntax>() is { } call ? MoveCall(call, fault.Reading.Graph!.Calls[last].Site.Syntax) : [];
        if (changes.Count > 0)
            yield return Remedy.Of($"Move it above '{network.Layers[last].Name}'", "MoveDropout", fault.Tree, changes);
    }

    /// <summary>What a layer reads; nothing where it reads several, or is a dropout itself.</summary>
    private static int Before(int layer, NetworkDeclaration network) =>
        network.Layers[layer] is { Inputs.Count: 1 } and not DropoutDeclaration ? network.Layers[layer].Inputs[0] : -1;

    private static IReadOnlyList<TextChange> MoveAttribute(AttributeSyntax dropout, AttributeData last)
    {
        if (last.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax layer || layer.SyntaxTree != dropout.SyntaxTree)
            return [];
        IReadOnlyList<TextChange> removal = AttributeText.Remove(dropout);
        return removal.Count == 0 ? [] : [.. removal, AttributeText.InsertBefore(layer, dropout.ToString())];
    }

    /// <summary>Takes what the dropout has around its argument to the argument of the layer, which must lie inside.</summary>
    private static IReadOnlyList<TextChange> MoveCall(InvocationExpressionSyntax dropout, SyntaxNode last)
    {
        ArgumentSyntax? argument = dropout.ArgumentList.Arguments
            .FirstOrDefault(candidate => candidate.Expression.Span.Contains(last.Span));
        if (argument is null || last is not InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } inputs })
            return [];
        ExpressionSyntax input = inputs[0].Expression;
        SourceText text = dropout.SyntaxTree.GetText();
        var before = TextSpan.FromBounds(dropout.SpanStart, argument.Expression.SpanStart);
        var after = TextSpan.FromBounds(argument.Expression.Span.End, dropout.Span.End);
        return
        [
            new TextChange(before, ""),
            new TextChange(new TextSpan(input.SpanStart, 0), text.ToString(before)),
            new TextChange(new TextSpan(input.Span.End, 0), text.ToString(after)),
            new TextChange(after, ""),
        ];
    }
}
