using System.Globalization;

namespace LeNetGen.Training;

/// <summary>
/// How a training step turns the gradient into new parameters. The formulas stand in docs/arithmetic.md, section 8. An optimizer is a
/// choice of numbers; what it accumulates belongs to one training run.
/// </summary>
public abstract class Optimizer
{
    private protected Optimizer(double learningRate)
    {
        // Zero is allowed: a run that only measures.
        bool sensible = learningRate >= 0 && double.IsFinite(learningRate);
        Require(sensible, learningRate, "learning rate", "a number from 0 up", nameof(learningRate));
        LearningRate = learningRate;
    }

    /// <summary>The optimizer's name, as Keras writes it.</summary>
    public abstract string Name { get; }

    /// <summary>The size of a step.</summary>
    public double LearningRate { get; }

    /// <summary>Begins a training run of <paramref name="parameterCount"/> parameters.</summary>
    internal abstract OptimizerRun Start(int parameterCount);

    private protected static void RequireFraction(double value, string name, string argument) =>
        Require(value is >= 0 and < 1, value, name, "at least 0 and below 1", argument);

    private protected static void RequirePositive(double value, string name, string argument) =>
        Require(value > 0 && double.IsFinite(value), value, name, "a number above 0", argument);

    private static void Require(bool condition, double value, string name, string rule, string argument)
    {
        if (!condition)
        {
            throw new ArgumentOutOfRangeException(
                argument, string.Create(CultureInfo.InvariantCulture, $"The {name} is {value}; it must be {rule}."));
        }
    }
}
