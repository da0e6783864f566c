using System.Reflection.Emit;

namespace LeNetGen.Execution.Tests.Limits;

/// <summary>One IL instruction.</summary>
/// <param name="Offset">Where it starts.</param>
/// <param name="OpCode">The operation.</param>
/// <param name="Operand">Where its operand starts.</param>
/// <param name="End">Where the next instruction starts.</param>
internal readonly record struct Instruction(int Offset, OpCode OpCode, int Operand, int End);
