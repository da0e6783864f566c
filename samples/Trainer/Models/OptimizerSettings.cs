using LeNetGen.Training;

namespace Trainer.Models;

/// <summary>What an optimizer is made with.</summary>
/// <param name="LearningRate">The learning rate of each step.</param>
internal sealed record OptimizerSettings(LearningRateSchedule LearningRate)
{
    /// <summary>How much of a step's direction stays in the next; of SGD only.</summary>
    public double Momentum { get; init; }

    /// <summary>Whether a step looks ahead along that direction.</summary>
    public bool Nesterov { get; init; }

    /// <summary>The largest norm of each tensor's gradient; null for no limit.</summary>
    public double? ClipNorm { get; init; }
}
