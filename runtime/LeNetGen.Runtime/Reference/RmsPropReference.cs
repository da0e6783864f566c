using System.Numerics;
using LeNetGen.Training;

namespace LeNetGen.Reference;

/// <summary>RMSprop, with either placement of epsilon: docs/arithmetic.md, section 8.</summary>
internal sealed class RmsPropReference<T>(LearningRateSchedule schedule, double rho, double epsilon, bool kerasEpsilon)
    : ReferenceOptimizer<T>(schedule)
    where T : IFloatingPointIeee754<T>
{
    private readonly T _rho = T.CreateChecked(rho);
    private readonly T _oneMinusRho = T.CreateChecked(1 - rho);
    private readonly T _epsilon = T.CreateChecked(epsilon);
    private T[] _v = [];

    /// <inheritdoc/>
    private protected override void BeginStep(int count)
    {
        if (_v.Length == 0)
            _v = new T[count];
    }

    /// <inheritdoc/>
    private protected override T Updated(int i, T p, T g)
    {
        _v[i] = T.FusedMultiplyAdd(_oneMinusRho, g * g, _rho * _v[i]);
        T divisor = kerasEpsilon ? T.Sqrt(_v[i] + _epsilon) : T.Sqrt(_v[i]) + _epsilon;
        return p - T.CreateChecked(LearningRate) * g / divisor;
    }
}
