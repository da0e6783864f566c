using System.Reflection;
using System.Reflection.Emit;

namespace LeNetGen.Execution.Tests.Limits;

/// <summary>A method's IL, read instruction by instruction (ECMA-335, partition III).</summary>
internal sealed class MethodIl
{
    private static readonly Dictionary<short, OpCode> s_opCodes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(opCode => opCode.Value);

    private readonly MethodBase _method;
    private readonly byte[] _bytes;

    /// <summary>Reads a method that has a body.</summary>
    public MethodIl(MethodBase method)
    {
        _method = method;
        MethodBody body = method.GetMethodBody() ?? throw new ArgumentException($"{method} has no body.", nameof(method));
        _bytes = body.GetILAsByteArray()!;
        Locals = [.. body.LocalVariables.Select(local => local.LocalType)];
        Instructions = [.. Read()];
    }

    /// <summary>The size of the code.</summary>
    public int Bytes => _bytes.Length;

    /// <summary>The types of the local variables.</summary>
    public IReadOnlyList<Type> Locals { get; }

    /// <summary>The instructions in order.</summary>
    public IReadOnlyList<Instruction> Instructions { get; }

    /// <summary>Instructions that name a local variable or an argument.</summary>
    public int LocalReferences => Instructions.Count(instruction => IsLocalReference(instruction.OpCode.Name!));

    /// <summary>Stretches of code that are entered at their start only and left at their end only.</summary>
    public int BasicBlocks => Instructions
        .Where(instruction => instruction.OpCode.FlowControl
            is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw)
        .SelectMany(instruction => TargetsOf(instruction).Append(instruction.End))
        .Append(0)
        .Where(offset => offset < Bytes)
        .Distinct()
        .Count();

    /// <summary>The methods, fields and types that the code names.</summary>
    public IEnumerable<MemberInfo> Members()
    {
        Type[]? typeArguments = _method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        Type[]? methodArguments = _method.IsGenericMethod ? _method.GetGenericArguments() : null;
        return Instructions
            .Where(instruction => instruction.OpCode.OperandType
                is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            .Select(instruction => _method.Module.ResolveMember(Int32At(instruction.Operand), typeArguments, methodArguments)!);
    }

    private static bool IsLocalReference(string name) =>
        name.StartsWith("ldloc", StringComparison.Ordinal) || name.StartsWith("stloc", StringComparison.Ordinal)
        || name.StartsWith("ldarg", StringComparison.Ordinal) || name.StartsWith("starg", StringComparison.Ordinal);

    private IEnumerable<Instruction> Read()
    {
        for (int at = 0; at < _bytes.Length;)
        {
            // 0xFE announces an operation of two bytes.
            int length = _bytes[at] == 0xFE ? 2 : 1;
            OpCode opCode = s_opCodes[length == 2 ? (short)(0xFE00 | _bytes[at + 1]) : _bytes[at]];
            int operand = at + length;
            int end = operand + OperandLength(opCode, operand);
            yield return new Instruction(at, opCode, operand, end);
            at = end;
        }
    }

    private int OperandLength(OpCode opCode, int operand) => opCode.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * Int32At(operand),
        _ => 4,
    };

    private IEnumerable<int> TargetsOf(Instruction instruction) => instruction.OpCode.OperandType switch
    {
        OperandType.ShortInlineBrTarget => [instruction.End + (sbyte)_bytes[instruction.Operand]],
        OperandType.InlineBrTarget => [instruction.End + Int32At(instruction.Operand)],
        OperandType.InlineSwitch =>
            Enumerable.Range(1, Int32At(instruction.Operand)).Select(at => instruction.End + Int32At(instruction.Operand + 4 * at)),
        _ => [],
    };

    private int Int32At(int offset) => BitConverter.ToInt32(_bytes, offset);
}
