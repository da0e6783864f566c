using System.Globalization;
using LeNetGen.Arithmetic;

namespace LeNetGen.Training;

/// <summary>
/// A learning rate that falls along half a wave of the cosine (Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm
/// restarts", ICLR 2017), after a linear rise if one is wanted. The formula stands in docs/arithmetic.md, section 8.
/// </summary>
public sealed class CosineDecay : LearningRateSchedule
{
    /// <summary>A rate that falls along a cosine.</summary>
    /// <param name="initial">The rate that it falls from, from 0 up.</param>
    /// <param name="decaySteps">
    /// The step at which it has arrived at <paramref name="final"/>, where it stays; at least 1. The warm-up is part of it, so it is
    /// the number of steps in the training. (Keras counts its decay_steps from the warm-up's end.)
    /// </param>
    /// <param name="warmUpSteps">The step at which the rise arrives at <paramref name="initial"/>; 0 for none.</param>
    /// <param name="warmUpStart">The rate that the rise starts from, from 0 to <paramref name="initial"/>.</param>
    /// <param name="final">The rate that it falls to, from 0 to <paramref name="initial"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range, or the warm-up leaves no step to decay in.</exception>
    public CosineDecay(double initial, long decaySteps, long warmUpSteps = 0, double warmUpStart = 0, double final = 0)
    {
        Hyperparameter.RequireNotNegative(initial, "initial learning rate");
        Hyperparameter.Require(decaySteps >= 1, decaySteps, "number of decay steps", "at least 1", nameof(decaySteps));
        Hyperparameter.Require(
            warmUpSteps >= 0 && warmUpSteps < decaySteps, warmUpSteps, "number of warm-up steps",
            $"at least 0 and below the number of decay steps, {decaySteps}", nameof(warmUpSteps));
        RequireAtMostInitial(warmUpStart, "learning rate at the warm-up's start", nameof(warmUpStart));
        RequireAtMostInitial(final, "final learning rate", nameof(final));
        (Initial, DecaySteps, WarmUpSteps, WarmUpStart, Final) = (initial, decaySteps, warmUpSteps, warmUpStart, final);

        void RequireAtMostInitial(double rate, string name, string argument) => Hyperparameter.Require(
            rate >= 0 && rate <= initial, rate, name, FormattableString.Invariant($"from 0 to the initial one, {initial}"), argument);
    }

    /// <summary>The rate that it falls from.</summary>
    public double Initial { get; }

    /// <summary>The step at which it has arrived at <see cref="Final"/>.</summary>
    public long DecaySteps { get; }

    /// <summary>The step at which the rise arrives at <see cref="Initial"/>; 0 if there is none.</summary>
    public long WarmUpSteps { get; }

    /// <summary>The rate that the rise starts from.</summary>
    public double WarmUpStart { get; }

    /// <summary>The rate that it falls to.</summary>
    public double Final { get; }

    /// <inheritdoc/>
    public override double At(long step)
    {
        if (step >= DecaySteps)
            return Final;
        if (step < WarmUpSteps)
            return WarmUpStart + (Initial - WarmUpStart) * ((double)step / WarmUpSteps);
        double fraction = (double)(step - WarmUpSteps) / (DecaySteps - WarmUpSteps);
        return Final + (Initial - Final) * RaisedCosine.At(fraction);
    }

    /// <summary>The numbers in words.</summary>
    public override string ToString()
    {
        string rise = WarmUpSteps == 0 ? "" : FormattableString.Invariant($"{WarmUpStart} rising in {WarmUpSteps} steps to ");
        return string.Create(CultureInfo.InvariantCulture, $"{rise}{Initial}, by a cosine to {Final} at step {DecaySteps}");
    }
}
