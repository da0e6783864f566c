using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>SGD: docs/arithmetic.md, section 8.</summary>
internal sealed class SgdReference<T>(double learningRate) : ReferenceOptimizer<T> where T : IFloatingPointIeee754<T>
{
    private readonly T _learningRate = T.CreateChecked(learningRate);

    /// <inheritdoc/>
    private protected override T Updated(int i, T p, T g) => T.FusedMultiplyAdd(-_learningRate, g, p);
}
