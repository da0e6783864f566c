namespace LeNetGen.Training;

/// <summary>How far a training has come, reported after each step.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Epochs">How many there will be.</param>
/// <param name="Step">The epoch's step, from 1.</param>
/// <param name="Steps">How many an epoch has.</param>
/// <param name="Loss">The mean loss of the epoch's images so far, each as its step found it.</param>
/// <param name="Accuracy">The share of the epoch's images so far that were classified rightly, from 0 to 1.</param>
/// <param name="ImagesPerSecond">Training images a second, over the epoch so far.</param>
/// <param name="Remaining">The time until the epoch's last step, at the speed so far.</param>
/// <param name="Finished">In the report of an epoch's last step, which comes after validation: the epoch.</param>
public readonly record struct TrainingProgress(
    int Epoch, int Epochs, int Step, int Steps, double Loss, double Accuracy, double ImagesPerSecond, TimeSpan Remaining,
    EpochRecord? Finished)
{
    /// <summary>The learning rate of the step.</summary>
    public double LearningRate { get; init; }
}
