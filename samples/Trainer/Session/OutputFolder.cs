using LeNetGen;
using LeNetGen.Reporting;
using LeNetGen.Training;

namespace Trainer.Session;

/// <summary>The folder of --out, which receives the results of a run.</summary>
internal sealed class OutputFolder
{
    private const string WeightsName = "model.safetensors";
    private const string SummaryName = "summary.txt";
    private const string CsvName = "history.csv";

    private static readonly string[] FileNames = [WeightsName, SummaryName, CsvName, .. TrainingReport.FileNames];

    private readonly string _path;

    private OutputFolder(string path) => _path = path;

    /// <summary>Writes each epoch's line of the history as soon as it is finished, so that it is there whatever becomes of the run.</summary>
    public CsvLogger HistoryLogger => new(Path.Combine(_path, CsvName));

    /// <summary>Creates the folder if need be, and makes sure that all files can be written: better now than after the training.</summary>
    /// <exception cref="LeNetGenException">Something is in the way, or it may not be written.</exception>
    public static OutputFolder Prepare(string path) => Guarded(path, () =>
    {
        if (File.Exists(path))
            throw new LeNetGenException($"Option '--out': '{path}' is a file, not a folder.");
        Directory.CreateDirectory(path);
        foreach (string name in FileNames)
            TryWriting(Path.Combine(path, name));
        return new OutputFolder(path);
    });

    /// <summary>Writes all files but that of <see cref="HistoryLogger"/>.</summary>
    /// <returns>The sentence that tells the user.</returns>
    public string Write(TrainingReport report) => Guarded(_path, () =>
    {
        // The weights first: they are what cannot be had again.
        report.Network.Save(Path.Combine(_path, WeightsName));
        File.WriteAllText(Path.Combine(_path, SummaryName), Summary.Of(report.Network.Definition));
        foreach (ReportFile file in report.Files())
            File.WriteAllText(Path.Combine(_path, file.Name), file.Content);
        return $"Wrote {WeightsName}, {FileNames[^1]} and {FileNames.Length - 2} other files to {_path}.";
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
