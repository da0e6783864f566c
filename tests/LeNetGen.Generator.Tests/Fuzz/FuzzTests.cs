using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using LeNetGen.Generator.Tests.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Abstractions;

namespace LeNetGen.Generator.Tests.Fuzz;

/// <summary>
/// The repository's own declarations, mistyped: neither generator nor analyzer crashes or hangs, and no fix breaks anything.
/// LENETGEN_FUZZ=20000 takes that many programs, LENETGEN_FUZZ_SEED=17 a single one.
/// </summary>
[Collection(AloneCollection.Name)]
public class FuzzTests(ITestOutputHelper output)
{
    private const int Programs = 600;

    /// <summary>All fixes are tried on every program of this many, if anything is wrong with it: each one compiles anew.</summary>
    private const int ProgramsForFixes = 10;

    // Of computing, on all processors together. On machines that others use too, the time on the clock measures them: what it finds slow
    // runs once more by itself, and then the time counts that this process has computed; no other test runs beside this one.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1);
    private static readonly string[] s_sources = [.. Sources()];

    [Fact]
    public void Declarations_Mistyped_CrashNothing()
    {
        Assert.True(s_sources.Length >= 20, $"There are only {s_sources.Length} declarations.");
        int? single = Setting("LENETGEN_FUZZ_SEED");
        int first = single ?? 0, count = single is null ? Setting("LENETGEN_FUZZ") ?? Programs : 1;
        var failures = new ConcurrentBag<string>();
        var times = new ConcurrentBag<(TimeSpan Elapsed, int Seed)>();
        int applied = 0;
        Parallel.For(first, first + count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            string program = ProgramOf(seed);
            long start = Stopwatch.GetTimestamp();
            (string? fault, bool isWrong) = Run(program);
            times.Add((Stopwatch.GetElapsedTime(start), seed));
            if (fault is null && isWrong && (single is not null || seed % ProgramsForFixes == 0))
                fault = ApplyFixes(program, ref applied);
            if (fault is not null)
                failures.Add($"LENETGEN_FUZZ_SEED={seed}: {fault}\n{program}");
        });

        (TimeSpan slowest, int slowestSeed) = times.Max();
        foreach ((TimeSpan elapsed, int seed) in times.Where(time => time.Elapsed * Environment.ProcessorCount > s_longest))
        {
            TimeSpan computed = ComputedTime(() => Run(ProgramOf(seed)));
            output.WriteLine($"Seed {seed} took {elapsed.TotalSeconds:F1} s, alone {computed.TotalSeconds:F2} s of computing.");
            if (computed > s_longest)
                failures.Add($"LENETGEN_FUZZ_SEED={seed}: computes for {computed.TotalSeconds:F1} s\n{ProgramOf(seed)}");
        }

        output.WriteLine($"{count} programs, {applied} fixes, {failures.Count} failures; the slowest, seed {slowestSeed}, took "
            + $"{slowest.TotalMilliseconds:F0} ms.");
        Assert.True(failures.IsEmpty, $"{failures.Count} failures:\n{string.Join("\n\n", failures.Take(3))}");
        Assert.True(single is not null || applied > 0, "No fix was applied.");
    }

    private static string ProgramOf(int seed)
    {
        var random = new Random(seed);
        return ProgramMutation.Of(s_sources[random.Next(s_sources.Length)], random);
    }

    /// <summary>The time that all threads of this process compute while something runs.</summary>
    private static TimeSpan ComputedTime(Action action)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        action();
        return Environment.CpuUsage.TotalTime - before;
    }

    private static string? ApplyFixes(string program, ref int applied)
    {
        try
        {
            EveryFix fixes = EveryFix.OfAsync(program).GetAwaiter().GetResult();
            Interlocked.Add(ref applied, fixes.Applied);
            return fixes.Harm;
        }
        catch (Exception exception)
        {
            return $"A fix threw {exception}";
        }
    }

    /// <summary>What goes wrong that is not the program's own fault, and whether anything is said of the program.</summary>
    private static (string? Fault, bool IsWrong) Run(string program)
    {
        GeneratorRun run = GeneratorRun.WithoutChecks(Compilations.Of(program));
        if (run.Result.Exception is { } exception)
            return ($"The generator threw {exception}", true);
        ImmutableArray<Diagnostic> diagnostics =
            run.Input.WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return (diagnostics.FirstOrDefault(diagnostic => diagnostic.Id == "AD0001")?.ToString(), diagnostics.Length > 0);
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

    private static int? Setting(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
        ? int.Parse(text, CultureInfo.InvariantCulture)
        : null;
}
