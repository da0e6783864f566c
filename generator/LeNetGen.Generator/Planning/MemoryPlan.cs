using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>Where a program that only predicts keeps what, and for how long, at the widest vectors, which need most.</summary>
/// <param name="Cost">What it takes in all.</param>
/// <param name="Steps">The calls of the pass over one image.</param>
/// <param name="Buffers">What the calls write besides the output, in the order in which it is first written.</param>
/// <param name="BufferBytes">The memory that all buffers lie in; some lie where others have lain.</param>
internal sealed record MemoryPlan(
    DeploymentCost Cost, EquatableArray<KernelStep> Steps, EquatableArray<BufferLife> Buffers, long BufferBytes)
{
    public static MemoryPlan Of(ShapedNetwork network)
    {
        SinglePlanner plan = SinglePlanner.Plan(network, NetworkPlan.BlockLanes);
        IEnumerable<BufferLife> buffers = Enumerable.Range(0, plan.Steps.Count)
            .SelectMany(step => RegionsOf(plan.Steps[step]).Select(region => (Region: region, Step: step)))
            .GroupBy(use => use.Region, use => use.Step)
            .Select(uses => new BufferLife(uses.Key, uses.Min(), uses.Max()));
        return new MemoryPlan(
            DeploymentCost.Of(network),
            plan.Steps.ToEquatableArray(),
            buffers.ToEquatableArray(),
            (long)plan.WorkspaceLength * sizeof(float));
    }

    /// <summary>The buffers that hold something during a step.</summary>
    public IEnumerable<BufferLife> InUse(int step) => Buffers.Where(buffer => buffer.First <= step && step <= buffer.Last);

    /// <summary>Their bytes.</summary>
    public long BytesInUse(int step) => InUse(step).Sum(buffer => buffer.Bytes);

    private static IEnumerable<Region> RegionsOf(KernelStep step) =>
        step.Parameters.Where(parameter => parameter.Place.Memory == Memory.Workspace).Select(parameter => parameter.Place.Region!);
}

/// <summary>A buffer, from the step that writes it first to the last that reads it.</summary>
internal sealed record BufferLife(Region Region, int First, int Last)
{
    /// <summary>Where it starts.</summary>
    public long Start => (long)Region.Offset * sizeof(float);

    public long Bytes => (long)Region.Length * sizeof(float);
}
