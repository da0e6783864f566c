using System.Globalization;

namespace LeNetGen.Training;

/// <summary>The same learning rate at every step.</summary>
public sealed class ConstantRate : LearningRateSchedule
{
    /// <summary>A constant rate.</summary>
    /// <param name="learningRate">The rate, from 0 up.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative, infinite or not a number.</exception>
    public ConstantRate(double learningRate)
    {
        Hyperparameter.RequireNotNegative(learningRate, "learning rate");
        Rate = learningRate;
    }

    /// <summary>The rate.</summary>
    public double Rate { get; }

    /// <inheritdoc/>
    public override double At(long step) => Rate;

    /// <summary>The rate as a number.</summary>
    public override string ToString() => Rate.ToString(CultureInfo.InvariantCulture);
}
