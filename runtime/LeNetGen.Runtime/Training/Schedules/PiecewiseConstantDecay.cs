using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace LeNetGen.Training;

/// <summary>
/// A learning rate that is one number up to a step, another from there up to the next, and so on: PyTorch's MultiStepLR with any rates.
/// </summary>
/// <remarks>
/// Keras' PiecewiseConstantDecay takes the step at a boundary with the rate before it; here a boundary is the first step of the rate after
/// it, so that boundaries which are multiples of an epoch's steps change the rate between epochs.
/// </remarks>
public sealed class PiecewiseConstantDecay : LearningRateSchedule
{
    /// <summary>A rate that changes at given steps.</summary>
    /// <param name="boundaries">The steps at which it changes, ascending from 1 up.</param>
    /// <param name="rates">
    /// The rate before the first boundary and that from each boundary on, from 0 up; one more than boundaries.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range, or the boundaries do not ascend.</exception>
    /// <exception cref="ArgumentException">There are more or fewer rates.</exception>
    public PiecewiseConstantDecay(IEnumerable<long> boundaries, IEnumerable<double> rates)
    {
        (Boundaries, Rates) = ([.. boundaries], [.. rates]);
        if (Rates.Length != Boundaries.Length + 1)
        {
            throw new ArgumentException(
                $"There are {Rates.Length} learning rates, but {Boundaries.Length} boundaries need {Boundaries.Length + 1}.",
                nameof(rates));
        }

        foreach (double rate in Rates)
            Hyperparameter.RequireNotNegative(rate, "learning rate of a piece", nameof(rates));
        long last = 0;
        foreach (long boundary in Boundaries)
        {
            Hyperparameter.Require(
                boundary > last, boundary, "boundary", FormattableString.Invariant($"above the one before it, {last}"), nameof(boundaries));
            last = boundary;
        }
    }

    /// <summary>The first step of each rate but the first.</summary>
    public ImmutableArray<long> Boundaries { get; }

    /// <summary>The rate before the first boundary, and from each boundary on.</summary>
    public ImmutableArray<double> Rates { get; }

    /// <inheritdoc/>
    public override double At(long step)
    {
        int piece = 0;
        while (piece < Boundaries.Length && step >= Boundaries[piece])
            piece++;
        return Rates[piece];
    }

    /// <summary>The numbers in words.</summary>
    public override string ToString()
    {
        var words = new StringBuilder(Rates[0].ToString(CultureInfo.InvariantCulture));
        for (int piece = 0; piece < Boundaries.Length; piece++)
            words.Append(CultureInfo.InvariantCulture, $", {Rates[piece + 1]} from step {Boundaries[piece]}");
        return words.ToString();
    }
}
