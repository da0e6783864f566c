using System.Globalization;
using LeNetGen.Execution;

namespace LeNetGen.Benchmarks;

/// <summary>What to measure.</summary>
internal sealed record BenchmarkOptions
{
    public IReadOnlyList<string> Cases { get; private init; } = [.. Ledger.Cases.Keys];

    public IReadOnlyList<string> Modes { get; private init; } = Ledger.Modes;

    public int Threads { get; private init; } = 1;

    public double Seconds { get; private init; } = 1;

    public VectorWidth Width { get; private init; } = VectorWidths.Default;

    /// <summary>Whether to write JSON, for programs to read, and not a table.</summary>
    public bool Json { get; private init; }

    /// <exception cref="FormatException">An option is unknown, or its value is none that it takes.</exception>
    public static BenchmarkOptions Parse(string[] arguments)
    {
        var options = new BenchmarkOptions();
        for (int i = 0; i < arguments.Length; i += 2)
        {
            if (arguments[i] == "--json")
            {
                options = options with { Json = true };
                i--;
                continue;
            }

            if (i + 1 == arguments.Length)
                throw new FormatException($"Option '{arguments[i]}' needs a value.");
            string value = arguments[i + 1];
            options = arguments[i] switch
            {
                "--cases" => options with { Cases = Names(arguments[i], value, [.. Ledger.Cases.Keys]) },
                "--modes" => options with { Modes = Names(arguments[i], value, Ledger.Modes) },
                "--threads" when int.TryParse(value, CultureInfo.InvariantCulture, out int threads) && threads is > 0 and <= 256 =>
                    options with { Threads = threads },
                "--seconds" when double.TryParse(value, CultureInfo.InvariantCulture, out double seconds) && seconds > 0 =>
                    options with { Seconds = seconds },
                "--width" => options with { Width = WidthOf(value) },
                "--threads" or "--seconds" => throw new FormatException($"Option '{arguments[i]}' takes a positive number, not '{value}'."),
                string unknown => throw new FormatException($"There is no option '{unknown}'."),
            };
        }

        return options;
    }

    private static string[] Names(string option, string value, string[] known)
    {
        string[] names = value.Split(',');
        string? unknown = names.FirstOrDefault(name => !known.Contains(name));
        return unknown is null ? names : throw new FormatException($"Option '{option}' takes {string.Join(", ", known)}, not '{unknown}'.");
    }

    private static VectorWidth WidthOf(string value) => value switch
    {
        "512" => VectorWidth.Bits512,
        "256" => VectorWidth.Bits256,
        "128" => VectorWidth.Bits128,
        "scalar" => VectorWidth.Scalar,
        _ => throw new FormatException($"Option '--width' takes 512, 256, 128 or scalar, not '{value}'."),
    };
}
