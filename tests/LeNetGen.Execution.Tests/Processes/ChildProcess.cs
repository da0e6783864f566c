using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace LeNetGen.Execution.Tests.Processes;

/// <summary>What a process that a test started has left behind.</summary>
/// <param name="ExitCode">What it returned.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record ChildProcess(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    /// <summary>The last line of the standard output.</summary>
    public string LastLine => Output.TrimEnd().Split('\n')[^1].TrimEnd('\r');

    /// <summary>Runs a .NET program to its end, by the runtime that runs the tests.</summary>
    /// <param name="assembly">The path of the program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="variables">Environment variables that it has besides those of the tests.</param>
    /// <param name="seen">Called with each line that it prints, and its process id.</param>
    public static ChildProcess Run(
        string assembly,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? variables = null,
        Action<string, int>? seen = null)
    {
        var start = new ProcessStartInfo(Host, [assembly, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in variables ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        using var limit = new Timer(_ => process.Kill(), state: null, s_limit, Timeout.InfiniteTimeSpan);
        Task<string> error = process.StandardError.ReadToEndAsync();
        var output = new StringBuilder();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            output.Append(line).Append('\n');
            seen?.Invoke(line, process.Id);
        }

        process.WaitForExit();
        return new ChildProcess(process.ExitCode, output.ToString(), error.Result);
    }

    // The folder of a runtime is HOST/shared/Microsoft.NETCore.App/VERSION.
    private static string Host => Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
