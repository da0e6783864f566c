using LeNetGen.Execution;
using LeNetGen.Generator.Planning;

namespace LeNetGen.Benchmarks;

/// <summary>A kernel of a network at a vector width.</summary>
/// <param name="Case">The network's key in the ledger.</param>
/// <param name="Width">The vector width.</param>
/// <param name="Method">The kernel's method.</param>
public sealed record KernelChoice(string Case, VectorWidth Width, string Method)
{
    /// <summary>The kernels of all cases, at the widths that this processor has.</summary>
    public static IEnumerable<KernelChoice> All =>
        from name in Ledger.Cases.Keys
        from width in Enum.GetValues<VectorWidth>()
        where width <= VectorWidths.Default
        from step in KernelsOf(Plans.Of(Ledger.Cases[name](width)))
        select new KernelChoice(name, width, step.Method);

    /// <summary>A call of the kernel on memory of its own.</summary>
    public Action Prepare()
    {
        Network network = Ledger.Cases[Case](Width);
        NetworkPlan plan = Plans.Of(network);
        Type kernels = Plans.KernelsOf(network, plan);
        var memory = new KernelMemory(plan, network.Parameters);
        foreach (KernelStep step in plan.Pack)
            memory.CallOf(step, kernels)();
        return memory.CallOf(KernelsOf(plan).Single(step => step.Method == Method), kernels);
    }

    /// <summary>What filters and tables show.</summary>
    public override string ToString() => $"{Case}/{(Width == VectorWidth.Scalar ? "scalar" : $"{(int)Width}")}/{Method}";

    /// <summary>Those generated for the network; the runtime's own are the same for all.</summary>
    private static IEnumerable<KernelStep> KernelsOf(NetworkPlan plan) =>
        plan.Steps.Where(step => !step.Method.Contains('.')).DistinctBy(step => step.Method);
}
