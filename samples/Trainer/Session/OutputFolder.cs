using LeNetGen;
using LeNetGen.Data;
using LeNetGen.Reporting;
using LeNetGen.Training;

namespace Trainer.Session;

/// <summary>The folder of --out, which receives the results of a run.</summary>
internal sealed class OutputFolder
{
    private const string WeightsName = "model.safetensors";
    private const string CsvName = "history.csv";

    private static readonly (string Name, Func<TrainingOutcome, string> Content)[] Texts =
    [
        ("summary.txt", outcome => Summary.Of(outcome.Network.Definition)),
        (CsvName, outcome => HistoryCsv.Of(outcome.History)),
        ("history.svg", outcome => HistorySvg.Of(outcome.History, outcome.Title)),
        ("network.svg", outcome => NetworkSvg.Of(outcome.Network.Definition)),
        ("network.dot", outcome => NetworkDot.Of(outcome.Network.Definition)),
        ("network.mmd", outcome => NetworkMermaid.Of(outcome.Network.Definition)),
        ("filters.svg", outcome => FiltersSvg.Of(outcome.Network)),
        ("confusion.svg", outcome => ConfusionMatrixSvg.Of(outcome.Evaluation.Confusion, outcome.Title)),
        ("misclassified.svg", outcome => MisclassifiedSvg.Of(outcome.Network, outcome.Data.Split.Test)),
        ("feature-maps.svg", outcome => FeatureMapsSvg.Of(outcome.Network, outcome.Data.Split.Test, 0)),
        ("report.html", outcome => ReportHtml.Of(
            outcome.Network, outcome.History, outcome.Evaluation, outcome.Data.Split.Test, outcome.Title)),
    ];

    private readonly string _path;

    private OutputFolder(string path) => _path = path;

    /// <summary>Writes history.csv as the training goes on.</summary>
    public CsvLogger HistoryLogger => new(Path.Combine(_path, CsvName));

    /// <summary>Creates the folder if need be, and makes sure that all files can be written: better now than after the training.</summary>
    /// <exception cref="LeNetGenException">Something is in the way, or it may not be written.</exception>
    public static OutputFolder Prepare(string path) => Guarded(path, () =>
    {
        if (File.Exists(path))
            throw new LeNetGenException($"Option '--out': '{path}' is a file, not a folder.");
        Directory.CreateDirectory(path);
        foreach (string name in Texts.Select(text => text.Name).Prepend(WeightsName))
            TryWriting(Path.Combine(path, name));
        return new OutputFolder(path);
    });

    /// <summary>Writes all files.</summary>
    /// <returns>The sentence that tells the user.</returns>
    public string Write(TrainingOutcome outcome) => Guarded(_path, () =>
    {
        // First what a failure after it must not cost.
        outcome.Network.Save(Path.Combine(_path, WeightsName));
        foreach ((string name, Func<TrainingOutcome, string> content) in Texts)
            File.WriteAllText(Path.Combine(_path, name), content(outcome));
        return $"Wrote {Texts[^1].Name}, {WeightsName} and {Texts.Length - 1} more files to {_path}.";
    });

    private static void TryWriting(string file)
    {
        if (Directory.Exists(file))
            throw new LeNetGenException($"Option '--out': '{file}' is a folder, where a file is to be written.");
        bool existed = File.Exists(file);
        using (File.Open(file, FileMode.OpenOrCreate, FileAccess.Write))
        {
        }
        if (!existed)
            File.Delete(file);
    }

    private static T Guarded<T>(string path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new LeNetGenException($"Option '--out': the folder '{path}' cannot be written: {error.Message.TrimEnd('.')}.", error);
        }
    }
}
