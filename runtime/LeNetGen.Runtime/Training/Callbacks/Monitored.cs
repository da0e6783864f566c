namespace LeNetGen.Training;

/// <summary>The figure of an epoch by which a callback judges it.</summary>
public enum Monitored
{
    /// <summary>The mean loss of the validation images; the smaller, the better.</summary>
    ValidationLoss,

    /// <summary>The share of validation images classified rightly; the larger, the better.</summary>
    ValidationAccuracy,

    /// <summary>The mean loss of the training images; the smaller, the better.</summary>
    Loss,

    /// <summary>The share of training images classified rightly; the larger, the better.</summary>
    Accuracy,
}
