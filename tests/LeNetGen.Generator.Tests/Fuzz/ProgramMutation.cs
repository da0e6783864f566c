using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace LeNetGen.Generator.Tests.Fuzz;

/// <summary>What typing, mistyping and pasting make of a program.</summary>
internal static class ProgramMutation
{
    private static readonly string[] s_strange =
    [
        "0", "-1", "2147483647", "99999999999", "1e9", "1e-320", "\"\"", "null", "default", "partial", "static", "[", "]", "(", ")", "{", "}", "Größe",
        "@", "@class", "\"", "'", "/*", "//", "#if", "\u2212", "\ud83d\ude00", "\u200b", "\0", "nameof(x)", "typeof(int)", "x => x", "ref x", "...",
        "Node", "Forward", "[Flatten]", "[Dense(3)]", "Padding.Same", "Activation.Softmax", "(Padding)7", "int.MaxValue * 2", "$\"{1}\"",
    ];

    /// <summary>
    /// One to three tokens deleted, doubled, swapped with the next one or replaced, a number changed, a part of the program written twice,
    /// or the rest not typed yet.
    /// </summary>
    public static string Of(string source, Random random)
    {
        List<string> tokens = [.. SyntaxFactory.ParseTokens(source).Select(token => token.ToFullString())];
        for (int edits = random.Next(1, 4); edits > 0 && tokens.Count > 2; edits--)
        {
            int at = random.Next(tokens.Count - 1);
            switch (random.Next(7))
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
                case 3 or 4:
                    tokens[at] = $" {s_strange[random.Next(s_strange.Length)]} ";
                    break;
                case 5:
                    tokens.InsertRange(random.Next(tokens.Count), tokens.GetRange(at, random.Next(1, Math.Min(12, tokens.Count - at))));
                    break;
                default:
                    ChangeNumber(tokens, at, random);
                    break;
            }
        }

        return string.Concat(tokens);
    }

    /// <summary>Changes the next number; where there is none, what follows has not been typed yet.</summary>
    private static void ChangeNumber(List<string> tokens, int at, Random random)
    {
        int number = tokens.FindIndex(at, token => char.IsAsciiDigit(token.Trim().FirstOrDefault()));
        if (number < 0)
            tokens.RemoveRange(at, tokens.Count - at);
        else
            tokens[number] = random.Next(-2, 40).ToString(CultureInfo.InvariantCulture);
    }
}
