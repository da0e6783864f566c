using LeNetGen.Generator.Diagnostics;
using LeNetGen.Generator.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LeNetGen.Generator.Declaration.Graph;

/// <summary>Reads expressions of Forward: which call's value each one has.</summary>
internal sealed class ExpressionReader
{
    private readonly ForwardCalls _calls;
    private readonly CallReader _callReader;

    // What variables stand for at the statement being read.
    private readonly Dictionary<ISymbol, int> _values = new(SymbolEqualityComparer.Default);

    public ExpressionReader(IMethodSymbol forward, ForwardCalls calls, IReadOnlyList<LayerMethod> methods)
    {
        (_calls, _callReader) = (calls, new CallReader(forward, calls, methods, this));
        _values.Add(forward.Parameters[0], ShapedNetwork.InputIndex);
    }

    /// <summary>Reads an expression that is a node.</summary>
    /// <returns>The index of the call that makes it, <see cref="ForwardCalls.Unknown"/> where it cannot be read.</returns>
    public int Read(IOperation expression) => expression switch
    {
        ILocalReferenceOperation local => ValueOf(local.Local, local),
        IParameterReferenceOperation parameter => ValueOf(parameter.Parameter, parameter),
        IInvocationOperation call => _callReader.Read(call),
        IBinaryOperation binary when ElementwiseOf(binary.OperatorKind, binary.OperatorMethod) is { } kind =>
            Join(kind, Read(binary.LeftOperand), binary.RightOperand, binary),
        ICompoundAssignmentOperation compound when ElementwiseOf(compound.OperatorKind, compound.OperatorMethod) is { } kind =>
            Assign(compound.Target, Join(kind, Read(compound.Target), compound.Value, compound)),
        ISimpleAssignmentOperation { IsRef: false, Target: ILocalReferenceOperation or IParameterReferenceOperation or IDiscardOperation }
            assignment => Assign(assignment.Target, Read(assignment.Value)),
        ISimpleAssignmentOperation { IsRef: false } assignment => Refuse(assignment.Target),
        IConversionOperation { OperatorMethod: null } conversion => Read(conversion.Operand),
        _ when expression is IInvalidOperation || IsRefused(expression) => _calls.Lose(),
        _ => Refuse(expression),
    };

    /// <summary>Reads the declaration of a variable.</summary>
    public void Declare(IVariableDeclaratorOperation variable)
    {
        ILocalSymbol symbol = variable.Symbol;
        IOperation? value = (variable.Initializer ?? (variable.Parent as IVariableDeclarationOperation)?.Initializer)?.Value;
        if (symbol.IsConst || symbol.Type.TypeKind == TypeKind.Error)
            return;
        if (!NetworkAttributes.IsRuntime(symbol.Type, "Node") || symbol.IsRef)
        {
            Refuse(variable);
            _values[symbol] = ForwardCalls.Unknown;
        }
        else if (value is not null)
        {
            _values[symbol] = Read(value);
        }
    }

    /// <summary>Whether an expression contains a variable that has been refused, so that no more need be said of it.</summary>
    public bool IsRefused(IOperation expression) => expression.DescendantsAndSelf()
        .OfType<ILocalReferenceOperation>()
        .Any(local => _values.TryGetValue(local.Local, out int value) && value == ForwardCalls.Unknown);

    /// <summary>Reports an expression or statement that cannot be read.</summary>
    /// <returns><see cref="ForwardCalls.Unknown"/>.</returns>
    public int Refuse(IOperation operation)
    {
        (string what, string remedy) = Refusal.Of(operation);
        return _calls.Report(GraphDescriptors.NotReadable, Refusal.PlaceOf(operation), what, remedy);
    }

    private int ValueOf(ISymbol variable, IOperation reference)
    {
        if (_values.TryGetValue(variable, out int value))
            return value;

        // A variable that something refused has assigned has been spoken of.
        return _calls.IsComplete ? Refuse(reference) : ForwardCalls.Unknown;
    }

    private int Assign(IOperation target, int value)
    {
        ISymbol? variable = (target as ILocalReferenceOperation)?.Local ?? (ISymbol?)(target as IParameterReferenceOperation)?.Parameter;
        if (variable is not null)
            _values[variable] = value;
        return value;
    }

    private int Join(ElementwiseKind kind, int left, IOperation rightOperand, IOperation operation)
    {
        int right = Read(rightOperand);
        return _calls.CallFunction(
            kind.ToString(), name => new ElementwiseDeclaration(name, kind), [left, right], new CallSite(operation.Syntax));
    }

    private static ElementwiseKind? ElementwiseOf(BinaryOperatorKind kind, IMethodSymbol? method) =>
        !NetworkAttributes.IsRuntime(method?.ContainingType, "Node") ? null : kind switch
        {
            BinaryOperatorKind.Add => ElementwiseKind.Add,
            BinaryOperatorKind.Multiply => ElementwiseKind.Multiply,
            _ => null,
        };
}
