using LeNetGen.Weights;

namespace LeNetGen.Training;

/// <summary>
/// Writes the network's parameters after epochs, as <see cref="NetworkWeights.Save"/> does (Keras: ModelCheckpoint). The file is always
/// whole: it stays as it was until the next is complete.
/// </summary>
public sealed class ModelCheckpoint : Callback
{
    private readonly MonitoredFigure _figure;

    /// <summary>A checkpoint.</summary>
    /// <param name="path">The safetensors file, replaced each time.</param>
    /// <param name="monitor">What makes an epoch the best.</param>
    /// <param name="saveBestOnly">Whether only an epoch that is better than all before it is written; else every one is.</param>
    /// <exception cref="ArgumentException">The path is empty, or there is no such figure to monitor.</exception>
    public ModelCheckpoint(string path, Monitored monitor = Monitored.ValidationLoss, bool saveBestOnly = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _figure = new MonitoredFigure(monitor);
        (Path, Monitor, SaveBestOnly) = (path, monitor, saveBestOnly);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What makes an epoch the best.</summary>
    public Monitored Monitor { get; }

    /// <summary>Whether only an epoch that is better than all before it is written.</summary>
    public bool SaveBestOnly { get; }

    /// <summary>The epoch whose parameters the file holds, from 1; 0 if the training has written none yet.</summary>
    public int SavedEpoch { get; private set; }

    /// <summary>Makes sure, before the first step, that the file can be written.</summary>
    /// <exception cref="LeNetGenException">It cannot, or there is nothing to monitor.</exception>
    public override void OnTrainBegin(TrainingContext context)
    {
        if (SaveBestOnly)
            _figure.Begin(this, context);
        AtomicFile.RequireWritable(Path);
        SavedEpoch = 0;
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingContext context)
    {
        if (SaveBestOnly && !_figure.Improves(context.Epochs[^1]))
            return;
        NetworkWeights.Save(context.Network, Path);
        SavedEpoch = context.Epoch;
    }
}
