using System.Numerics;
using LeNetGen.Training;

namespace LeNetGen.Reference;

/// <summary>
/// An optimizer executed element by element as docs/arithmetic.md, section 8, is written. Coefficients are computed in double and
/// rounded once.
/// </summary>
public abstract class ReferenceOptimizer<T> where T : IFloatingPointIeee754<T>
{
    private readonly LearningRateSchedule _schedule;
    private long _stepsBegun;

    private protected ReferenceOptimizer(LearningRateSchedule schedule) => _schedule = schedule;

    /// <summary>Stochastic gradient descent, with momentum unless that is 0.</summary>
    /// <param name="learningRate">The step's size.</param>
    /// <param name="momentum">How much of the last step's direction stays in the next.</param>
    /// <param name="nesterov">Whether momentum is Nesterov's.</param>
    public static ReferenceOptimizer<T> Sgd(LearningRateSchedule learningRate, double momentum = 0, bool nesterov = false) =>
        momentum == 0 ? new SgdReference<T>(learningRate) : new MomentumReference<T>(learningRate, momentum, nesterov);

    /// <summary>RMSprop.</summary>
    /// <param name="learningRate">The step's size.</param>
    /// <param name="rho">How much of the mean square gradient stays.</param>
    /// <param name="epsilon">What is added to the mean square gradient or its root.</param>
    /// <param name="kerasEpsilon">Whether it is added inside the root, as in Keras, or outside, as in PyTorch.</param>
    public static ReferenceOptimizer<T> RmsProp(LearningRateSchedule learningRate, double rho, double epsilon, bool kerasEpsilon) =>
        new RmsPropReference<T>(learningRate, rho, epsilon, kerasEpsilon);

    /// <summary>Adam.</summary>
    /// <param name="learningRate">The step's size.</param>
    /// <param name="beta1">How much of the mean gradient stays.</param>
    /// <param name="beta2">How much of the mean square gradient stays.</param>
    /// <param name="epsilon">What is added to the root.</param>
    /// <param name="kerasEpsilon">Whether it is added to the uncorrected root, as in Keras, or to the corrected one, as in PyTorch.</param>
    public static ReferenceOptimizer<T> Adam(
        LearningRateSchedule learningRate, double beta1, double beta2, double epsilon, bool kerasEpsilon) =>
        new AdamReference<T>(learningRate, weightDecay: null, beta1, beta2, epsilon, kerasEpsilon);

    /// <summary>AdamW.</summary>
    /// <param name="learningRate">The step's size.</param>
    /// <param name="weightDecay">The share of a parameter, times the learning rate, that a step takes away.</param>
    /// <param name="beta1">How much of the mean gradient stays.</param>
    /// <param name="beta2">How much of the mean square gradient stays.</param>
    /// <param name="epsilon">What is added to the root.</param>
    /// <param name="kerasEpsilon">Whether it is added to the uncorrected root, as in Keras, or to the corrected one, as in PyTorch.</param>
    public static ReferenceOptimizer<T> AdamW(
        LearningRateSchedule learningRate, double weightDecay, double beta1, double beta2, double epsilon, bool kerasEpsilon) =>
        new AdamReference<T>(learningRate, weightDecay, beta1, beta2, epsilon, kerasEpsilon);

    /// <summary>Stochastic diagonal Levenberg-Marquardt, which needs <see cref="TakeCurvature"/> before its first step.</summary>
    /// <param name="learningRate">The global rate.</param>
    /// <param name="damping">What is added to each curvature.</param>
    public static ReferenceOptimizer<T> StochasticDiagonalLevenbergMarquardt(LearningRateSchedule learningRate, double damping) =>
        new LevenbergMarquardtReference<T>(learningRate, damping);

    /// <summary>Takes the curvature of the loss, if the optimizer wants it; other ones do not mind.</summary>
    /// <param name="curvature">[parameters] the curvature along each parameter.</param>
    public virtual void TakeCurvature(ReadOnlySpan<double> curvature)
    {
    }

    /// <summary>The learning rate of the current step.</summary>
    private protected double LearningRate { get; private set; }

    /// <summary>Takes one step.</summary>
    /// <param name="parameters">[parameters] the network's parameters; changed.</param>
    /// <param name="gradient">[parameters] the gradient of the loss. Every step of one optimizer has the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void Step(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        if (parameters.Length != gradient.Length)
        {
            throw new ArgumentException(
                $"There are {parameters.Length} parameters, but {gradient.Length} gradient elements.", nameof(gradient));
        }

        LearningRate = _schedule.CheckedAt(_stepsBegun++);
        BeginStep(parameters.Length);
        for (int i = 0; i < parameters.Length; i++)
            parameters[i] = Updated(i, parameters[i], gradient[i]);
    }

    /// <summary>Prepares the coefficients, and at the first step the state, of <paramref name="count"/> parameters.</summary>
    private protected virtual void BeginStep(int count)
    {
    }

    /// <summary>The new value of parameter <paramref name="i"/>, from its value and its gradient.</summary>
    private protected abstract T Updated(int i, T p, T g);
}
