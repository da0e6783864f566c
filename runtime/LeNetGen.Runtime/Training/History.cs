namespace LeNetGen.Training;

/// <summary>The course of a training.</summary>
public sealed class History
{
    internal History(IReadOnlyList<EpochRecord> epochs, StopReason stopReason, string? message = null) =>
        (Epochs, StopReason, Message) = (epochs, stopReason, message);

    /// <summary>The epochs that were finished, in order.</summary>
    public IReadOnlyList<EpochRecord> Epochs { get; }

    /// <summary>Why the training ended.</summary>
    public StopReason StopReason { get; }

    /// <summary>For <see cref="StopReason.LossNotFinite"/> and <see cref="StopReason.Stopped"/>, a sentence about it.</summary>
    public string? Message { get; }
}
