using System.Globalization;
using System.Text.Json;
using LeNetGen.Benchmarks;

// dotnet run -c Release --project tests/LeNetGen.Benchmarks -- [--json] [--cases d2l,mlp,...] [--modes train256,infer256,infer1] [--threads N]
//     [--seconds S] [--width 512|256|128|scalar]
// A row of a table, or a line of JSON, for each case and mode. Times on a shared machine mean little; ratios to a peer that runs in the same minute do.
// With "explain" before the options, the planner's choice for each kernel and what it takes.
// With "generator" alone, the milliseconds of the generator itself, for a project of one network and one of fifty.
if (args is ["generator"])
{
    foreach (GeneratorMeasurement measured in new[] { 1, 50 }.SelectMany(GeneratorLedger.Measure))
    {
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            system = "lenetgen-generator",
            networks = measured.Networks,
            edit = measured.Edit,
            ms = Math.Round(measured.Milliseconds, 2),
            emitted_mb = Math.Round(measured.Megabytes, 2),
        }));
    }

    return 0;
}

bool explains = args is ["explain", ..];
BenchmarkOptions options;
try
{
    options = BenchmarkOptions.Parse(explains ? args[1..] : args);
}
catch (FormatException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}

if (explains)
{
    foreach (string line in options.Cases.SelectMany(name => Explanation.Of(name, options).Prepend($"\n{name} at {(int)options.Width} bits\n")))
        Console.WriteLine(line);
    return 0;
}

if (!options.Json)
    Console.WriteLine($"{"case",-10}{"mode",-10}{"threads",7}{"width",7}{"us/image",11}{"GFLOP/s",9}{"peak",9}{"of peak",9}");
foreach (string name in options.Cases)
{
    foreach (string mode in options.Modes)
    {
        Measurement measured = Ledger.Measure(name, mode, options);
        Console.WriteLine(options.Json
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
                    + $"{measured.PeakGigaFlops,9:F1}{measured.PeakFraction,9:F3}"));
    }
}

return 0;
