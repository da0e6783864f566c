using System.Xml.Linq;
using LeNetGen.Data;
using LeNetGen.Reporting;
using LeNetGen.Tests.Execution;
using LeNetGen.Tests.Training;

namespace LeNetGen.Runtime.Tests.Reporting;

public sealed class FeatureMapsSvgTests
{
    [Fact]
    public void Of_D2L_HasAnImageForEveryChannelAndAStripForEveryVector()
    {
        Dataset images = TrainingData.Raw(Networks.D2L, 3);

        XDocument picture = Pictures.Parse(FeatureMapsSvg.Of(new InterpretedNetwork(Networks.D2L), images, 2));

        PngImage[] all = Pictures.ImagesOf(picture);
        Assert.Equal(images.RawImage(2).ToArray(), all[0].Samples);
        // Each layer's scale is an image as well.
        Assert.Equal(6, all.Count(image => (image.Width, image.Height) == (28, 28)) - 1);
        Assert.Equal(6, all.Count(image => (image.Width, image.Height) == (14, 14)));
        Assert.Equal(16, all.Count(image => (image.Width, image.Height) == (10, 10)));
        Assert.Equal(16, all.Count(image => (image.Width, image.Height) == (5, 5)));
        foreach (int length in (int[])[400, 120, 84, 10])
            Assert.Single(all, image => (image.Width, image.Height) == (length, 1));
        foreach (LayerDefinition layer in Networks.D2L.Layers)
            Assert.Contains(layer.Name, Pictures.TextsOf(picture));
    }

    [Theory]
    [InlineData(0, "T-shirt/top, classified rightly with 98.7%", "right")]
    [InlineData(1, "Ankle boot, taken for T-shirt/top with 98.7%", "wrong")]
    public void Of_AnImage_SaysWhatItIsAndIsTakenFor(byte label, string expected, string kind)
    {
        XDocument picture = Pictures.Parse(FeatureMapsSvg.Of(Classifier.Network(), Classifier.Images([5, 0, 0], label), 0));

        Assert.Equal(expected, Pictures.TextsOf(picture)[1]);
        Assert.Equal(["T-shirt/top", "98.7%"], Pictures.TextsOf(picture, kind));
        Assert.Equal(label == 1, Pictures.TextsOf(picture).Contains("0.7% · actual"));
    }

    [Fact]
    public void Of_Dropout_IsLeftOut()
    {
        XDocument picture = Pictures.Parse(
            FeatureMapsSvg.Of(new InterpretedNetwork(Networks.Dropped), TrainingData.Raw(Networks.Dropped, 1), 0));

        string[] texts = Pictures.TextsOf(picture);
        Assert.Superset(new HashSet<string> { "Flatten_1", "Dense_1", "Dense_2" }, texts.ToHashSet());
        Assert.DoesNotContain(texts, text => text.Contains("Dropout", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_ManyClasses_ShowsTheMostProbableOnes()
    {
        NetworkDefinition definition = Networks.Deep(1, 2, 100);

        XDocument picture = Pictures.Parse(FeatureMapsSvg.Of(new InterpretedNetwork(definition), TrainingData.Raw(definition, 1), 0));

        Assert.Contains("the 10 most probable of 100", Pictures.TextsOf(picture));
        Assert.Equal(10, Pictures.TextsOf(picture, "number").Count(text => text.Contains("%", StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_WideAndLongActivations_IsAPicture()
    {
        NetworkDefinition definition = Networks.Deep(2, 120, 2);

        XDocument picture = Pictures.Parse(FeatureMapsSvg.Of(new InterpretedNetwork(definition), TrainingData.Floats(definition, 1), 0));

        Assert.Equal(2 * 120 + 1, Pictures.ImagesOf(picture).Count(image => (image.Width, image.Height) == (8, 8)));
    }

    [Fact]
    public void Of_OutputsWithoutSoftmax_SaysThatProbabilitiesAreItsOwn()
    {
        Dataset images = TrainingData.Raw(Networks.Perceptron, 1);

        XDocument picture = Pictures.Parse(FeatureMapsSvg.Of(new InterpretedNetwork(Networks.Perceptron), images, 0));

        Assert.Contains("softmax of the outputs", Pictures.TextsOf(picture));
        Assert.Equal(3, Pictures.ImagesOf(picture)[0].Channels);
    }

    [Fact]
    public void Of_ParametersThatAreNotFinite_IsAPictureYet()
    {
        var network = new InterpretedNetwork(Networks.D2L);
        network.Parameters.Fill(float.NaN);

        Pictures.Parse(FeatureMapsSvg.Of(network, TrainingData.Raw(Networks.D2L, 1), 0));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Of_NoSuchImage_IsRefused(int index)
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => FeatureMapsSvg.Of(Classifier.Network(), Classifier.Images([5, 0, 0], 0), index));
    }
}
