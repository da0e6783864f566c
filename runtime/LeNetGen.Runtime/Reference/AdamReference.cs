using System.Numerics;
using LeNetGen.Training;

namespace LeNetGen.Reference;

/// <summary>Adam, with either placement of epsilon, and AdamW: docs/arithmetic.md, section 8.</summary>
internal sealed class AdamReference<T>(
    LearningRateSchedule schedule, double? weightDecay, double beta1, double beta2, double epsilon, bool kerasEpsilon)
    : ReferenceOptimizer<T>(schedule)
    where T : IFloatingPointIeee754<T>
{
    private readonly T _beta1 = T.CreateChecked(beta1);
    private readonly T _oneMinusBeta1 = T.CreateChecked(1 - beta1);
    private readonly T _beta2 = T.CreateChecked(beta2);
    private readonly T _oneMinusBeta2 = T.CreateChecked(1 - beta2);
    private readonly T _epsilon = T.CreateChecked(epsilon);

    // beta^t, as running products.
    private double _power1 = 1;
    private double _power2 = 1;

    private T _a = T.Zero;
    private T _r = T.One;
    private T[] _m = [];
    private T[] _v = [];

    /// <inheritdoc/>
    private protected override void BeginStep(int count)
    {
        if (_m.Length == 0)
            (_m, _v) = (new T[count], new T[count]);
        _power1 *= beta1;
        _power2 *= beta2;
        double rootOfCorrection = Math.Sqrt(1 - _power2);
        _a = T.CreateChecked(kerasEpsilon ? LearningRate * rootOfCorrection / (1 - _power1) : LearningRate / (1 - _power1));
        _r = T.CreateChecked(1 / rootOfCorrection);
    }

    /// <inheritdoc/>
    private protected override T Updated(int i, T p, T g)
    {
        if (weightDecay is { } decay)
            p = T.FusedMultiplyAdd(-T.CreateChecked(LearningRate * decay), p, p);
        _m[i] = T.FusedMultiplyAdd(_oneMinusBeta1, g, _beta1 * _m[i]);
        _v[i] = T.FusedMultiplyAdd(_oneMinusBeta2, g * g, _beta2 * _v[i]);
        T root = T.Sqrt(_v[i]);
        T divisor = (kerasEpsilon ? root : root * _r) + _epsilon;
        return p - _a * _m[i] / divisor;
    }
}
