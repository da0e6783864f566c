using System.Diagnostics;
using System.Globalization;
using LeNetGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LeNetGen.Benchmarks;

/// <summary>Times the generator: from nothing, after an edit that does not concern it, and after one that does.</summary>
internal static class GeneratorLedger
{
    private const int Runs = 7;

    /// <summary>The medians of a project with so many networks, all of them D2L's LeNet.</summary>
    public static IEnumerable<GeneratorMeasurement> Measure(int networks)
    {
        CSharpCompilation compilation = Compilation(networks);

        // The first run of a process is the just-in-time compiler's.
        GeneratorDriver warmed = Driver().RunGenerators(compilation);
        double megabytes = warmed.GetRunResult().GeneratedTrees.Sum(tree => tree.Length) / 1e6;

        yield return Median("cold", () => (Driver(), compilation));
        yield return Median("comment elsewhere", () => (warmed, With("// A comment.")));
        yield return Median("another class", () => (warmed, With("class Other { int M() => 1; }")));
        SyntaxTree changed = Compiler.Parse(Declaration(0, units: 11), "Net0.cs");
        yield return Median("one network", () => (warmed, compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], changed)));

        CSharpCompilation With(string text) => compilation.AddSyntaxTrees(Compiler.Parse(text, "Other.cs"));

        GeneratorMeasurement Median(string edit, Func<(GeneratorDriver Driver, CSharpCompilation Compilation)> prepare)
        {
            var times = new List<double>();
            for (int run = 0; run < Runs; run++)
            {
                (GeneratorDriver driver, CSharpCompilation edited) = prepare();
                long start = Stopwatch.GetTimestamp();
                driver.RunGenerators(edited);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            times.Sort();
            return new GeneratorMeasurement(networks, edit, times[Runs / 2], megabytes);
        }
    }

    private static GeneratorDriver Driver() =>
        CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: Compiler.ParseOptions);

    private static CSharpCompilation Compilation(int networks) =>
        Compiler.Compile(Enumerable.Range(0, networks).Select(index => Compiler.Parse(Declaration(index, units: 10), $"Net{index}.cs")));

    private static string Declaration(int index, int units) => string.Create(CultureInfo.InvariantCulture, $"""
        using LeNetGen;

        [Network(1, 28, 28)]
        [Conv2D(6, 5, Padding = Padding.Same, Activation = Activation.Sigmoid)]
        [AveragePooling2D(2)]
        [Conv2D(16, 5, Activation = Activation.Sigmoid)]
        [AveragePooling2D(2)]
        [Flatten]
        [Dense(120, Activation = Activation.Sigmoid)]
        [Dense(84, Activation = Activation.Sigmoid)]
        [Dense({units}, Activation = Activation.Softmax)]
        public sealed partial class Net{index};
        """);
}

/// <summary>One line of the generator's ledger.</summary>
/// <param name="Networks">Networks in the project.</param>
/// <param name="Edit">What has changed since the generator last ran; <c>cold</c> if it never has.</param>
/// <param name="Milliseconds">The median time of a run.</param>
/// <param name="Megabytes">The text that it has written for the project.</param>
internal readonly record struct GeneratorMeasurement(int Networks, string Edit, double Milliseconds, double Megabytes);
