using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.CodeFixes.Editing;

/// <summary>Changes of calls in Forward.</summary>
internal static class CallText
{
    /// <summary>Puts a call around an expression.</summary>
    public static TextChange[] Wrap(ExpressionSyntax expression, string function) =>
    [
        new TextChange(new TextSpan(expression.SpanStart, 0), function + "("),
        new TextChange(new TextSpan(expression.Span.End, 0), ")"),
    ];

    /// <summary>Leaves of a call its only argument, in parentheses where operators around it would tear it apart.</summary>
    public static IReadOnlyList<TextChange> Unwrap(InvocationExpressionSyntax call)
    {
        ArgumentSyntax argument = call.ArgumentList.Arguments[0];

        // Of x = f(x) nothing would be left to say.
        if (call.Parent is AssignmentExpressionSyntax assignment && assignment.Left.IsEquivalentTo(argument.Expression, topLevel: false))
            return assignment.Parent is ExpressionStatementSyntax { Parent: BlockSyntax } statement ? WholeLines.Remove(statement) : [];
        bool isOperand = call.Parent is BinaryExpressionSyntax or MemberAccessExpressionSyntax or CastExpressionSyntax;
        if (isOperand && argument.Expression is BinaryExpressionSyntax or AssignmentExpressionSyntax)
            return [Removal(call.Expression.Span), .. argument.NameColon is { } name ? [Removal(name.Span)] : Array.Empty<TextChange>()];
        SyntaxToken first = argument.Expression.GetFirstToken(), last = argument.Expression.GetLastToken();
        return [.. RemoveBetween(call.SpanStart, first.SpanStart, call), .. RemoveBetween(last.Span.End, call.Span.End, call)];
    }

    /// <summary>Removes what a call has around its argument; comments stay, with the white space around them.</summary>
    private static IEnumerable<TextChange> RemoveBetween(int start, int end, InvocationExpressionSyntax call)
    {
        var span = TextSpan.FromBounds(start, end);
        bool hasComments = call.DescendantTrivia().Any(trivia => span.Contains(trivia.Span) && IsComment(trivia));
        return hasComments
            ? call.DescendantTokens().Where(token => span.Contains(token.Span)).Select(token => Removal(token.Span))
            : [Removal(span)];
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    private static TextChange Removal(TextSpan span) => new(span, "");
}
