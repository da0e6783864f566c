using System.Numerics;
using LeNetGen.Execution;

namespace LeNetGen.Training;

/// <summary>
/// Stochastic diagonal Levenberg-Marquardt (LeCun, Bottou, Bengio, Haffner, "Gradient-based learning applied to document recognition",
/// 1998, appendix C): gradient descent whose every parameter has a rate of its own, <c>learning rate / (damping + curvature)</c>. The
/// curvature of the loss along each parameter is estimated before each epoch, on a few of the training images: docs/arithmetic.md,
/// section 11.
/// </summary>
/// <remarks>
/// The paper takes a step for every image. A batch's gradient is the mean of its images', and their curvature does not depend on the batch,
/// so a batch of <c>B</c> makes one step of the same length in place of <c>B</c>: as long as the steps are small, <c>B</c> times the rate
/// goes as far in an epoch.
/// </remarks>
public sealed class StochasticDiagonalLevenbergMarquardt : Optimizer
{
    /// <summary>Stochastic diagonal Levenberg-Marquardt; the defaults are the paper's.</summary>
    /// <param name="learningRate">
    /// The global rate; 0.0005 if not given, the paper's in its first two passes, for batches of one image.
    /// </param>
    /// <param name="damping">What is added to each curvature, so that no rate becomes too large; above 0.</param>
    /// <param name="curvatureSamples">
    /// How many training images the curvature is estimated on, or all if there are fewer; at least 1.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public StochasticDiagonalLevenbergMarquardt(
        LearningRateSchedule? learningRate = null, double damping = 0.02, int curvatureSamples = 500)
        : base(learningRate ?? 5e-4)
    {
        Hyperparameter.RequirePositive(damping, "damping");
        Hyperparameter.Require(
            curvatureSamples >= 1, curvatureSamples, "number of curvature samples", "at least 1", nameof(curvatureSamples));
        (Damping, CurvatureSamples) = (damping, curvatureSamples);
    }

    /// <inheritdoc/>
    public override string Name => "stochastic diagonal Levenberg-Marquardt";

    /// <summary>What is added to each curvature: the paper's mu.</summary>
    public double Damping { get; }

    /// <summary>How many training images the curvature is estimated on.</summary>
    public int CurvatureSamples { get; }

    /// <inheritdoc/>
    internal override OptimizerRun Start(int parameterCount) => new Run(this, parameterCount);

    private sealed class Run(StochasticDiagonalLevenbergMarquardt optimizer, int parameterCount) : OptimizerRun(optimizer.LearningRate)
    {
        private readonly double _damping = optimizer.Damping;
        private readonly AlignedBuffer _factors = new(parameterCount);

        public override int CurvatureSamples { get; } = optimizer.CurvatureSamples;

        public override void TakeCurvature(ReadOnlySpan<double> curvature)
        {
            Span<float> factors = _factors.Span;
            for (int i = 0; i < factors.Length; i++)
                factors[i] = (float)(1 / (_damping + curvature[i]));
        }

        public override void Update(int start, ReadOnlySpan<Vector<float>> gradient, Span<Vector<float>> parameters)
        {
            var learningRate = new Vector<float>((float)LearningRate);
            Span<Vector<float>> factors = _factors.Vectors.Slice(start, parameters.Length);
            for (int i = 0; i < parameters.Length; i++)
                parameters[i] = Vector.FusedMultiplyAdd(-(learningRate * factors[i]), gradient[i], parameters[i]);
        }
    }
}
