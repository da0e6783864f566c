using System.Xml.Linq;
using LeNetGen.Data;
using LeNetGen.Reporting;

namespace LeNetGen.Runtime.Tests.Reporting;

public sealed class MisclassifiedSvgTests
{
    // Taken for: 0 (right), 1 with e^1, 2 with e^5, 0 (right), 2 with e^5.
    private static readonly byte[] Pixels = [9, 0, 0, 0, 1, 0, 0, 0, 5, 4, 0, 0, 0, 0, 5];
    private static readonly byte[] Labels = [0, 0, 1, 0, 0];

    [Fact]
    public void Of_Mistakes_ComeMostConfidentFirstAndInOrder()
    {
        XDocument picture = Pictures.Parse(MisclassifiedSvg.Of(Classifier.Network(), Classifier.Images(Pixels, Labels)));

        Assert.Equal("3 of 5 images of known images (60.0%): the most confident first", Pictures.TextsOf(picture)[1]);
        Assert.Equal(
            [
                "image 2: Ankle boot, taken for <Bag> (98.7%)", "image 4: T-shirt/top, taken for <Bag> (98.7%)",
                "image 1: T-shirt/top, taken for Ankle boot (57.6%)",
            ],
            Pictures.TipsOf(picture));
        Assert.Equal(
            ["Ankle boot →", "<Bag>", "98.7%", "T-shirt/top →", "<Bag>", "98.7%", "T-shirt/top →", "Ankle boot", "57.6%"],
            Pictures.TextsOf(picture, "small"));
        Assert.Equal([[0, 0, 5], [0, 0, 5], [0, 1, 0]], Pictures.ImagesOf(picture).Select(image => image.Samples));
    }

    [Fact]
    public void Of_MoreMistakesThanShown_SaysHowMany()
    {
        XDocument picture = Pictures.Parse(MisclassifiedSvg.Of(Classifier.Network(), Classifier.Images(Pixels, Labels), count: 2));

        Assert.Equal("3 of 5 images of known images (60.0%): the 2 most confident mistakes", Pictures.TextsOf(picture)[1]);
        Assert.Equal(2, Pictures.ImagesOf(picture).Length);
    }

    [Fact]
    public void Of_NoMistake_SaysSo()
    {
        XDocument picture = Pictures.Parse(MisclassifiedSvg.Of(Classifier.Network(), Classifier.Images([9, 0, 0, 0, 9, 0], 0, 1)));

        Assert.Equal("Nothing: all 2 images of known images are classified rightly.", Pictures.TextsOf(picture)[1]);
        Assert.Empty(Pictures.ImagesOf(picture));
    }

    [Fact]
    public void Of_ImagesOfAnotherShape_IsRefused()
    {
        Dataset images = Dataset.FromBytes("wrong", new Shape(1, 2, 2), new byte[4], [0], ["a"]);

        Assert.Throws<LeNetGenException>(() => MisclassifiedSvg.Of(Classifier.Network(), images));
    }

    [Fact]
    public void Of_NoRoomForAny_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => MisclassifiedSvg.Of(Classifier.Network(), Classifier.Images(Pixels, Labels), count: 0));
    }
}
