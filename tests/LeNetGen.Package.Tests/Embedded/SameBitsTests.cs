using System.Globalization;
using System.Runtime.Intrinsics.X86;
using System.Text;
using Embedded;
using LeNetGen.Package.Tests.Processes;
using LeNetGen.Reference;

namespace LeNetGen.Package.Tests.Embedded;

/// <summary>
/// However the digit recogniser is compiled, it answers the same bits. The class <see cref="DigitNetwork"/> is compiled for training here,
/// from the very file that the sample compiles for inference.
/// </summary>
[Collection(nameof(PublishedSample))]
public sealed class SameBitsTests(PublishedSample sample)
{
    /// <summary>The interpreter takes milliseconds for an image: so many of the first images, or where LENETGEN_LONG_TESTS is set all.</summary>
    private static readonly int s_interpreted = Environment.GetEnvironmentVariable("LENETGEN_LONG_TESTS") is { Length: > 0 } ? int.MaxValue : 300;

    private static readonly string[] s_widths = ["512", "256", "128", "scalar"];
    private static readonly DigitNetwork s_network = DigitNetwork.Load(Repository.PathOf("samples", "Embedded", "digits.safetensors"));

    [SkippableFact]
    public void Probabilities_OfMnist_HoweverShipped_AreThoseOfTheTrainedNetwork()
    {
        byte[] images = DigitImages.Mnist();
        string path = sample.Write("mnist.idx", images);
        string[] expected = [.. Enumerable.Range(0, 10_000).Select(image => Predicted(DigitImages.Pixels(images, image)))];
        Assert.Equal(expected, Command.Run(sample.Native, "--bits", path).Succeeded().Lines);
        Assert.Equal(expected, Command.Run(sample.ReadyToRun, "--bits", path).Succeeded().Lines);
        Assert.Equal(expected, Command.Run(sample.CProgram, path).Succeeded().Lines[1..]);
        foreach (string width in s_widths)
            Assert.Equal(expected, sample.RunManaged(width, "--bits", path).Lines);
        if (Avx512F.IsSupported)
            Assert.Equal(expected, Command.Run(sample.Wide, "--bits", path).Succeeded().Lines);
    }

    [SkippableFact]
    public void Probabilities_OfMnist_AreThoseOfTheInterpreter() => AssertInterpreted(DigitImages.Mnist(), Math.Min(s_interpreted, 10_000));

    [SkippableFact]
    public void Probabilities_OfSyntheticDigits_AreThoseOfTheInterpreter_AtEveryWidth()
    {
        byte[] images = DigitImages.Synthetic(40);
        AssertInterpreted(images, 40);
        string path = sample.Write("synthetic.idx", images);
        string[] expected = Command.Run(sample.Native, "--bits", path).Succeeded().Lines;
        foreach (string width in s_widths)
            Assert.Equal(expected, sample.RunManaged(width, "--bits", path).Lines);
    }

    [SkippableFact]
    public void SelfTest_OfEachForm_FindsNoDifference()
    {
        const string same = "Every layer computes what it should.";
        foreach (string width in s_widths)
            Assert.Equal([same], sample.RunManaged(width, "--self-test").Lines);
        Assert.Equal([same], Command.Run(sample.Native, "--self-test").Succeeded().Lines);
        Assert.Equal([same], Command.Run(sample.ReadyToRun, "--self-test").Succeeded().Lines);
        if (Avx512F.IsSupported)
            Assert.Equal([same], Command.Run(sample.Wide, "--self-test").Succeeded().Lines);
    }

    [SkippableFact]
    public void Library_CalledFromC_SaysItsSizesAndTestsItself() => Assert.Matches(
        "^version 1, raw 784, input 784, output 10, vectors (128|256), self-test 0 '', null -1 -1 -1$",
        Command.Run(sample.CProgram, sample.Write("one.idx", DigitImages.Synthetic(1))).Succeeded().Lines[0]);

    /// <summary>Demands that the executable computes the first images of a file as the interpreter does.</summary>
    private void AssertInterpreted(byte[] images, int count)
    {
        var interpreter = new Interpreter<float>(DigitNetwork.Definition);
        float[] parameters = s_network.Parameters.ToArray();
        string[] expected = new string[count];
        Parallel.For(0, count, image => expected[image] =
            Hexadecimal(interpreter.Predict(interpreter.FromBytes(DigitImages.Pixels(images, image)), parameters)));
        Assert.Equal(expected, Command.Run(sample.Native, "--bits", sample.Write("interpreted.idx", images)).Succeeded().Lines[..count]);
    }

    private static string Predicted(ReadOnlySpan<byte> pixels)
    {
        Span<float> probabilities = stackalloc float[DigitNetwork.OutputLength];
        s_network.Predict(pixels, probabilities);
        return Hexadecimal(probabilities);
    }

    private static string Hexadecimal(ReadOnlySpan<float> values)
    {
        var text = new StringBuilder();
        foreach (float value in values)
            text.Append(BitConverter.SingleToUInt32Bits(value).ToString("X8", CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
