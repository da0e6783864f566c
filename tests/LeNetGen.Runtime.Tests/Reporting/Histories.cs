using LeNetGen.Training;

namespace LeNetGen.Runtime.Tests.Reporting;

/// <summary>Histories to report.</summary>
internal static class Histories
{
    /// <summary>A run that was finished.</summary>
    public static History Of(params EpochRecord[] epochs) => new(epochs, StopReason.Finished, message: null);

    /// <summary>A run whose loss falls and whose accuracy rises.</summary>
    public static History Falling(int epochs, bool validation) => Of(
    [
        .. Enumerable.Range(1, epochs).Select(epoch => new EpochRecord(
            epoch,
            Loss: 0.4 + 1.9 / epoch,
            Accuracy: 0.85 - 0.6 / epoch,
            ValidationLoss: validation ? 0.45 + 1.8 / epoch : null,
            ValidationAccuracy: validation ? 0.83 - 0.6 / epoch : null,
            Duration: TimeSpan.FromSeconds(1.5))),
    ]);
}
