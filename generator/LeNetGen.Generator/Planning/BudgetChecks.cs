using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;
using LeNetGen.Generator.Emission;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>What a sound network costs, as numbers, and where it is more than is likely to be meant.</summary>
internal static class BudgetChecks
{
    /// <summary>More than this for each thread is warned of: the caches hold a hundredth of it, and threads are many.</summary>
    private const long LargestWorkspace = 256 * BytesOfMegabyte;

    private const long BytesOfMegabyte = 1_000_000;
    private const long BytesOfKilobyte = 1_000;

    public static IEnumerable<Problem> Of(ShapedNetwork network) => OfUnrolling(network).Concat(OfWorkspace(network));

    /// <summary>Layers that ask for more straight-line code than is written.</summary>
    private static IEnumerable<Problem> OfUnrolling(ShapedNetwork network)
    {
        for (int index = 0; index < network.Layers.Count; index++)
        {
            if (network.Layers[index] is not WeightedLayer { Unroll: Unroll.Row or Unroll.Layer, SharesWith: null } layer)
                continue;
            // With connections its lists are loops in any case, as the documentation of Connections says.
            if (layer is ShapedConvolution { Connections: not null })
                continue;
            CorrelationPlan[] kernels =
            [
                BlockCorrelations.Forward(layer, NetworkPlan.BlockLanes),
                BlockCorrelations.InputGradient(layer, NetworkPlan.BlockLanes, addsShares: false, ActivationFunction.None),
            ];
            if (kernels.FirstOrDefault(kernel => kernel.Unroll < layer.Unroll) is not { } kernel)
                continue;
            yield return Problem.Of(
                BudgetDescriptors.MuchUnrolled,
                Anchor.OfLayer(index, nameof(layer.Unroll)),
                layer.Name,
                layer.Unroll,
                Literal.Grouped(kernel.StraightLine(layer.Unroll)),
                Literal.Grouped(KernelBudget.StraightLine),
                kernel.Unroll,
                Literal.Grouped(kernel.StraightLine(kernel.Unroll)));
        }
    }

    /// <summary>Whether the memory that a thread needs is large, said at the layer that needs most of it.</summary>
    private static IEnumerable<Problem> OfWorkspace(ShapedNetwork network)
    {
        // The plan takes longer than all checks together, and nearly every network is far from the bound.
        long elements = network.InputShape.Length + network.Layers.Sum(layer => (long)layer.Output.Length);
        if (elements * NetworkPlan.BlockLanes * SizeLimits.CopiesInWorkspace * sizeof(float) <= LargestWorkspace)
            yield break;
        long bytes = WorkspaceOf(network);
        if (bytes <= LargestWorkspace)
            yield break;
        int largest = Enumerable.Range(0, network.Layers.Count).OrderByDescending(index => network.Layers[index].Output.Length).First();
        ShapedLayer layer = network.Layers[largest];
        bool isInput = network.InputShape.Length >= layer.Output.Length;
        yield return Problem.Of(
            BudgetDescriptors.LargeWorkspace,
            isInput ? Anchor.OfNetwork() : Anchor.OfLayer(largest),
            network.Type.Name,
            Memory(bytes),
            Memory(LargestWorkspace),
            isInput ? $"the input {network.InputShape}" : $"the output {layer.Output} of layer '{layer.Name}'");
    }

    /// <summary>The network at one glance.</summary>
    public static Problem SummaryOf(ShapedNetwork network) => Problem.Of(
        BudgetDescriptors.Summary,
        Anchor.Class,
        network.Type.Name,
        Count(network.ParameterCount, "parameter"),
        Count(network.MultiplyAdds, "multiply-add"),
        network.InputShape,
        network.Output,
        Count(network.Layers.Count, "layer"),
        Memory((long)network.ParameterCount * sizeof(float)),
        Memory(WorkspaceOf(network)));

    /// <summary>Bytes for the values and gradients of a block of images, where vectors are widest.</summary>
    private static long WorkspaceOf(ShapedNetwork network) =>
        (long)BlockPlanner.Plan(network, NetworkPlan.BlockLanes).WorkspaceLength * sizeof(float);

    private static string Count(long count, string what) => $"{Literal.Grouped(count)} {what}{(count == 1 ? "" : "s")}";

    private static string Memory(long bytes) => bytes < 10 * BytesOfMegabyte
        ? $"{Literal.Grouped((bytes + BytesOfKilobyte / 2) / BytesOfKilobyte)} kB"
        : $"{Literal.Grouped((bytes + BytesOfMegabyte / 2) / BytesOfMegabyte)} MB";
}
