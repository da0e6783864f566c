using System.Runtime.CompilerServices;
#if VERIFY
using VerifyTests;
using VerifyXunit;
#endif

namespace LeNetGen.Generator.Tests;

/// <summary>
/// Compares generated files with those under version control, in Verify's layout: <c>Class.Method#HintName.verified.cs</c> beside
/// the test, and <c>.received.cs</c> next to it where they differ. With <c>-p:SnapshotEngine=Verify</c> Verify itself does it.
/// </summary>
internal static class Snapshot
{
#if VERIFY
    [ModuleInitializer]
    internal static void Initialize() => VerifySourceGenerators.Initialize();

    public static async Task Match(GeneratorRun run, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        VerifySettings settings = new();
        settings.IgnoreGeneratedResult(source => IsKernels(source.HintName));
        settings.UseDirectory(Path.GetDirectoryName(file)!);
        settings.UseFileName($"{Path.GetFileNameWithoutExtension(file)}.{method}");
        await Verifier.Verify(run.Driver, settings, file);
    }
#else
    public static Task Match(GeneratorRun run, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var differing = new List<string>();
        foreach (Microsoft.CodeAnalysis.GeneratedSourceResult source in run.Result.GeneratedSources.Where(source => !IsKernels(source.HintName)))
        {
            string path = Path.Combine(
                Path.GetDirectoryName(file)!,
                $"{Path.GetFileNameWithoutExtension(file)}.{method}#{Path.GetFileNameWithoutExtension(source.HintName)}");
            string received = $"//HintName: {source.HintName}\n{source.SourceText}";
            string verified = File.Exists($"{path}.verified.cs") ? File.ReadAllText($"{path}.verified.cs").Replace("\r\n", "\n") : "";
            if (received.TrimEnd() == verified.TrimEnd())
                continue;
            File.WriteAllText($"{path}.received.cs", received);
            differing.Add($"{path}.received.cs");
        }

        Assert.True(differing.Count == 0, $"These files differ from their .verified.cs:\n{string.Join('\n', differing)}");
        return Task.CompletedTask;
    }
#endif

    /// <summary>Kernels are long; the execution tests hold them to account.</summary>
    private static bool IsKernels(string hintName) => hintName.Contains(".Kernels", StringComparison.Ordinal);
}
