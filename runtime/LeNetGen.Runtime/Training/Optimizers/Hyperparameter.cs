using System.Globalization;
using System.Runtime.CompilerServices;

namespace LeNetGen.Training;

/// <summary>What the numbers of optimizers and schedules must be: one sentence each.</summary>
internal static class Hyperparameter
{
    /// <summary>Requires a number from 0 up. A learning rate of 0 is one: that of a run which only measures.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is another.</exception>
    public static void RequireNotNegative(
        double value, string name, [CallerArgumentExpression(nameof(value))] string argument = "") =>
        Require(IsNotNegative(value), value, name, "a number from 0 up", argument);

    /// <summary>Requires a number from 0 to below 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is another.</exception>
    public static void RequireFraction(
        double value, string name, [CallerArgumentExpression(nameof(value))] string argument = "") =>
        Require(value is >= 0 and < 1, value, name, "at least 0 and below 1", argument);

    /// <summary>Requires a number above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is another.</exception>
    public static void RequirePositive(
        double value, string name, [CallerArgumentExpression(nameof(value))] string argument = "") =>
        Require(value > 0 && double.IsFinite(value), value, name, "a number above 0", argument);

    /// <summary>Requires a known placement of epsilon.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none.</exception>
    public static void RequireDefined(EpsilonPlacement placement)
    {
        if (!Enum.IsDefined(placement))
            throw new ArgumentOutOfRangeException(nameof(placement), $"There is no placement of epsilon '{placement}'.");
    }

    /// <summary>Requires what a rule says.</summary>
    /// <param name="condition">Whether it is so.</param>
    /// <param name="value">The value.</param>
    /// <param name="name">What it is called in a sentence.</param>
    /// <param name="rule">What it must be.</param>
    /// <param name="argument">The argument that gave it.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not so.</exception>
    public static void Require<T>(bool condition, T value, string name, string rule, string argument)
    {
        if (!condition)
        {
            throw new ArgumentOutOfRangeException(
                argument, string.Create(CultureInfo.InvariantCulture, $"The {name} is {value}; it must be {rule}."));
        }
    }

    /// <summary>Whether a number is finite and from 0 up.</summary>
    public static bool IsNotNegative(double value) => value >= 0 && double.IsFinite(value);
}
