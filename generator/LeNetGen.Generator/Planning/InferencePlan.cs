using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>What a network that only predicts needs at one vector width: the pass over one image.</summary>
/// <param name="Network">The network.</param>
/// <param name="Lanes">Lanes of a vector; 1 for scalar code.</param>
/// <param name="WorkspaceLength">Floats of scratch.</param>
/// <param name="Steps">The calls of the pass.</param>
/// <param name="Outputs">Where they leave the layers' outputs.</param>
internal sealed record InferencePlan(
    ShapedNetwork Network, int Lanes, int WorkspaceLength, EquatableArray<KernelStep> Steps, EquatableArray<LayerOutput> Outputs)
{
    /// <summary>A plan for each vector width.</summary>
    public static IEnumerable<InferencePlan> ForEachWidth(ShapedNetwork network, CancellationToken cancellation)
    {
        foreach (int lanes in NetworkPlan.Widths)
        {
            cancellation.ThrowIfCancellationRequested();
            var single = SinglePlanner.Plan(network, lanes);
            var kernels = new SharedKernels(single.Steps);
            yield return new InferencePlan(
                network, lanes, single.WorkspaceLength, kernels.In(single.Steps), single.Outputs.ToEquatableArray());
        }
    }
}
