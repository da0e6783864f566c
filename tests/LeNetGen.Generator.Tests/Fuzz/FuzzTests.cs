using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Abstractions;

namespace LeNetGen.Generator.Tests.Fuzz;

/// <summary>
/// The repository's own declarations, mistyped: neither generator nor analyzer crashes or hangs. LENETGEN_FUZZ=20000 takes that many
/// programs, LENETGEN_FUZZ_SEED=17 a single one.
/// </summary>
public class FuzzTests(ITestOutputHelper output)
{
    private const int Programs = 600;

    // A program takes milliseconds. What takes a second on an idle machine must not fail a test on a busy one.
    private static readonly TimeSpan s_hang = TimeSpan.FromSeconds(20);
    private static readonly string[] s_sources = [.. Sources()];

    [Fact]
    public void Declarations_Mistyped_CrashNothing()
    {
        Assert.True(s_sources.Length >= 20, $"There are only {s_sources.Length} declarations.");
        int? single = Setting("LENETGEN_FUZZ_SEED");
        int first = single ?? 0, count = single is null ? Setting("LENETGEN_FUZZ") ?? Programs : 1;
        var failures = new ConcurrentBag<string>();
        long slowest = 0;
        Parallel.For(first, first + count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            var random = new Random(seed);
            string program = ProgramMutation.Of(s_sources[random.Next(s_sources.Length)], random);
            long start = Stopwatch.GetTimestamp();
            if (FaultOf(program) is { } fault)
                failures.Add($"LENETGEN_FUZZ_SEED={seed}: {fault}\n{program}");
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            if (elapsed > s_hang)
                failures.Add($"LENETGEN_FUZZ_SEED={seed}: took {elapsed.TotalSeconds:F0} s\n{program}");
            InterlockedMaximum(ref slowest, elapsed.Ticks);
        });

        output.WriteLine($"{count} programs, {failures.Count} failures, the slowest took {TimeSpan.FromTicks(slowest).TotalMilliseconds:F0} ms.");
        Assert.True(failures.IsEmpty, $"{failures.Count} failures:\n{string.Join("\n\n", failures.Take(3))}");
    }

    /// <summary>What went wrong that is not the program's own fault.</summary>
    private static string? FaultOf(string program)
    {
        GeneratorRun run = GeneratorRun.WithoutChecks(Compilations.Of(program));
        if (run.Result.Exception is { } exception)
            return $"The generator threw {exception}";
        Diagnostic? crash = run.Input.WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult()
            .FirstOrDefault(diagnostic => diagnostic.Id == "AD0001");
        return crash?.ToString();
    }

    private static IEnumerable<string> Sources([CallerFilePath] string file = "")
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
        string[] folders = ["samples/Trainer/Models", "tests/LeNetGen.Execution.Tests", "tests/LeNetGen.Benchmarks/Networks"];
        return folders.Select(folder => Path.Combine(root, folder))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)
            .Where(text => text.Contains("\n[Network(", StringComparison.Ordinal));
    }

    private static void InterlockedMaximum(ref long location, long value)
    {
        long seen = Volatile.Read(ref location);
        while (value > seen)
        {
            long before = Interlocked.CompareExchange(ref location, value, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }

    private static int? Setting(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
        ? int.Parse(text, CultureInfo.InvariantCulture)
        : null;
}
