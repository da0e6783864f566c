using System.Globalization;
using System.Text.Json;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace LeNetGen.Benchmarks;

/// <summary>What the program does, each under the word that asks for it.</summary>
internal static class Verbs
{
    public const string Usage = """
        dotnet run -c Release --project tests/LeNetGen.Benchmarks -- [VERB] [OPTIONS]

          ledger      whole networks: time of an image, GFLOP/s, part of the peak (what is done without a verb)
                        --cases --modes --threads --seconds --width --json
          explain     each kernel of a network: its tile, what it is expected to reach, what it reaches
                        --cases --seconds --width
          scale       time of an image for 16 to 65,536 images in a call, and memory
                        --cases (d2l) --threads --seconds --width
          handoff     time of handing empty work to the other threads
                        --threads (2)
          kernels     single kernels under BenchmarkDotNet, named case/width/method as explain has them
                        --filter '*d2l/512/Conv2D_2*' and whatever else BenchmarkDotNet takes, such as --job short
          generator   the generator itself, for a project of one network and one of fifty
                        no options

          --cases     a list with commas: keras3x3, paper, lenet5-1998, d2l, mlp, torch, residual, vgg
          --modes     a list with commas: train256, infer256, infer1
          --threads   1 to 256
          --seconds   at least so long for each line
          --width     512, 256, 128 or scalar; the widest that the processor has, if it is not said
        """;

    /// <summary>What a verb does with its options; null for a word that is no verb.</summary>
    public static Action<string[]>? Find(string verb) => verb switch
    {
        "ledger" => WriteLedger,
        "explain" => Explain,
        "scale" => WriteScale,
        "handoff" => WriteHandOff,
        "kernels" => MeasureKernels,
        "generator" => WriteGeneratorLedger,
        "help" or "--help" => _ => Console.WriteLine(Usage),
        _ => null,
    };

    private static void WriteLedger(string[] arguments)
    {
        BenchmarkOptions options = BenchmarkOptions.Parse(
            "ledger", arguments, new(), "--cases", "--modes", "--threads", "--seconds", "--width", "--json");
        if (!options.Json)
            Console.WriteLine($"{"case",-10}{"mode",-10}{"threads",7}{"width",7}{"us/image",11}{"GFLOP/s",9}{"peak",9}{"of peak",9}");
        foreach (string name in options.Cases)
        {
            foreach (string mode in options.Modes)
                Console.WriteLine(Row(name, mode, options, Ledger.Measure(name, mode, options)));
        }
    }

    private static string Row(string name, string mode, BenchmarkOptions options, Measurement measured) => options.Json
        ? JsonSerializer.Serialize(new
        {
            system = "lenetgen",
            @case = name,
            mode,
            threads = options.Threads,
            batch = measured.Batch,
            width = (int)options.Width,
            us_per_image = Math.Round(measured.MicrosecondsPerImage, 3),
            gflops = Math.Round(measured.GigaFlops, 1),
            peak_gflops = Math.Round(measured.PeakGigaFlops, 1),
            peak_fraction = Math.Round(measured.PeakFraction, 3),
        })
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-10}{mode,-10}{options.Threads,7}{(int)options.Width,7}{measured.MicrosecondsPerImage,11:F2}{measured.GigaFlops,9:F1}"
                + $"{measured.PeakGigaFlops,9:F1}{measured.PeakFraction,9:F3}");

    private static void Explain(string[] arguments)
    {
        BenchmarkOptions options = BenchmarkOptions.Parse("explain", arguments, new(), "--cases", "--seconds", "--width");
        WriteAll(options.Cases.SelectMany(name => Explanation.Of(name, options).Prepend($"\n{name} at {(int)options.Width} bits\n")));
    }

    private static void WriteScale(string[] arguments)
    {
        BenchmarkOptions options = BenchmarkOptions.Parse(
            "scale", arguments, new() { Cases = ["d2l"] }, "--cases", "--threads", "--seconds", "--width");
        WriteAll(options.Cases.SelectMany(name => ScaleLedger.Of(name, options)));
    }

    private static void WriteHandOff(string[] arguments) =>
        WriteAll(HandOffLedger.Of(BenchmarkOptions.Parse("handoff", arguments, new() { Threads = 2 }, "--threads").Threads));

    private static void MeasureKernels(string[] arguments)
    {
        if (!arguments.Any(argument => argument is "--filter" or "-f" or "--help"))
            throw new FormatException("'kernels' needs a --filter, such as --filter '*d2l/512/Conv2D_2*'; 'explain' lists the kernels.");
        IConfig config = DefaultConfig.Instance
            .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(60))
            .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "BenchmarkDotNet.Artifacts"));

        // Another process would need a project of its own, built from this one's generated code.
        BenchmarkSwitcher.FromTypes([typeof(KernelBenchmarks)]).Run(["--inProcess", .. arguments], config);
    }

    private static void WriteGeneratorLedger(string[] arguments)
    {
        BenchmarkOptions.Parse("generator", arguments, new());
        WriteAll(new[] { 1, 50 }.SelectMany(GeneratorLedger.Measure).Select(measured => JsonSerializer.Serialize(new
        {
            system = "lenetgen-generator",
            networks = measured.Networks,
            edit = measured.Edit,
            ms = Math.Round(measured.Milliseconds, 2),
            emitted_mb = Math.Round(measured.Megabytes, 2),
        })));
    }

    /// <summary>Each line as soon as it is known.</summary>
    private static void WriteAll(IEnumerable<string> lines)
    {
        foreach (string line in lines)
            Console.WriteLine(line);
    }
}
