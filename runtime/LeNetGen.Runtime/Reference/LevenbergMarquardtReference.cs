using System.Numerics;
using LeNetGen.Training;

namespace LeNetGen.Reference;

/// <summary>Stochastic diagonal Levenberg-Marquardt: docs/arithmetic.md, section 8.</summary>
internal sealed class LevenbergMarquardtReference<T>(LearningRateSchedule schedule, double damping) : ReferenceOptimizer<T>(schedule)
    where T : IFloatingPointIeee754<T>
{
    private double[] _curvature = [];

    /// <inheritdoc/>
    public override void TakeCurvature(ReadOnlySpan<double> curvature) => _curvature = curvature.ToArray();

    /// <inheritdoc/>
    private protected override T Updated(int i, T p, T g)
    {
        T r = T.CreateChecked(1 / (damping + _curvature[i]));
        return T.FusedMultiplyAdd(-(T.CreateChecked(LearningRate) * r), g, p);
    }
}
