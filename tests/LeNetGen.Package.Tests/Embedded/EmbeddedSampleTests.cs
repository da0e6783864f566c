using System.Globalization;
using System.Text;
using LeNetGen.Package.Tests.Processes;

namespace LeNetGen.Package.Tests.Embedded;

/// <summary>The digit recogniser's commands: right digits, and a sentence for whatever is no image.</summary>
[Collection(nameof(PublishedSample))]
public sealed class EmbeddedSampleTests(PublishedSample sample)
{
    [SkippableFact]
    public void Predict_OfMnist_AllocatesNothing()
    {
        string said = Command.Run(sample.Native, "--time", sample.Write("some.idx", DigitImages.Synthetic(20))).Succeeded().Output;
        Assert.Contains(" us an image, 0 bytes allocated, vectors Bits", said, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Classes_OfMnist_AreRight()
    {
        byte[] labels = DigitImages.MnistLabels();
        string[] classes = Command.Run(sample.Native, "--all", sample.Write("mnist.idx", DigitImages.Mnist())).Succeeded().Lines;
        Assert.Equal(labels.Length, classes.Length);
        int right = labels.Where((label, image) => classes[image] == label.ToString(CultureInfo.InvariantCulture)).Count();
        Assert.InRange(right, 9_895, 9_895);
    }

    [SkippableFact]
    public void Image_FromPgmIdxAndStandardInput_IsTheSameDigit()
    {
        byte[] images = DigitImages.Synthetic(3);
        string idx = sample.Write("three.idx", images);
        byte[] pixels = DigitImages.Pixels(images, 2).ToArray();
        string expected = Command.Run(sample.Native, idx, "2").Succeeded().Output;
        Assert.Matches("^[0-9]\n( {2}[0-9] {2}[01]\\.[0-9]{4}\n){10}$", expected);

        byte[] raw = [.. Encoding.ASCII.GetBytes("P5\n# drawn\n28 28 255\n"), .. pixels];
        byte[] text = Encoding.ASCII.GetBytes("P2 28 28 255 " + string.Join(' ', pixels));
        byte[] wide = [.. Encoding.ASCII.GetBytes("P5 28 28 65535\n"), .. pixels.SelectMany(pixel => new[] { pixel, pixel })];
        foreach (byte[] pgm in new[] { raw, text, wide })
        {
            Assert.Equal(expected, Command.Run(sample.Native, sample.Write("digit.pgm", pgm)).Succeeded().Output);
            Assert.Equal(expected, Command.RunWithInput(sample.Native, pgm, "-").Succeeded().Output);
        }
    }

    public static TheoryData<string, byte[], string> WrongImages => new()
    {
        { "empty", [], "FILE is neither a PGM image nor an IDX file of images." },
        { "text", "hello"u8.ToArray(), "FILE is neither a PGM image nor an IDX file of images." },
        { "colours", "P6 28 28 255 "u8.ToArray(), "FILE is neither a PGM image nor an IDX file of images." },
        { "labels", IdxLabels, "FILE is neither a PGM image nor an IDX file of images." },
        { "header cut off", IdxHeader(1, 28, 28)[..10], "FILE ends inside its IDX header, after 10 bytes." },
        { "other size", IdxHeader(1, 32, 32), "FILE has 32x32 pixels, but the network reads 28x28." },
        {
            "enormous size",
            IdxHeader(1, uint.MaxValue, uint.MaxValue),
            "FILE has 4294967295x4294967295 pixels, but the network reads 28x28."
        },
        { "no images", IdxHeader(0, 28, 28), "FILE has 0 images, so there is no image 0; they are counted from 0." },
        { "image cut off", [.. IdxHeader(4_000_000_000, 28, 28), 1, 2, 3], "FILE announces 4000000000 images, but ends inside image 0." },
        { "PGM without a size", "P5"u8.ToArray(), "FILE is no whole PGM image: it has no number for its width." },
        { "PGM of another size", "P5 27 28 255 "u8.ToArray(), "FILE has 27x28 pixels, but the network reads 28x28." },
        {
            "PGM of a long number",
            Encoding.ASCII.GetBytes("P5 " + new string('9', 400) + " 28 255 "),
            "FILE has 134217727x28 pixels, but the network reads 28x28."
        },
        { "PGM without white", "P5 28 28 0 "u8.ToArray(), "FILE has 0 as its largest gray; it must lie between 1 and 65535." },
        { "PGM cut off", "P5 28 28 255 abc"u8.ToArray(), "FILE ends after 3 of its 784 bytes of pixels." },
        { "PGM without pixels", "P5 28 28 255"u8.ToArray(), "FILE ends after 0 of its 784 bytes of pixels." },
        { "PGM text cut off", "P2 28 28 9 1 2 3"u8.ToArray(), "FILE is no whole PGM image: it has no number for its pixel 3." },
        { "PGM too bright", "P2 28 28 9 10"u8.ToArray(), "FILE has a pixel of 10, brighter than its largest gray, 9." },
    };

    [SkippableTheory]
    [MemberData(nameof(WrongImages))]
    public void WrongImage_IsOneSentence(string defect, byte[] content, string sentence)
    {
        string path = sample.Write("wrong.bin", content);
        foreach (Command command in new[] { Command.Run(sample.Native, path), Command.RunWithInput(sample.Native, content, "-") })
        {
            Assert.True(command.ExitCode == 2, defect);
            Assert.Equal("", command.Output);
        }

        Assert.Equal(sentence.Replace("FILE", $"'{path}'") + "\n", Command.Run(sample.Native, path).Error);
        Assert.Equal(sentence.Replace("FILE", "standard input") + "\n", Command.RunWithInput(sample.Native, content, "-").Error);
    }

    [SkippableFact]
    public void WrongArguments_AreOneSentence()
    {
        string path = sample.Write("two.idx", DigitImages.Synthetic(2));
        Assert.Equal("'no/such' cannot be read: there is no such file.\n", Command.Run(sample.Native, "no/such").Error);
        string folder = Path.GetDirectoryName(path)!;
        Assert.Equal($"'{folder}' cannot be read: it is a folder.\n", Command.Run(sample.Native, folder).Error);
        Assert.Equal("The index of the image is '-1'; it must be a whole number from 0.\n", Command.Run(sample.Native, path, "-1").Error);
        Assert.Equal($"'{path}' has 2 images, so there is no image 2; they are counted from 0.\n", Command.Run(sample.Native, path, "2").Error);
        Assert.Equal(2, Command.Run(sample.Native, "--unheard-of").ExitCode);
        Assert.Equal(0, Command.Run(sample.Native, "--help").ExitCode);
    }

    private static byte[] IdxLabels => Runtime.Tests.Data.Idx.IdxBytes.Labels(1, 2, 3);

    private static byte[] IdxHeader(params uint[] sizes) => Runtime.Tests.Data.Idx.IdxBytes.Header(3, sizes);
}
