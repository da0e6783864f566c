using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LeNetGen.Generator.Declaration.Graph;

/// <summary>
/// Reads the body of Forward statement by statement, keeping what each variable stands for: the calls, in the order in which they would
/// run.
/// </summary>
internal sealed class ForwardReader
{
    private readonly ForwardCalls _calls;
    private readonly ExpressionReader _expressions;

    private ForwardReader(IMethodSymbol forward, ForwardCalls calls, IReadOnlyList<LayerMethod> methods) =>
        (_calls, _expressions) = (calls, new ExpressionReader(forward, calls, methods));

    /// <summary>Reads a body.</summary>
    /// <returns>The index of the call whose value is returned.</returns>
    public static int Read(
        IMethodSymbol forward,
        IBlockOperation body,
        ForwardCalls calls,
        IReadOnlyList<LayerMethod> methods,
        CancellationToken cancellation) =>
        new ForwardReader(forward, calls, methods).Read(body, cancellation);

    private int Read(IBlockOperation body, CancellationToken cancellation)
    {
        IOperation[] statements = StatementsOf(body).ToArray();
        IOperation? last = statements.LastOrDefault(statement => statement is not ILocalFunctionOperation);
        int returned = ForwardCalls.Unknown;
        foreach (IOperation statement in statements)
        {
            cancellation.ThrowIfCancellationRequested();
            if (statement is IReturnOperation { ReturnedValue: { } value } && statement == last)
                returned = _expressions.Read(value);
            else
                Read(statement);
        }

        return returned;
    }

    private void Read(IOperation statement)
    {
        switch (statement)
        {
            case IExpressionStatementOperation { Operation: var expression }:
                _expressions.Read(expression);
                break;
            case IVariableDeclarationGroupOperation { Declarations: var declarations }:
                foreach (IVariableDeclaratorOperation variable in declarations.SelectMany(declaration => declaration.Declarators))
                    _expressions.Declare(variable);
                break;
            case IInvalidOperation:
                _calls.Lose();
                break;
            default:
                _expressions.Refuse(statement);
                break;
        }
    }

    /// <summary>The statements of a block and of the blocks in it, without those that do nothing.</summary>
    private static IEnumerable<IOperation> StatementsOf(IBlockOperation block) => block.Operations.SelectMany(statement => statement switch
    {
        IBlockOperation inner => StatementsOf(inner),
        IEmptyOperation => [],
        _ => [statement],
    });
}
