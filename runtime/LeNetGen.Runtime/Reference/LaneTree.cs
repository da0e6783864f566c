using System.Numerics;
using LeNetGen.Execution;

namespace LeNetGen.Reference;

/// <summary>The tree by which the lanes of a block are added: docs/arithmetic.md, section 6.</summary>
internal static class LaneTree
{
    /// <summary>The sum of the lanes: halves are added lane by lane until one lane is left.</summary>
    /// <param name="lanes">[16] the lanes' values. Overwritten.</param>
    public static T Sum<T>(Span<T> lanes) where T : IFloatingPointIeee754<T>
    {
        for (int half = NetworkKernels.BlockSize / 2; half >= 1; half /= 2)
        {
            for (int i = 0; i < half; i++)
                lanes[i] += lanes[i + half];
        }

        return lanes[0];
    }
}
