using LeNetGen.Generator.Planning;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <content>The passes that make gradients: over each block of a chunk, and after the last.</content>
internal sealed partial class KernelsEmitter
{
    private void EmitBackward(NetworkPlan plan)
    {
        string signature =
            "public override void Backward(ReadOnlySpan<float> parameters, Span<float> workspace, int block, Span<float> gradient)";
        using (_writer.Braces(signature))
        {
            _writer.Line("ArgumentOutOfRangeException.ThrowIfNegative(block);");
            _writer.Line($"ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(block, {Of(NetworkPlan.ChunkBlocks)});");
            Dictionary<Operand, string> locals = EmitPlaces(plan.Backward);
            EmitClearing(plan);
            EmitCalls(plan.Backward, locals);
        }
    }

    private void EmitClearing(NetworkPlan plan)
    {
        (int Start, int Length)[] parts = [.. plan.SumsOfBlocks()];
        if (parts.Length == 0)
            return;
        _writer.Line(plan.Chunk.Count > 0
            ? "// The sums that every block adds to. What is left out FinishChunk stores."
            : "// Every block adds to the sums.");
        using (_writer.Braces("if (block == 0)"))
        {
            foreach ((int start, int length) in parts)
                _writer.Line($"gradient.Slice({Of(start)}, {Of(length)}).Clear();");
        }

        _writer.Line();
    }

    private void EmitFinishChunk(NetworkPlan plan)
    {
        using (_writer.Braces("public override void FinishChunk(ReadOnlySpan<float> workspace, int blocks, Span<float> gradient)"))
        {
            _writer.Line("ArgumentOutOfRangeException.ThrowIfNegativeOrZero(blocks);");
            _writer.Line($"ArgumentOutOfRangeException.ThrowIfGreaterThan(blocks, {Of(NetworkPlan.ChunkBlocks)});");
            _writer.Line($"nint images = blocks * {Of(NetworkPlan.BlockLanes)};");
            Dictionary<Operand, string> locals = EmitPlaces(plan.Chunk);
            EmitCalls(plan.Chunk, locals);
        }
    }
}
