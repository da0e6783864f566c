namespace LeNetGen.Training;

/// <summary>What one finished epoch gave.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Loss">The mean loss of the training images, each as its step found it, before the parameters it led to.</param>
/// <param name="Accuracy">The share of training images classified rightly, likewise; from 0 to 1.</param>
/// <param name="ValidationLoss">The mean loss of the validation images after the epoch, if there are any.</param>
/// <param name="ValidationAccuracy">The share of validation images classified rightly after the epoch, if there are any.</param>
/// <param name="Duration">How long the epoch took, its validation included.</param>
public sealed record EpochRecord(
    int Epoch, double Loss, double Accuracy, double? ValidationLoss, double? ValidationAccuracy, TimeSpan Duration);
