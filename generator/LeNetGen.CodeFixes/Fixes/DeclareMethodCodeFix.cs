using System.Composition;
using LeNetGen.CodeFixes.Editing;
using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.CodeFixes;

/// <summary>Makes a layer's method the static partial function of nodes without a body that it must be, and Forward static.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareMethodCodeFix))]
[Shared]
public sealed class DeclareMethodCodeFix() : NetworkCodeFix(GraphDescriptors.ForwardSignature, GraphDescriptors.LayerMethodSignature)
{
    private protected override IEnumerable<Remedy> Propose(Fault fault)
    {
        // One that is half typed or there twice may become a duplicate of another.
        if (fault.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { ContainsDiagnostics: false } method
            || fault.Model.GetDeclaredSymbol(method) is not { } symbol
            || fault.Type.GetMembers(symbol.Name).Length > 1)
            yield break;
        if (!symbol.IsStatic)
        {
            yield return Remedy.Of($"Make '{symbol.Name}' static", "DeclareMethod", fault.Tree, [MakeStatic(method)]);
            yield break;
        }

        if (fault.Problem.Id != GraphDescriptors.LayerMethodSignature.Id)
            yield break;
        IReadOnlyList<SourceEdit> edits = LeaveToGenerator(method, symbol);
        if (edits.Count > 0)
            yield return new Remedy($"Leave the body of '{symbol.Name}' to the generator", "DeclareMethod", edits);
    }

    /// <summary>Before the type; partial, if it is there, must stay right before the type.</summary>
    private static TextChange MakeStatic(MethodDeclarationSyntax method)
    {
        SyntaxToken partial = method.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.PartialKeyword));
        int position = partial.IsKind(SyntaxKind.None) ? method.ReturnType.SpanStart : partial.SpanStart;
        return new TextChange(new TextSpan(position, 0), "static ");
    }

    /// <summary>Removes a body; a part of the method that is nothing but a body goes as a whole.</summary>
    private static IReadOnlyList<SourceEdit> LeaveToGenerator(MethodDeclarationSyntax method, IMethodSymbol symbol)
    {
        if (symbol.PartialImplementationPart is { } part)
        {
            return ClassMembers.IsWritten(part) && part.DeclaringSyntaxReferences[0].GetSyntax() is { } written
                ? [.. WholeLines.Remove(written).Select(change => new SourceEdit(written.SyntaxTree, change))]
                : [];
        }

        SyntaxNode? body = (SyntaxNode?)method.Body ?? method.ExpressionBody;
        if (body is null || method.DescendantTrivia().Any(trivia => trivia.IsDirective && trivia.SpanStart > method.SpanStart))
            return [];
        SyntaxToken header = body.GetFirstToken().GetPreviousToken();
        TextChange[] changes =
        [
            .. MakePartial(method),
            new TextChange(new TextSpan(header.Span.End, 0), ";"),
            new TextChange(TextSpan.FromBounds(EndOfComments(header, body), method.Span.End), ""),
        ];
        return [.. changes.Select(change => new SourceEdit(method.SyntaxTree, change))];
    }

    /// <summary>A partial method must say who can call it, which other methods need not.</summary>
    private static IEnumerable<TextChange> MakePartial(MethodDeclarationSyntax method)
    {
        if (method.Modifiers.Any(SyntaxKind.PartialKeyword))
            yield break;
        if (!method.Modifiers.Any(modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind())))
            yield return new TextChange(new TextSpan(method.Modifiers[0].SpanStart, 0), "private ");
        yield return new TextChange(new TextSpan(method.ReturnType.SpanStart, 0), "partial ");
    }

    /// <summary>The end of the comments between a method's header and its body; without any, that of the header.</summary>
    private static int EndOfComments(SyntaxToken header, SyntaxNode body) => header.TrailingTrivia.Concat(body.GetLeadingTrivia())
        .Where(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia))
        .Select(trivia => trivia.Span.End)
        .Append(header.Span.End)
        .Max();
}
