using System.Security.Cryptography;
using LeNetGen.Data;
using LeNetGen.Data.Synthetic;

namespace LeNetGen.Runtime.Tests.Data;

public sealed class SyntheticDigitsTests
{
    [Fact]
    public void Generate_Seed1_GivesTheSameBytesEverywhere()
    {
        DataSplit split = SyntheticDigits.Generate(200, 50);
        Assert.Equal("9183b6384fd10037279011b918d5e63c57666f76610e4eb4eac586c13e5e6a1c", Digest(split.Training));
        Assert.Equal("f59ac77135b3da689bd256cf2a7e81ef03b2056d338bef4535ce410418ced77d", Digest(split.Test));
        Assert.Equal("drawn by LeNetGen, seed 1", split.Origin);
    }

    [Fact]
    public void Generate_OnManyThreads_DrawsWhatOneThreadDraws()
    {
        Dataset training = SyntheticDigits.Generate(100, 0, seed: 5).Training;
        byte[] pixels = new byte[training.ImageShape.Length];
        for (int image = training.Count - 1; image >= 0; image--)
        {
            Assert.Equal(training.Label(image), SyntheticDigit.Draw(5, image, SyntheticDigits.Size, pixels));
            Assert.Equal(pixels, training.RawImage(image).ToArray());
        }
    }

    [Fact]
    public void Generate_MoreImages_StartWithTheSameOnes()
    {
        DataSplit few = SyntheticDigits.Generate(20, 10), many = SyntheticDigits.Generate(70, 30);
        Assert.Equal(Digest(few.Training), Digest(many.Training.Slice(0, 20)));
        Assert.Equal(Digest(few.Test), Digest(many.Test.Slice(0, 10)));
    }

    [Fact]
    public void Generate_OtherSeedOrPart_GivesOtherImages()
    {
        DataSplit first = SyntheticDigits.Generate(50, 50, seed: 1), second = SyntheticDigits.Generate(50, 50, seed: 2);
        string[] digests = [Digest(first.Training), Digest(first.Test), Digest(second.Training), Digest(second.Test)];
        Assert.Equal(4, digests.Distinct().Count());
    }

    [Fact]
    public void Generate_ManyImages_HasEveryDigitAboutAsOftenAndInkInEveryImage()
    {
        Dataset training = SyntheticDigits.Generate(3000, 0).Training;
        int[] counts = new int[10];
        for (int image = 0; image < training.Count; image++)
        {
            counts[training.Label(image)]++;
            int bright = 0;
            foreach (byte pixel in training.RawImage(image))
                bright += pixel > 150 ? 1 : 0;
            Assert.InRange(bright, 10, 300);
        }

        // Six standard deviations of a binomial distribution.
        Assert.All(counts, count => Assert.InRange(count, 300 - 99, 300 + 99));
    }

    [Fact]
    public void Generate_NegativeCount_IsAnArgumentError() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticDigits.Generate(-1));

    [Fact]
    public void Drawings_EveryPoint_LiesInTheBox()
    {
        Assert.Equal(10, DigitDrawings.ByDigit.Length);
        foreach (double[] stroke in DigitDrawings.ByDigit.SelectMany(hands => hands).SelectMany(strokes => strokes))
        {
            Assert.True(stroke.Length >= 4 && stroke.Length % 2 == 0);
            Assert.All(stroke.Where((_, index) => index % 2 == 0), x => Assert.InRange(x, 0, DigitDrawings.Width));
            Assert.All(stroke.Where((_, index) => index % 2 == 1), y => Assert.InRange(y, 0, DigitDrawings.Height));
        }
    }

    [Fact]
    public void Task_NearestClassMean_StaysBelow80Percent()
    {
        DataSplit split = SyntheticDigits.Generate(6000, 2000);
        Assert.InRange(NearestMeanAccuracy(split), 0.5, 0.8);
    }

    [Fact]
    public void Task_LinearSoftmax_StaysBelow92PercentHoweverLongItIsTrained()
    {
        DataSplit split = SyntheticDigits.Generate(3000, 1500);
        LinearSoftmax classifier = new(split.Training);
        float[][] training = classifier.Inputs(split.Training), test = classifier.Inputs(split.Test);
        double best = 0, loss = double.PositiveInfinity, decline = 1;
        const int epochs = 32;
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            // The last quarter with small steps, so that it settles.
            double before = loss;
            loss = classifier.Train(training, split.Training, epoch, epoch < epochs * 3 / 4 ? 5e-3 : 2e-4);
            decline = 1 - loss / before;
            best = Math.Max(best, classifier.Accuracy(test, split.Test));
        }

        // It has settled, it has learnt its training images nearly by heart, and its best epoch counts: nothing more is in it.
        Assert.InRange(decline, -0.01, 0.01);
        Assert.InRange(classifier.Accuracy(training, split.Training), 0.96, 1);
        Assert.InRange(best, 0.8, 0.92);
    }

    private static string Digest(Dataset dataset)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int image = 0; image < dataset.Count; image++)
        {
            hash.AppendData([(byte)dataset.Label(image)]);
            hash.AppendData(dataset.RawImage(image));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static double NearestMeanAccuracy(DataSplit split)
    {
        int length = split.Training.ImageShape.Length;
        double[][] means = [.. Enumerable.Range(0, 10).Select(_ => new double[length])];
        int[] counts = new int[10];
        for (int image = 0; image < split.Training.Count; image++)
        {
            int label = split.Training.Label(image);
            counts[label]++;
            ReadOnlySpan<byte> pixels = split.Training.RawImage(image);
            for (int pixel = 0; pixel < length; pixel++)
                means[label][pixel] += pixels[pixel];
        }

        int correct = 0;
        for (int image = 0; image < split.Test.Count; image++)
        {
            byte[] pixels = split.Test.RawImage(image).ToArray();
            int nearest = Enumerable.Range(0, 10).MinBy(label => pixels.Select((value, pixel) =>
                (value - means[label][pixel] / counts[label]) * (value - means[label][pixel] / counts[label])).Sum());
            correct += nearest == split.Test.Label(image) ? 1 : 0;
        }

        return (double)correct / split.Test.Count;
    }
}
