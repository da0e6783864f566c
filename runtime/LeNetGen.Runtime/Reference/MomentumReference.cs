using System.Numerics;
using LeNetGen.Training;

namespace LeNetGen.Reference;

/// <summary>SGD with momentum, Nesterov's or not: docs/arithmetic.md, section 8.</summary>
internal sealed class MomentumReference<T>(LearningRateSchedule schedule, double momentum, bool nesterov)
    : ReferenceOptimizer<T>(schedule)
    where T : IFloatingPointIeee754<T>
{
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
        T d = nesterov ? T.FusedMultiplyAdd(_momentum, _b[i], g) : _b[i];
        return T.FusedMultiplyAdd(-T.CreateChecked(LearningRate), d, p);
    }
}
