using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>SGD with momentum: docs/arithmetic.md, section 8.</summary>
internal sealed class MomentumReference<T>(double learningRate, double momentum) : ReferenceOptimizer<T>
    where T : IFloatingPointIeee754<T>
{
    private readonly T _learningRate = T.CreateChecked(learningRate);
    private readonly T _momentum = T.CreateChecked(momentum);
    private T[] _b = [];

    /// <inheritdoc/>
    private protected override void BeginStep(int count)
    {
        if (_b.Length == 0)
            _b = new T[count];
    }

    /// <inheritdoc/>
    private protected override T Updated(int i, T p, T g)
    {
        _b[i] = T.FusedMultiplyAdd(_momentum, _b[i], g);
        return T.FusedMultiplyAdd(-_learningRate, _b[i], p);
    }
}
