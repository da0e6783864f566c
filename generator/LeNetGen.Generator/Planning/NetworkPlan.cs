using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>
/// The forward pass of training, where it is another than that of prediction: in a network with dropout, which only a training has, or with
/// poolings that a prediction does together with the layers before them.
/// </summary>
/// <param name="Steps">The calls.</param>
/// <param name="Output">Where it leaves the outputs.</param>
internal sealed record TrainingPass(EquatableArray<KernelStep> Steps, Operand Output);

/// <summary>All kernels of a network at one vector width, the order in which they run, and where in memory everything lies.</summary>
/// <param name="Backward">The way back over a block.</param>
/// <param name="Chunk">What follows once after the last block of a chunk.</param>
internal sealed record NetworkPlan(
    ShapedNetwork Network,
    int Lanes,
    int WorkspaceLength,
    int SliceLength,
    Operand Output,
    Operand OutputGradient,
    EquatableArray<KernelStep> Forward,
    TrainingPass? Training,
    EquatableArray<KernelStep> Backward,
    EquatableArray<KernelStep> Chunk,
    int PackedLength,
    int SingleWorkspaceLength,
    EquatableArray<KernelStep> Pack,
    EquatableArray<KernelStep> Single)
{
    public const int BlockLanes = 16;

    public const int ChunkBlocks = 2;

    public const int ChunkImages = ChunkBlocks * BlockLanes;

    /// <summary>The lanes of the vector widths: 512, 256 and 128 bits, and scalar code.</summary>
    public static readonly IReadOnlyList<int> Widths = [16, 8, 4, 1];

    /// <summary>Slices of a block: a vector's images, which lie together.</summary>
    public int Slices => BlockLanes / Lanes;

    /// <summary>The calls of all passes.</summary>
    public IEnumerable<KernelStep> Steps => Forward.Concat(Training?.Steps ?? []).Concat(Backward).Concat(Chunk).Concat(Single);

    /// <summary>A plan for each vector width.</summary>
    public static IEnumerable<NetworkPlan> ForEachWidth(ShapedNetwork network, CancellationToken cancellation)
    {
        foreach (int lanes in Widths)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Of(network, lanes);
        }
    }

    /// <summary>
    /// The parts of the gradient that blocks add to, in order: all but what is stored after the last block of a chunk.
    /// </summary>
    public IEnumerable<(int Start, int Length)> SumsOfBlocks()
    {
        int start = 0;
        foreach (DenseGradientStep stored in Chunk.OfType<DenseGradientStep>().OrderBy(step => step.Target.Offset))
        {
            if (stored.Target.Offset > start)
                yield return (start, stored.Target.Offset - start);
            start = stored.Target.Offset + stored.Kernel.Layer.WeightCount;
        }

        if (Network.ParameterCount > start)
            yield return (start, Network.ParameterCount - start);
    }

    public static NetworkPlan Of(ShapedNetwork network, int lanes)
    {
        var block = BlockPlanner.Plan(network, lanes);
        var single = SinglePlanner.Plan(network, lanes);
        var kernels = new SharedKernels(block.Forward.Concat(block.Training?.Steps ?? []).Concat(block.Backward).Concat(single.Steps));
        return new NetworkPlan(
            network,
            lanes,
            block.WorkspaceLength,
            block.SliceLength,
            block.Output,
            block.OutputGradient,
            kernels.In(block.Forward),
            block.Training is { } training ? training with { Steps = kernels.In(training.Steps) } : null,
            kernels.In(block.Backward.Where(step => !step.IsOfChunk)),
            kernels.In(block.Backward.Where(step => step.IsOfChunk)),
            single.PackedLength,
            single.WorkspaceLength,
            single.Pack.ToEquatableArray(),
            kernels.In(single.Steps));
    }
}
