using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LeNetGen.Generator.Tests;

/// <summary>No declaration, however broken, breaks generator or analyzer.</summary>
public class MutationTests
{
    private const int Programs = 300;
    private static readonly string[] Strange =
        ["0", "-1", "2147483647", "99999999999", "1e9", "\"\"", "null", "partial", "[", ")", "Größe", "@", "\"", "}"];

    private static readonly string[] Sources =
    [
        Declarations.D2l,
        """
        using LeNetGen;
        namespace Samples.Deep
        {
            internal static partial class Outer<T>
            {
                [Network(channels: 3, height: 32, width: 32), Input(Scale = 0.5f, Offset = -1, Pad = 2)]
                [Conv2D(6, kernelSize: 3, Strides = 2, Padding = Padding.Same, Activation = Activation.ReLU, Name = "C1")]
                [MaxPooling2D(2), Dropout(0.25), Flatten, Dense(4, Name = "class", Activation = Activation.Softmax)]
                private sealed partial class Inner : Network;
            }
            [Network(1, 8, 8)][Flatten][Dense(2)] public partial class Other { public Other() : this(3) { } }
        }
        """,
    ];

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public void Declaration_Mutated_BreaksNothing(int source, int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < Programs / 2; i++)
        {
            string program = Mutate(Sources[source], random);
            GeneratorRun run = GeneratorRun.WithoutChecks(Compilations.Of(program));
            Assert.True(run.Result.Exception is null, $"seed {seed}, program {i}: {run.Result.Exception}\n{program}");
            Assert.DoesNotContain(run.AnalyzerDiagnostics(), diagnostic => diagnostic.Id == "AD0001");

            // What compiles without the generator compiles with it.
            if (!run.Input.GetDiagnostics().Any(IsError))
            {
                Diagnostic? error = run.Output.GetDiagnostics().FirstOrDefault(IsError);
                Assert.True(error is null, $"seed {seed}, program {i}: {error}\n{program}");
            }
        }
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    /// <summary>One to three tokens deleted, doubled, swapped with the next one or replaced, or the rest not typed yet.</summary>
    internal static string Mutate(string source, Random random)
    {
        List<string> tokens = [.. SyntaxFactory.ParseTokens(source).Select(token => token.ToFullString())];
        for (int edits = random.Next(1, 4); edits > 0; edits--)
        {
            int at = random.Next(tokens.Count - 1);
            switch (random.Next(5))
            {
                case 0:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    tokens.Insert(at, tokens[at]);
                    break;
                case 2:
                    (tokens[at], tokens[at + 1]) = (tokens[at + 1], tokens[at]);
                    break;
                case 3:
                    tokens[at] = $" {Strange[random.Next(Strange.Length)]} ";
                    break;
                default:
                    int numbers = tokens.FindIndex(at, token => char.IsAsciiDigit(token.Trim().FirstOrDefault()));
                    if (numbers >= 0)
                        tokens[numbers] = random.Next(-2, 40).ToString(System.Globalization.CultureInfo.InvariantCulture);
                    else
                        tokens.RemoveRange(at, tokens.Count - at);
                    break;
            }
        }

        return string.Concat(tokens);
    }
}
