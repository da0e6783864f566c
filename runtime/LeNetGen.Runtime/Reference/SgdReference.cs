using System.Numerics;
using LeNetGen.Training;

namespace LeNetGen.Reference;

/// <summary>SGD: docs/arithmetic.md, section 8.</summary>
internal sealed class SgdReference<T>(LearningRateSchedule schedule) : ReferenceOptimizer<T>(schedule) where T : IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    private protected override T Updated(int i, T p, T g) => T.FusedMultiplyAdd(-T.CreateChecked(LearningRate), g, p);
}
