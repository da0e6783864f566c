using LeNetGen.Reporting;

namespace LeNetGen.Training;

/// <summary>
/// Writes each epoch's figures to a file as soon as it is finished (Keras: CSVLogger), so that a training that is interrupted leaves its
/// rows. After the training the file is what <see cref="HistoryCsv.Of"/> gives.
/// </summary>
public sealed class CsvLogger : Callback
{
    /// <summary>A log.</summary>
    /// <param name="path">The file, which a training starts anew.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public CsvLogger(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Path = path;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Writes the header.</summary>
    /// <exception cref="LeNetGenException">The file cannot be written.</exception>
    public override void OnTrainBegin(TrainingContext context) => Guarded(() => File.WriteAllText(Path, HistoryCsv.Header + "\n"));

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingContext context) =>
        Guarded(() => File.AppendAllText(Path, HistoryCsv.Row(context.Epochs[^1])));

    // The file is closed between epochs: it needs no one to close it when a training fails.
    private void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LeNetGenException($"'{Path}' cannot be written: {error.Message}", error);
        }
    }
}
