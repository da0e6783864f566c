namespace LeNetGen.Training;

/// <summary>What a <see cref="Callback"/> sees of a training, and how it ends one.</summary>
public sealed class TrainingContext
{
    internal TrainingContext(
        Network network, Optimizer optimizer, Loss loss, FitOptions options, bool hasValidation, IReadOnlyList<EpochRecord> epochs)
    {
        (Network, Optimizer, Loss, Options) = (network, optimizer, loss, options);
        (HasValidation, Epochs) = (hasValidation, epochs);
    }

    /// <summary>The network, with its present parameters.</summary>
    public Network Network { get; }

    /// <summary>How its parameters change.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>What the training makes smaller.</summary>
    public Loss Loss { get; }

    /// <summary>What was asked for.</summary>
    public FitOptions Options { get; }

    /// <summary>Whether each epoch is validated, with a split or a dataset of its own.</summary>
    public bool HasValidation { get; }

    /// <summary>The epoch under way, or finished last, from 1; 0 before the first.</summary>
    public int Epoch { get; internal set; }

    /// <summary>The step of that epoch that was taken last, from 1; 0 before its first.</summary>
    public int Step => Progress.Step;

    /// <summary>The epoch's figures up to that step; before the first of an epoch they are all 0.</summary>
    public TrainingProgress Progress { get; internal set; }

    /// <summary>The finished epochs.</summary>
    public IReadOnlyList<EpochRecord> Epochs { get; }

    /// <summary>Why the training has ended; null as long as it has not.</summary>
    public StopReason? StopReason { get; internal set; }

    /// <summary>The reason that a callback gave first for ending the training.</summary>
    internal string? StopMessage { get; private set; }

    /// <summary>
    /// The epoch whose parameters the network was given back, 0 for those it started with; null if it keeps its last ones.
    /// </summary>
    internal int? RestoredEpoch { get; private set; }

    /// <summary>
    /// Ends the training before its next step; an epoch that has had its last step is finished still. If the training goes on no further
    /// anyway, nothing happens.
    /// </summary>
    /// <param name="reason">A sentence for <see cref="History.Message"/>; the first that is given counts.</param>
    public void StopTraining(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        StopMessage ??= reason;
    }

    /// <summary>Gives the network the parameters back that it had after an epoch.</summary>
    internal void Restore(ReadOnlySpan<float> parameters, int epoch)
    {
        parameters.CopyTo(Network.Parameters);
        RestoredEpoch = epoch;
    }
}
