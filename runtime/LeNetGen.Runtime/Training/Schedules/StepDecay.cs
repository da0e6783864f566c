using System.Globalization;

namespace LeNetGen.Training;

/// <summary>
/// A learning rate that falls by a factor every so many steps: <c>initial * factor^(step / everySteps)</c>, the quotient rounded down.
/// PyTorch's StepLR, Keras' ExponentialDecay with staircase.
/// </summary>
public sealed class StepDecay : LearningRateSchedule
{
    /// <summary>A rate that falls in steps.</summary>
    /// <param name="initial">The rate at first, from 0 up.</param>
    /// <param name="everySteps">For how many training steps each rate holds; at least 1.</param>
    /// <param name="factor">What the rate is multiplied by after them; above 0 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public StepDecay(double initial, long everySteps, double factor)
    {
        Hyperparameter.RequireNotNegative(initial, "initial learning rate");
        Hyperparameter.Require(everySteps >= 1, everySteps, "number of steps between decays", "at least 1", nameof(everySteps));
        Hyperparameter.Require(factor is > 0 and <= 1, factor, "factor of a decay", "above 0 and at most 1", nameof(factor));
        (Initial, EverySteps, Factor) = (initial, everySteps, factor);
    }

    /// <summary>The rate at first.</summary>
    public double Initial { get; }

    /// <summary>For how many training steps each rate holds.</summary>
    public long EverySteps { get; }

    /// <summary>What the rate is multiplied by after them.</summary>
    public double Factor { get; }

    /// <inheritdoc/>
    public override double At(long step) => Initial * Power(Factor, step / EverySteps);

    /// <summary>The three numbers in words.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Initial}, times {Factor} every {EverySteps} steps");

    // By squaring, lowest bit first: Math.Pow differs between platforms.
    private static double Power(double factor, long exponent)
    {
        double power = 1;
        for (double square = factor; exponent > 0; exponent >>= 1, square *= square)
        {
            if ((exponent & 1) != 0)
                power *= square;
        }

        return power;
    }
}
