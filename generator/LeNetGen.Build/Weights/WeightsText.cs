using System.Globalization;

namespace LeNetGen.Build.Weights;

/// <summary>
/// The text between this task and the generator: a line with the file's name, then for each tensor a line with shape and name, and lines
/// of bit patterns, eight hexadecimal digits each.
/// </summary>
internal static class WeightsText
{
    /// <summary>How the text starts; the generator, which is of the same package, knows no other version.</summary>
    public const string Heading = "LeNetGen weights 1 ";

    private const int NumbersOfALine = 16;

    /// <summary>Writes the text of a weights file.</summary>
    /// <exception cref="BuildFileException">It cannot be written.</exception>
    public static void Write(string path, WeightsFile weights) => CompleteFile.Write(path, writer => Write(writer, weights));

    private static void Write(TextWriter writer, WeightsFile weights)
    {
        writer.Write($"{Heading}{Escaped(weights.Name)}\n");
        foreach (TensorEntry tensor in weights.Tensors)
        {
            writer.Write($"tensor {tensor.ShapeText} {Escaped(tensor.Name)}\n");
            int written = 0;
            foreach (uint bits in weights.BitsOf(tensor))
            {
                writer.Write(bits.ToString("X8", CultureInfo.InvariantCulture));
                if (++written % NumbersOfALine == 0)
                    writer.Write('\n');
            }

            if (written % NumbersOfALine != 0)
                writer.Write('\n');
        }
    }

    /// <summary>A name in one line.</summary>
    private static string Escaped(string name) => name.Replace("\\", "\\\\").Replace("\n", "\\n").Replace("\r", "\\r")
        .Replace("\u0085", "\\u0085").Replace("\u2028", "\\u2028").Replace("\u2029", "\\u2029");
}
