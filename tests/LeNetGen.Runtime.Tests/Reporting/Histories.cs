using LeNetGen.Training;

namespace LeNetGen.Runtime.Tests.Reporting;

/// <summary>Histories to report.</summary>
internal static class Histories
{
    private const int ImageCount = 1000;

    /// <summary>A run that was finished.</summary>
    public static History Of(params EpochRecord[] epochs) => new(epochs, StopReason.Finished, message: null);

    /// <summary>A record of given figures; accuracies are kept to a thousandth.</summary>
    public static EpochRecord Record(
        int epoch, double loss, double accuracy, double? validationLoss = null, double? validationAccuracy = null,
        double learningRate = 0.001, TimeSpan duration = default) => new(
        epoch,
        Evaluation(loss, accuracy),
        validationLoss is { } itsLoss ? Evaluation(itsLoss, validationAccuracy!.Value) : null,
        learningRate,
        duration);

    /// <summary>A run whose loss falls and whose accuracy rises.</summary>
    public static History Falling(int epochs, bool validation) => Of(
    [
        .. Enumerable.Range(1, epochs).Select(epoch => Record(
            epoch,
            loss: 0.4 + 1.9 / epoch,
            accuracy: 0.85 - 0.6 / epoch,
            validationLoss: validation ? 0.45 + 1.8 / epoch : null,
            validationAccuracy: validation ? 0.83 - 0.6 / epoch : null,
            duration: TimeSpan.FromSeconds(1.5))),
    ]);

    private static Evaluation Evaluation(double loss, double accuracy)
    {
        long right = (long)Math.Round(accuracy * ImageCount);
        ConfusionMatrix confusion = ConfusionMatrix.Of(new[,] { { right, ImageCount - right }, { 0, 0 } }, ["right", "wrong"]);
        return new Evaluation(loss, confusion, [right, ImageCount - right]);
    }
}
