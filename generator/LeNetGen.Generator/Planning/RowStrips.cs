using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>
/// The strips of rows in which a convolution, its activation and the pooling behind it go by turns, where the first-level cache has no room
/// for all that the convolution computes: it still holds a strip when the next of the three reads it. A strip reaches from one row of
/// windows to the next; rows that are left over behind the last are one more, or a part of one.
/// </summary>
/// <param name="Pooling">The pooling, which alone reads the convolution.</param>
internal sealed record RowStrips(ShapedPooling Pooling)
{
    /// <summary>Rows of the convolution's output.</summary>
    public int Rows => Pooling.Input.Height;

    /// <summary>Rows of a strip; the last may have fewer.</summary>
    public int RowsOfStrip => Pooling.StrideHeight;

    /// <summary>Rows of a strip that lie behind its windows.</summary>
    public int RowsBetweenWindows => Pooling.StrideHeight - Pooling.PoolHeight;

    /// <summary>The strips of a convolution; null where it is computed at once.</summary>
    /// <param name="value">The convolution.</param>
    /// <param name="kernel">Its kernel.</param>
    /// <param name="network">The network.</param>
    /// <param name="graph">The network's values.</param>
    public static RowStrips? Of(int value, CorrelationPlan kernel, ShapedNetwork network, ValueGraph graph)
    {
        // Without a loop over rows there is none to interrupt; what a graph computes between the two would have to wait.
        if (kernel.Unroll == Unroll.Layer
            || PoolingFusion.PoolingOf(value, network, graph) is not int reader
            || graph.Values.First(other => other > value) != reader)
        {
            return null;
        }

        var strips = new RowStrips((ShapedPooling)network.Layers[reader]);
        long bytesOfRow = (long)kernel.TargetChannels * kernel.Target.Row * sizeof(float);
        return strips.Pooling.Output.Height > 1
            && strips.Rows * bytesOfRow > KernelBudget.FirstLevelCache
            && strips.RowsOfStrip * bytesOfRow <= KernelBudget.FirstLevelCache
            && PoolingText.OfWindows(strips.Pooling) <= KernelBudget.WindowElements
            ? strips
            : null;
    }

    /// <summary>The steps of a pass: one by one, or those together that go by turns.</summary>
    public static IEnumerable<IReadOnlyList<KernelStep>> Turns(IEnumerable<KernelStep> steps)
    {
        var turns = new List<KernelStep>();
        foreach (KernelStep step in steps)
        {
            if (turns.Count > 0 && (step.Strips is null || step.Strips != turns[0].Strips))
            {
                yield return turns;
                turns = [];
            }

            turns.Add(step);
        }

        if (turns.Count > 0)
            yield return turns;
    }
}
