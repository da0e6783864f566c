using System.Diagnostics;
using System.Globalization;
using LeNetGen.Execution;

namespace Embedded;

/// <summary>The program's commands.</summary>
internal static class Recognizer
{
    private const string Usage = """
        Says which digit an image of 28x28 pixels shows, white on black.

        digits FILE [INDEX]   FILE is a PGM image or an IDX file; INDEX says which image of an IDX file, from 0
        digits -              the same from standard input
        digits --all FILE     the digit of every image of an IDX file, a line each
        digits --bits FILE    the bit patterns of every image's probabilities, a line each
        digits --time FILE    the time and the bytes allocated for each image of an IDX file
        digits --self-test    compares what this program computes with what its compiler did
        """;

    private const int WrongArguments = 2;
    private const int WithoutVectors = 3;

    /// <summary>Does what the arguments ask for, unless all would be computed in software and nobody has asked for that.</summary>
    /// <returns>The program's exit code.</returns>
    /// <exception cref="ImageException">An argument, or the image, is wrong.</exception>
    public static int Run(string[] arguments)
    {
        if (DigitNetwork.Width == VectorWidth.Scalar && AppContext.GetData(VectorWidths.SettingName) is null)
        {
            Console.Error.WriteLine(
                "This program was published without the vector instructions of this processor, without which it would be some three hundred "
                + "times slower: publish it with LeNetGenVectors set to v3, v4 or native.");
            return WithoutVectors;
        }

        switch (arguments)
        {
            case ["--all", string path]:
                ForEach(path, (pixels, _) => Console.WriteLine(DigitNetwork.Classify(pixels).ToString(CultureInfo.InvariantCulture)));
                return 0;
            case ["--bits", string path]:
                ForEach(path, PrintBits);
                return 0;
            case ["--time", string path]:
                Time(path);
                return 0;
            case ["--self-test"]:
                string? difference = DigitNetwork.SelfTest();
                Console.WriteLine(difference ?? "Every layer computes what it should.");
                return difference is null ? 0 : 1;
            case [string path] when path == "-" || !path.StartsWith("--", StringComparison.Ordinal):
                Recognize(path, 0);
                return 0;
            case [string path, string number]:
                Recognize(path, IndexOf(number));
                return 0;
            default:
                Console.WriteLine(Usage);
                return arguments.Length == 0 || arguments[0] is "--help" ? 0 : WrongArguments;
        }
    }

    private static void Recognize(string path, int index)
    {
        Span<byte> pixels = stackalloc byte[ImageFile.Height * ImageFile.Width];
        Span<float> probabilities = stackalloc float[DigitNetwork.OutputLength];
        ImageFile.Read(ContentOf(path, out string name), name, index, pixels);
        DigitNetwork.Predict(pixels, probabilities);
        Console.WriteLine(DigitNetwork.Classify(pixels).ToString(CultureInfo.InvariantCulture));
        for (int digit = 0; digit < probabilities.Length; digit++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {digit}  {probabilities[digit]:0.0000}"));
    }

    private delegate void ImageAction(ReadOnlySpan<byte> pixels, int index);

    private static void ForEach(string path, ImageAction action)
    {
        byte[] content = ContentOf(path, out string name);
        int count = ImageFile.CountOf(content);
        Span<byte> pixels = stackalloc byte[ImageFile.Height * ImageFile.Width];
        for (int index = 0; index < count; index++)
        {
            ImageFile.Read(content, name, index, pixels);
            action(pixels, index);
        }
    }

    private static void PrintBits(ReadOnlySpan<byte> pixels, int index)
    {
        Span<float> probabilities = stackalloc float[DigitNetwork.OutputLength];
        DigitNetwork.Predict(pixels, probabilities);
        foreach (float probability in probabilities)
            Console.Write(BitConverter.SingleToUInt32Bits(probability).ToString("X8", CultureInfo.InvariantCulture));
        Console.WriteLine();
    }

    private static void Time(string path)
    {
        long best = long.MaxValue, allocated = 0;
        int count = 0;
        for (int round = 0; round < 5; round++)
        {
            long ticks = 0;
            count = 0;
            ForEach(path, (pixels, _) =>
            {
                Span<float> probabilities = stackalloc float[DigitNetwork.OutputLength];
                long before = GC.GetAllocatedBytesForCurrentThread(), start = Stopwatch.GetTimestamp();
                DigitNetwork.Predict(pixels, probabilities);
                ticks += Stopwatch.GetTimestamp() - start;
                allocated += GC.GetAllocatedBytesForCurrentThread() - before;
                count++;
            });
            best = Math.Min(best, ticks);
        }

        double microseconds = best * 1e6 / Stopwatch.Frequency / count;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{microseconds:0.00} us an image, {allocated} bytes allocated, vectors {DigitNetwork.Width} ({count} images)"));
    }

    private static int IndexOf(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            ? index
            : throw new ImageException($"The index of the image is '{number}'; it must be a whole number from 0.");

    /// <summary>The whole file, or all of standard input.</summary>
    private static byte[] ContentOf(string path, out string name)
    {
        name = path == "-" ? "standard input" : $"'{path}'";
        try
        {
            using Stream stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
            using var content = new MemoryStream();
            byte[] piece = new byte[64 * 1024];
            for (int read = stream.Read(piece); read > 0; read = stream.Read(piece))
            {
                if (content.Length + read > ImageFile.MostBytes)
                    throw new ImageException($"{name} has more than {ImageFile.MostBytes} bytes; that is no image of digits.");
                content.Write(piece, 0, read);
            }

            return content.ToArray();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            string reason = Directory.Exists(path) ? "it is a folder." : File.Exists(path) ? error.Message : "there is no such file.";
            throw new ImageException($"{name} cannot be read: {reason}");
        }
    }
}
