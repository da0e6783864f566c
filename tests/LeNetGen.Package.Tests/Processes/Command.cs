using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LeNetGen.Package.Tests.Processes;

/// <summary>What a process that a test started has left behind.</summary>
/// <param name="ExitCode">What it returned.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record Command(int ExitCode, string Output, string Error)
{
    /// <summary>The lines of its standard output, empty ones left out.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    /// <summary>Runs the SDK's command line.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="variables">Environment variables that it has besides those of the tests.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Command Dotnet(string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments) =>
        Run(Host, folder, variables, standardInput: null, arguments);

    /// <summary>Runs a program.</summary>
    public static Command Run(string program, params string[] arguments) =>
        Run(program, Path.GetDirectoryName(program)!, new Dictionary<string, string>(), standardInput: null, arguments);

    /// <summary>Runs a program that reads bytes from its standard input.</summary>
    public static Command RunWithInput(string program, byte[] standardInput, params string[] arguments) =>
        Run(program, Path.GetDirectoryName(program)!, new Dictionary<string, string>(), standardInput, arguments);

    /// <summary>Demands that it has succeeded.</summary>
    public Command Succeeded()
    {
        Assert.True(ExitCode == 0, $"It returned {ExitCode}.\n{Output}\n{Error}");
        return this;
    }

    private static Command Run(
        string program, string folder, IReadOnlyDictionary<string, string> variables, byte[]? standardInput, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What the SDK that runs the tests has set for its own processes would lead another astray.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        start.Environment["DOTNET_NOLOGO"] = start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach ((string name, string value) in variables)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        using var limit = new Timer(_ => process.Kill(entireProcessTree: true), state: null, s_limit, Timeout.InfiniteTimeSpan);
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (standardInput is not null)
            process.StandardInput.BaseStream.Write(standardInput);
        process.StandardInput.Close();
        process.WaitForExit();
        return new Command(process.ExitCode, output.Result, error.Result);
    }

    // The folder of a runtime is HOST/shared/Microsoft.NETCore.App/VERSION.
    private static string Host => Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
