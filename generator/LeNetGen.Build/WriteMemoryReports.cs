using Microsoft.Build.Framework;

namespace LeNetGen.Build;

/// <summary>Makes Markdown files of the memory reports that the generator has written into a source, for it may write nothing else.</summary>
public sealed class WriteMemoryReports : NetworkTask
{
    private const string FileStart = "//= ";
    private const string LineStart = "//";

    /// <summary>The source.</summary>
    [Required]
    public string Source { get; set; } = "";

    /// <summary>The folder of the reports.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>The reports, those too that were there as they are.</summary>
    [Output]
    public string[] Reports { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            Reports = [.. Texts().Select(report => Write(Path.Combine(Folder, report.Name), report.Text))];
            return true;
        }
        catch (BuildFileException error)
        {
            Report(BuildMessage.ReportFile, Source, error.Message);
            return false;
        }
    }

    private IEnumerable<(string Name, string Text)> Texts()
    {
        string[] parts = TextOf(Source)?.Split([FileStart], StringSplitOptions.None)
            ?? throw new BuildFileException(
                $"The compiler has written no '{Source}', of which the memory reports are made; build the project anew.");
        foreach (string part in parts.Skip(1))
        {
            string[] lines = part.TrimEnd('\n').Split('\n');
            yield return (lines[0], string.Concat(lines.Skip(1).Select(line => $"{Uncommented(line)}\n")));
        }
    }

    private static string Uncommented(string line) =>
        line.StartsWith(LineStart, StringComparison.Ordinal) ? line.Substring(LineStart.Length).TrimStart(' ') : line;

    private string Write(string path, string text)
    {
        if (TextOf(path) != text)
            CompleteFile.Write(path, writer => writer.Write(text));
        BuildEngine.LogMessageEvent(new BuildMessageEventArgs(
            $"{Path.GetFileName(path)} -> {Path.GetFullPath(path)}", helpKeyword: null, GetType().Name, MessageImportance.High));
        return path;
    }

    private static string? TextOf(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BuildFileException($"'{path}' cannot be read: {error.Message}");
        }
    }
}
