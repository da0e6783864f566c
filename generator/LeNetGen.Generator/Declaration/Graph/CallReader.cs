using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LeNetGen.Generator.Declaration.Graph;

/// <summary>Reads calls in Forward: of the class's layers and of the functions of LeNetGen.Layers.</summary>
internal sealed class CallReader(
    IMethodSymbol forward, ForwardCalls calls, IReadOnlyList<LayerMethod> methods, ExpressionReader expressions)
{
    /// <inheritdoc cref="ExpressionReader.Read"/>
    public int Read(IInvocationOperation call)
    {
        IMethodSymbol target = (call.TargetMethod.PartialDefinitionPart ?? call.TargetMethod).OriginalDefinition;
        if (methods.FirstOrDefault(method => SymbolEqualityComparer.Default.Equals(method.Symbol, target)) is { } layer)
            return ReadMethod(call, layer);
        if (NetworkAttributes.IsRuntime(target.ContainingType, "Layers") && FunctionReader.IsFunction(target.Name))
            return ReadFunction(call, target.Name);
        return Refuse(call, target);
    }

    private int ReadMethod(IInvocationOperation call, LayerMethod method)
    {
        // Of another signature it is wrong, and its arguments may be anything.
        if (MethodSignature.FaultOf(method.Symbol) is not null || call.Arguments.Length != 1)
            return calls.Lose();
        int input = expressions.Read(call.Arguments[0].Value);
        return calls.CallMethod(method, input, new CallSite(call.Syntax) { Method = method });
    }

    private int ReadFunction(IInvocationOperation call, string function)
    {
        var inputs = new List<int>();
        var constants = new WrittenArguments();
        var site = new CallSite(call.Syntax);
        bool areConstant = true;

        // In the order in which C# evaluates them, whatever the order of the parameters.
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is not { } parameter || argument.ArgumentKind == ArgumentKind.DefaultValue)
                continue;
            if (MethodSignature.IsNode(parameter.Type))
                inputs.Add(expressions.Read(argument.Value));
            else if (parameter.Type is IArrayTypeSymbol)
                inputs.AddRange(ReadElements(argument.Value));
            else
                areConstant &= ReadConstant(argument.Value, parameter, function, constants, site);
        }

        if (!areConstant)
            return calls.Lose();
        string kind = FunctionReader.KindOf(function);
        return inputs.Count == 0
            ? calls.Report(GraphDescriptors.NothingToConcatenate, call.Syntax.GetLocation())
            : calls.CallFunction(kind, name => FunctionReader.Read(function, name, constants), inputs, site);
    }

    private bool ReadConstant(
        IOperation value, IParameterSymbol parameter, string function, WrittenArguments constants, CallSite site)
    {
        site.Add(parameter.Name, value.Syntax);
        if (value.ConstantValue is { HasValue: true, Value: { } constant } && !IsGenerated(value))
            constants.Add(parameter.Name, constant);
        else if (value is IInvalidOperation || expressions.IsRefused(value))
            return false;
        else
            calls.Report(GraphDescriptors.ArgumentNotConstant, value.Syntax.GetLocation(), parameter.Name, function);
        return calls.IsComplete;
    }

    /// <summary>Whether a value is made of a member that the class gains only once Forward has been read.</summary>
    private bool IsGenerated(IOperation value) => value.DescendantsAndSelf()
        .OfType<IFieldReferenceOperation>()
        .Any(field => SymbolEqualityComparer.Default.Equals(field.Field.OriginalDefinition.ContainingType, forward.ContainingType)
            && !ClassMembers.IsWritten(field.Field.OriginalDefinition));

    /// <summary>The nodes of an array: arguments of a params parameter, an array's initialiser, a collection expression.</summary>
    private IEnumerable<int> ReadElements(IOperation array)
    {
        while (array is IConversionOperation { OperatorMethod: null } conversion)
            array = conversion.Operand;
        IEnumerable<IOperation>? elements = array switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes } when sizes[0].ConstantValue.Value is 0 => [],
            ICollectionExpressionOperation collection => collection.Elements,
            _ => null,
        };
        return elements?.Select(expressions.Read) ?? [expressions.Read(array)];
    }

    private int Refuse(IInvocationOperation call, IMethodSymbol target)
    {
        // A delegate or local function is reported where it is declared.
        if (target.MethodKind == MethodKind.LocalFunction)
            return calls.Lose();
        if (target.MethodKind == MethodKind.DelegateInvoke && call.Instance is { } @delegate)
            return expressions.Read(@delegate);
        if (SymbolEqualityComparer.Default.Equals(target, forward))
            return NotReadable("a call of Forward itself", "write out what it is to compute");
        if (NetworkAttributes.IsRuntime(target.ContainingType, "Node"))
        {
            string instead = target.Name == "Multiply" ? "write the operator *" : "write the operator + or call a layer";
            return NotReadable($"a call of Node.{target.Name}", instead);
        }

        string name = SymbolEqualityComparer.Default.Equals(target.ContainingType, forward.ContainingType)
            ? target.Name
            : $"{target.ContainingType?.Name}.{target.Name}";
        string remedy = target.GetAttributes().Any(LayerReader.IsLayer)
            ? "declare the layer as a method of this class"
            : "move its body into Forward";
        return calls.Report(GraphDescriptors.ForeignCall, call.Syntax.GetLocation(), name, remedy);

        int NotReadable(string what, string remedy) =>
            calls.Report(GraphDescriptors.NotReadable, call.Syntax.GetLocation(), what, remedy);
    }
}
