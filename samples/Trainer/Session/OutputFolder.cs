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
    private const string SvgName = "history.svg";
    private static readonly string[] FileNames = [WeightsName, SummaryName, CsvName, SvgName];

    private readonly string _path;

    private OutputFolder(string path) => _path = path;

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

    /// <summary>Writes all files.</summary>
    /// <returns>The sentence that tells the user.</returns>
    public string Write(Network network, History history, string title) => Guarded(_path, () =>
    {
        network.Save(Path.Combine(_path, WeightsName));
        File.WriteAllText(Path.Combine(_path, SummaryName), Summary.Of(network.Definition));
        File.WriteAllText(Path.Combine(_path, CsvName), HistoryCsv.Of(history));
        File.WriteAllText(Path.Combine(_path, SvgName), HistorySvg.Of(history, title));
        return $"Wrote {string.Join(", ", FileNames)} to {_path}.";
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
