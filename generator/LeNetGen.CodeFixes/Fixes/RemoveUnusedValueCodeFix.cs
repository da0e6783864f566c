using System.Composition;
using LeNetGen.CodeFixes.Editing;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.CodeFixes;

/// <summary>Removes a call whose value nothing uses, with the statement that makes it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveUnusedValueCodeFix))]
[Shared]
public sealed class RemoveUnusedValueCodeFix() : NetworkCodeFix(GraphDescriptors.ValueUnused)
{
    private protected override IEnumerable<Remedy> Propose(Fault fault)
    {
        // An assignment inside the call may be what something else uses.
        if (fault.At<ExpressionSyntax>() is not { } value || value.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any())
            yield break;
        IReadOnlyList<TextChange> removal = Removal(value, fault.Model);
        if (removal.Count > 0)
            yield return Remedy.Of($"Remove '{fault.Problem.Arguments[1]}'", "RemoveUnusedValue", fault.Tree, removal);
    }

    /// <summary>What the removed call alone has used is reported from then on, so that the count of such values says nothing.</summary>
    private protected override bool Helps(Fault fault, IReadOnlyList<Problem> after) => true;

    private static IReadOnlyList<TextChange> Removal(ExpressionSyntax value, SemanticModel model)
    {
        SyntaxNode outermost = value;
        while (outermost.Parent is ParenthesizedExpressionSyntax
            || (outermost.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax } assignment && assignment.Right == outermost))
            outermost = outermost.Parent;
        return outermost.Parent switch
        {
            ExpressionStatementSyntax { Parent: BlockSyntax } statement => WholeLines.Remove(statement),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } when outermost == value => Removal(variable, model),
            _ => [],
        };
    }

    /// <summary>Removes a variable's value, with the variable where nothing mentions it.</summary>
    private static IReadOnlyList<TextChange> Removal(VariableDeclaratorSyntax variable, SemanticModel model)
    {
        if (variable.Parent is not VariableDeclarationSyntax
            {
                Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax block } statement,
            } declaration)
            return [];
        ISymbol? symbol = model.GetDeclaredSymbol(variable);
        bool isMentioned = block.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == variable.Identifier.ValueText)
            .Any(name => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, symbol));
        if (!isMentioned)
            return WholeLines.Remove(statement);
        return declaration.Type.IsVar
            ? []
            : [new TextChange(TextSpan.FromBounds(variable.Identifier.Span.End, variable.Initializer!.Span.End), "")];
    }
}
