using System.Globalization;

namespace LeNetGen.Training;

/// <summary>
/// The learning rate of each step. A number converts to the schedule that stays with it; others derive from this class, yours too.
/// </summary>
/// <remarks>
/// A schedule holds no state, so that several trainings may use one. It is asked once a step, on the thread that trains. Where results are
/// to be equal on all platforms it keeps away from Math.Cos, Math.Pow and their like, whose last bits differ between them.
/// </remarks>
public abstract class LearningRateSchedule
{
    /// <summary>The learning rate of a step: a finite number from 0 up.</summary>
    /// <param name="step">How many steps the training has taken before it: 0 at the first, as Keras counts its iterations.</param>
    public abstract double At(long step);

    /// <summary>The schedule of one constant rate.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative, infinite or not a number.</exception>
    public static implicit operator LearningRateSchedule(double learningRate) => new ConstantRate(learningRate);

    /// <summary>The rate of a step, which a schedule of anybody's may have got wrong.</summary>
    /// <exception cref="LeNetGenException">It is negative, infinite or not a number.</exception>
    internal double CheckedAt(long step)
    {
        double rate = At(step);
        if (Hyperparameter.IsNotNegative(rate))
            return rate;
        throw new LeNetGenException(string.Create(
            CultureInfo.InvariantCulture,
            $"The schedule {GetType().Name} gives {rate} as the learning rate after {step} steps; it must be a number from 0 up."));
    }
}
