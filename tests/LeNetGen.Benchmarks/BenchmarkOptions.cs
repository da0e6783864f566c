using System.Globalization;
using LeNetGen.Execution;

namespace LeNetGen.Benchmarks;

/// <summary>What to measure.</summary>
internal sealed record BenchmarkOptions
{
    public IReadOnlyList<string> Cases { get; init; } = [.. Ledger.Cases.Keys];

    public IReadOnlyList<string> Modes { get; init; } = Ledger.Modes;

    public int Threads { get; init; } = 1;

    public double Seconds { get; init; } = 1;

    public VectorWidth Width { get; init; } = VectorWidths.Default;

    /// <summary>Whether to write JSON, for programs to read, and not a table.</summary>
    public bool Json { get; init; }

    /// <summary>Reads a verb's options.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="arguments">Options and their values.</param>
    /// <param name="options">What is to be where nothing is said.</param>
    /// <param name="taken">The options that the verb takes.</param>
    /// <exception cref="FormatException">The verb does not take an option, or the option does not take its value.</exception>
    public static BenchmarkOptions Parse(string verb, string[] arguments, BenchmarkOptions options, params string[] taken)
    {
        for (int i = 0; i < arguments.Length; i += 2)
        {
            if (!taken.Contains(arguments[i]))
                throw new FormatException($"'{verb}' has no option '{arguments[i]}'; {Known(taken)}.");
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
                "--threads" => throw new FormatException($"Option '--threads' takes a whole number from 1 to 256, not '{value}'."),
                _ => throw new FormatException($"Option '{arguments[i]}' takes a positive number, not '{value}'."),
            };
        }

        return options;
    }

    private static string Known(string[] taken) => taken.Length == 0 ? "it takes none" : $"it takes {string.Join(", ", taken)}";

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
