using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.Generator.Declaration.Graph;

/// <summary>What Forward cannot contain, in words: what it is, and what to write instead.</summary>
internal static class Refusal
{
    private const string EachCase = "declare a network class for each case";
    private const string NeverNull = "nodes are never null, so write the node alone";
    private const string BodyInPlace = "write its body where it is called";
    private const string BodyAlone = "write its body alone";
    private const string FromParameter = "make every node of Forward's parameter, and every number a constant";

    public static (string What, string Remedy) Of(IOperation operation) => operation switch
    {
        ILoopOperation => ("a loop", "write out each of its steps"),
        IConditionalOperation { Syntax: IfStatementSyntax } => ("an if", EachCase),
        IConditionalOperation => ("a conditional expression", EachCase),
        ISwitchOperation or ISwitchExpressionOperation => ("a switch", EachCase),
        ICoalesceOperation => ("the operator ??", NeverNull),
        ICoalesceAssignmentOperation => ("the operator ??=", NeverNull),
        IConditionalAccessOperation => ("the operator ?.", NeverNull),
        IReturnOperation { ReturnedValue: not null } => ("a return before the end", "return once, in the last statement"),
        IReturnOperation => ("a return without a value", "return once, in the last statement"),
        IBranchOperation => ("a jump", "write the statements in the order in which they run"),
        ILabeledOperation => ("a label", "write the statements in the order in which they run"),
        IThrowOperation => ("a throw", "remove it"),
        ITryOperation => ("a try", BodyAlone),
        IUsingOperation or IUsingDeclarationOperation => ("a using", BodyAlone),
        ILockOperation => ("a lock", BodyAlone),
        ILocalFunctionOperation => ("a local function", BodyInPlace),
        IAnonymousFunctionOperation or IDelegateCreationOperation { Target: IAnonymousFunctionOperation } => ("a lambda", BodyInPlace),
        IDelegateCreationOperation or IMethodReferenceOperation => ("a delegate", "call the method itself"),
        IVariableDeclaratorOperation { Symbol.IsRef: true } => ("a reference", "declare an ordinary variable"),
        IVariableDeclaratorOperation variable => OfVariable(variable),
        IFieldReferenceOperation { Field: var field } => ($"the field '{field.Name}'", FromParameter),
        IPropertyReferenceOperation { Property: var property } => ($"the property '{property.Name}'", FromParameter),
        IArrayElementReferenceOperation or IArrayCreationOperation => ("an array", "give each node a variable of its own"),
        IObjectCreationOperation { Type: { } type } => ($"a new {MethodSignature.ShortNameOf(type)}", FromParameter),
        ILiteralOperation { ConstantValue: { HasValue: true, Value: null } } => ("null", FromParameter),
        IDefaultValueOperation => ("a default value", FromParameter),
        IConversionOperation => ("a conversion", FromParameter),
        ITupleOperation or IDeconstructionAssignmentOperation => ("a tuple", "assign one variable at a time"),
        ISpreadOperation => ("a spread", "write out its elements"),
        ISimpleAssignmentOperation { IsRef: true } => ("a reference", "declare an ordinary variable"),
        _ => (
            operation.Syntax is StatementSyntax ? "this statement" : "this expression",
            "write calls of layers, + and *, and assignments to variables"),
    };

    /// <summary>Where it stands: an expression, or as much of a statement as tells which.</summary>
    public static Location PlaceOf(IOperation operation)
    {
        SyntaxNode syntax = operation.Syntax;
        return syntax switch
        {
            IfStatementSyntax statement => UpTo(statement.CloseParenToken),
            WhileStatementSyntax statement => UpTo(statement.CloseParenToken),
            ForStatementSyntax statement => UpTo(statement.CloseParenToken),
            CommonForEachStatementSyntax statement => UpTo(statement.CloseParenToken),
            SwitchStatementSyntax statement => UpTo(statement.CloseParenToken),
            LockStatementSyntax statement => UpTo(statement.CloseParenToken),
            UsingStatementSyntax statement => UpTo(statement.CloseParenToken),
            DoStatementSyntax statement => statement.DoKeyword.GetLocation(),
            TryStatementSyntax statement => statement.TryKeyword.GetLocation(),
            LabeledStatementSyntax statement => statement.Identifier.GetLocation(),
            LocalFunctionStatementSyntax statement => statement.Identifier.GetLocation(),
            _ => syntax.GetLocation(),
        };

        // The parentheses of a switch over a tuple are the tuple's own.
        Location UpTo(SyntaxToken close) => close.IsKind(default)
            ? syntax.GetFirstToken().GetLocation()
            : Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(syntax.SpanStart, close.Span.End));
    }

    private static (string What, string Remedy) OfVariable(IVariableDeclaratorOperation variable)
    {
        IOperation? value = variable.Initializer?.Value;
        return (
            $"the variable '{variable.Symbol.Name}' of type {MethodSignature.ShortNameOf(variable.Symbol.Type)}",
            value is { ConstantValue.HasValue: true } ? "declare it const" : "keep nothing but nodes in variables");
    }
}
