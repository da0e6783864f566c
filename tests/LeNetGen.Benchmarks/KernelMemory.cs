using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.InteropServices;
using LeNetGen.Generator.Planning;

namespace LeNetGen.Benchmarks;

/// <summary>The memories of a network's kernels, and calls of single kernels on them.</summary>
internal sealed class KernelMemory
{
    private const int CacheLine = 64;
    private readonly Dictionary<Memory, (float[] Array, int Start)> _memories = [];
    private readonly int _slices;

    /// <summary>Lengths as the plan has them, parameters of a network, and images and gradients at random.</summary>
    public KernelMemory(NetworkPlan plan, ReadOnlySpan<float> parameters)
    {
        _slices = plan.Slices;
        Reserve(Memory.Parameters, parameters.Length);
        Reserve(Memory.Gradient, parameters.Length);
        Reserve(Memory.Workspace, Math.Max(plan.WorkspaceLength, plan.SingleWorkspaceLength));
        Reserve(Memory.Packed, plan.PackedLength);
        Reserve(Memory.Image, plan.Network.InputShape.Length);
        Reserve(Memory.Output, plan.Network.Output.Length);
        parameters.CopyTo(Span(Memory.Parameters));
        var random = new Random(1);
        foreach (Memory memory in new[] { Memory.Workspace, Memory.Image })
        {
            foreach (ref float element in Span(memory))
                element = random.NextSingle();
        }
    }

    public Span<float> Span(Memory memory) => _memories[memory].Array.AsSpan(_memories[memory].Start);

    /// <summary>A call of what a step calls, in the network's kernels or the runtime; for all slices of a block, and all rows.</summary>
    public Action CallOf(KernelStep step, Type kernels) => CallOf(step, kernels, firstRow: 0, step.Strips?.Rows ?? 0);

    /// <summary>The calls of steps that go by turns, in order, each with the step's place among them.</summary>
    public IEnumerable<(int Step, Action Call)> CallsOf(IReadOnlyList<KernelStep> turns, Type kernels)
    {
        if (turns[0].Strips is not { } strips)
            return [(0, CallOf(turns[0], kernels))];
        return from strip in Enumerable.Range(0, (strips.Rows + strips.RowsOfStrip - 1) / strips.RowsOfStrip)
               let firstRow = strip * strips.RowsOfStrip
               let endRow = Math.Min(firstRow + strips.RowsOfStrip, strips.Rows)
               from step in Enumerable.Range(0, turns.Count)
               select (step, CallOf(turns[step], kernels, firstRow, endRow));
    }

    /// <param name="step">The step.</param>
    /// <param name="kernels">The class that has the network's kernels.</param>
    /// <param name="firstRow">Where it is called for strips, the first row of a convolution's output.</param>
    /// <param name="endRow">The row behind the last.</param>
    private Action CallOf(KernelStep step, Type kernels, int firstRow, int endRow)
    {
        string[] name = step.Method.Split('.');
        Type type = name.Length == 1 ? kernels : typeof(Network).Assembly.GetType("LeNetGen.Execution." + name[0], throwOnError: true)!;
        MethodInfo method = type.GetMethod(name[^1], BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        Expression[] sizes = step switch
        {
            LayoutStep layout => [.. layout.Arguments.Select(size => Expression.Constant(size))],
            { IsOfChunk: true } => [Expression.Constant((nint)NetworkPlan.ChunkImages)],
            PoolingStep { Strips: { } strips } => [WindowsBefore(firstRow, strips), WindowsBefore(endRow, strips)],
            { Strips: not null } => [Expression.Constant((nint)firstRow), Expression.Constant((nint)endRow)],
            _ => [],
        };
        IEnumerable<Expression> calls = Enumerable.Range(0, step.IsOfSlice ? _slices : 1).Select(slice => Expression.Call(
            method, step.Parameters.Select(parameter => PlaceOf(parameter.Place, step, slice)).Concat(sizes)));
        return Expression.Lambda<Action>(Expression.Block(calls)).Compile();
    }

    private static ConstantExpression WindowsBefore(int row, RowStrips strips) =>
        Expression.Constant((nint)((row + strips.RowsBetweenWindows) / strips.RowsOfStrip));

    private IndexExpression PlaceOf(Operand place, KernelStep step, int slice)
    {
        if (place.Memory == Memory.Constants)
        {
            float[] constants = [.. ((CorrelationStep)step).Kernel.Constants];
            return Expression.ArrayAccess(Expression.Constant(constants), Expression.Constant(0));
        }

        (float[] array, int start) = _memories[place.Memory];
        return Expression.ArrayAccess(Expression.Constant(array), Expression.Constant(start + place.Offset + slice * place.SliceStride));
    }

    private void Reserve(Memory memory, int length)
    {
        float[] array = GC.AllocateArray<float>(length + CacheLine, pinned: true);
        int misaligned = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(array, 0) % CacheLine) / sizeof(float);
        _memories.Add(memory, (array, misaligned == 0 ? 0 : CacheLine / sizeof(float) - misaligned));
    }
}
