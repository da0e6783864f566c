using LeNetGen.Generator.Planning;
using static LeNetGen.Generator.Emission.Literal;

namespace LeNetGen.Generator.Emission;

/// <content>The methods that call the kernels one after the other.</content>
internal sealed partial class KernelsEmitter
{
    private void EmitPass(
        string signature, EquatableArray<KernelStep> steps, bool isSingle = false, EquatableArray<LayerOutput> outputs = default)
    {
        using (_writer.Braces(signature))
        {
            Dictionary<Operand, string> locals = EmitPlaces(steps, isSingle, outputs);
            EmitCalls(steps, locals, outputs);
            if (outputs.Count > 0)
                _writer.Line("return -1;");
        }
    }

    /// <summary>Declares a variable for each place that a pass needs, and checks the lengths of the memories.</summary>
    private Dictionary<Operand, string> EmitPlaces(
        EquatableArray<KernelStep> steps, bool isSingle = false, EquatableArray<LayerOutput> outputs = default)
    {
        IEnumerable<Operand> places = steps.SelectMany(step => step.Parameters).Select(parameter => parameter.Place);
        List<Operand> operands = [.. places.Concat(outputs.Select(output => output.Place)).Distinct()];
        Dictionary<Operand, string> locals = LocalsOf(operands);
        foreach (Memory memory in operands.Select(operand => operand.Memory).Distinct())
        {
            if (memory == Memory.Constants)
                continue;
            _writer.Line($"ArgumentOutOfRangeException.ThrowIfLessThan({NameOf(memory)}.Length, {LengthOf(memory, isSingle)});");
            _writer.Line($"ref float {NameOf(memory)}Start = ref MemoryMarshal.GetReference({NameOf(memory)});");
        }

        _writer.Line();
        foreach (Operand operand in operands)
        {
            string offset = IndexExpression.Join(Of(operand.Offset), IndexExpression.Sum(0, ("block", operand.BlockStride)));
            string place = operand.Memory == Memory.Constants
                ? $"ref MemoryMarshal.GetReference({operand.Name})"
                : VectorDialect.Reference(NameOf(operand.Memory) + "Start", offset);
            _writer.Line($"ref float {locals[operand]} = {place}; // {operand.Shape}");
        }

        _writer.Line();
        return locals;
    }

    private void EmitCalls(
        EquatableArray<KernelStep> steps, Dictionary<Operand, string> locals, EquatableArray<LayerOutput> outputs = default)
    {
        string? heading = null;
        int taken = 0;
        foreach (IReadOnlyList<KernelStep> turns in RowStrips.Turns(steps))
        {
            foreach (KernelStep step in turns)
            {
                string layer = step.Layer is null ? "output" : LayerText.LineOf(step.Layer);
                if (layer != heading)
                    _writer.Line("// " + layer);
                if (step is CorrelationStep { Pooling: { } pooling })
                    _writer.Line("// " + LayerText.LineOf(pooling));
                heading = layer;
            }

            EmitTurns(turns, locals);
            taken += turns.Count;
            foreach (LayerOutput output in outputs.Where(output => output.After == taken))
                EmitCheck(output, locals[output.Place]);
        }
    }

    private void EmitTurns(IReadOnlyList<KernelStep> turns, Dictionary<Operand, string> locals)
    {
        RowStrips? strips = turns[0].Strips;
        using (_writer.LoopNest(
            turns[0].IsOfSlice ? VectorDialect.WithLanes(_lanes).SliceLoop : null,
            strips is null ? null : $"for (nint row = 0; row < {Of(strips.Rows)}; row += {Of(strips.RowsOfStrip)})"))
        {
            if (strips is not null)
                _writer.Line($"nint endRow = {EndOfStrip(strips)};");
            foreach (KernelStep step in turns)
                _writer.Line(Call(step, locals));
        }
    }

    private static string EndOfStrip(RowStrips strips) => strips.Rows % strips.RowsOfStrip == 0
        ? $"row + {Of(strips.RowsOfStrip)}"
        : $"Math.Min(row + {Of(strips.RowsOfStrip)}, {Of(strips.Rows)})";

    /// <summary>The rows of a strip, as a step counts them: those of the convolution's output, or of windows.</summary>
    private static string[] RowsOfStrip(KernelStep step, RowStrips strips) => step is PoolingStep
        ? [$"row / {Of(strips.RowsOfStrip)}", IndexExpression.Quotient("endRow", strips.RowsBetweenWindows, strips.RowsOfStrip)]
        : ["row", "endRow"];

    /// <summary>
    /// The variables of a pass's places. A layer may be called like a parameter or a keyword: the ending keeps its places apart from both.
    /// It may be called like the network's input or another layer's scratch as well, from which a number after the ending keeps it apart.
    /// </summary>
    private static Dictionary<Operand, string> LocalsOf(List<Operand> operands)
    {
        var locals = new Dictionary<Operand, string>();
        foreach (Operand operand in operands)
        {
            string name = operand.Name + "_" + NameOf(operand.Memory);
            int namesakes = locals.Keys.Count(other => other.Name == operand.Name && other.Memory == operand.Memory);
            locals.Add(operand, namesakes == 0 ? name : name + "_" + Of(namesakes + 1));
        }

        return locals;
    }

    private static string NameOf(Memory memory) => memory.ToString().ToLowerInvariant();

    private string LengthOf(Memory memory, bool isSingle) => memory switch
    {
        Memory.Parameters or Memory.Gradient => Of(_network.ParameterCount),
        Memory.Packed => "PackedLength",
        Memory.Image => Of(_network.InputShape.Length),
        Memory.Output => Of(_network.Output.Length),
        _ => isSingle ? "SingleWorkspaceLength" : "WorkspaceLength",
    };

    private static string Call(KernelStep step, Dictionary<Operand, string> locals)
    {
        IEnumerable<string> places = step.Parameters.Select(parameter => PlaceOf(parameter.Place));
        IEnumerable<string> numbers = step switch
        {
            LayoutStep layout => layout.Arguments.Select(Of),
            DropoutStep dropout =>
            [
                $"elements: {Of(dropout.Dropout.Output.Length)}", $"lanes: {Of(dropout.Lanes)}", $"rate: {Of(dropout.Dropout.Rate)}",
                $"layer: {Of(dropout.Dropout.Index)}",
                dropout.IsOfSlice ? $"key with {{ FirstImage = key.FirstImage + (int)slice * {Of(dropout.Lanes)} }}" : "key",
            ],
            { IsOfChunk: true } => ["images"],
            { Strips: { } strips } => RowsOfStrip(step, strips),
            _ => [],
        };
        return $"{step.Method}({string.Join(", ", places.Concat(numbers))});";

        string PlaceOf(Operand place) => VectorDialect.Reference(
            locals[place], IndexExpression.Sum(0, (step.IsOfSlice ? "slice" : null, place.SliceStride)));
    }
}
