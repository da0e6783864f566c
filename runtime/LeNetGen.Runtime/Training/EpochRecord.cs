namespace LeNetGen.Training;

/// <summary>What one finished epoch gave.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Training">
/// How the network did on the training images, each as its step found it, with dropout and before the parameters it led to: Keras'
/// running means.
/// </param>
/// <param name="Validation">How it does on the validation images after the epoch, if there are any.</param>
/// <param name="LearningRate">The learning rate of the epoch's last step.</param>
/// <param name="Duration">How long the epoch took, its validation included.</param>
public sealed record EpochRecord(int Epoch, Evaluation Training, Evaluation? Validation, double LearningRate, TimeSpan Duration)
{
    /// <summary>The mean loss of the training images.</summary>
    public double Loss => Training.Loss;

    /// <summary>The share of training images classified rightly, from 0 to 1.</summary>
    public double Accuracy => Training.Accuracy;

    /// <summary>The mean loss of the validation images, if there are any.</summary>
    public double? ValidationLoss => Validation?.Loss;

    /// <summary>The share of validation images classified rightly, if there are any.</summary>
    public double? ValidationAccuracy => Validation?.Accuracy;
}
