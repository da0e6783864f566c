namespace LeNetGen.Training;

/// <summary>How well a network does on a dataset.</summary>
/// <param name="Loss">The mean cross-entropy of the images.</param>
/// <param name="Accuracy">The share of images whose largest output is that of their label, from 0 to 1.</param>
public sealed record Evaluation(double Loss, double Accuracy);
