namespace LeNetGen.Training;

/// <summary>Why a training ended.</summary>
public enum StopReason
{
    /// <summary>All epochs are done.</summary>
    Finished,

    /// <summary>It was cancelled; the network keeps what it has learnt up to the last step.</summary>
    Cancelled,

    /// <summary>A callback asked for it; <see cref="History.Message"/> is its reason.</summary>
    Stopped,

    /// <summary>A loss or a parameter was infinite or no number; the network has the parameters of the last finished epoch again.</summary>
    LossNotFinite,
}
