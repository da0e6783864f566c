using System.Xml.Linq;
using LeNetGen.Reporting;
using LeNetGen.Training;

namespace LeNetGen.Runtime.Tests.Reporting;

public sealed class ConfusionMatrixSvgTests
{
    [Fact]
    public void Of_ThreeClasses_ShowsCountsSharesPrecisionAndRecall()
    {
        ConfusionMatrix confusion = ConfusionMatrix.Of(
            new long[,] { { 8, 2, 0 }, { 1, 1_500, 499 }, { 0, 0, 0 } }, ["Bag", "Ankle boot", "Coat"]);

        XDocument picture = Pictures.Parse(ConfusionMatrixSvg.Of(confusion, "d2l <on> test"));

        string[] texts = Pictures.TextsOf(picture);
        Assert.Equal("d2l <on> test", texts[0]);
        Assert.Equal("1,508 of 2,010 images classified rightly (75.0%)", texts[1]);
        Assert.Equal(["80.0%", "20.0%", "0.1%", "75.0%", "24.9%"], Pictures.TextsOf(picture, "share"));
        Assert.Equal(["80.0%", "75.0%", "–"], Pictures.TextsOf(picture, "recall"));
        Assert.Equal(["88.9%", "99.9%", "0.0%"], Pictures.TextsOf(picture, "precision"));
        Assert.Contains("1,500", texts);
        Assert.Contains("Ankle boot, taken for Coat: 499 images, 24.9%", Pictures.TipsOf(picture));
    }

    [Fact]
    public void Of_RightAndWrongCells_AreBlueAndOrange()
    {
        XDocument picture = Pictures.Parse(
            ConfusionMatrixSvg.Of(ConfusionMatrix.Of(new long[,] { { 3, 5 }, { 4, 2 } }, ["a", "b"]), "t"));

        int[] differences =
        [
            .. picture.Descendants(Pictures.Svg + "g").Elements(Pictures.Svg + "rect").Select(cell => (string)cell.Attribute("fill")!)
                .Select(fill => Convert.ToInt32(fill[5..], 16) - Convert.ToInt32(fill[1..3], 16)),
        ];
        Assert.Equal([1, -1, -1, 1], differences.Select(Math.Sign));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(41)]
    [InlineData(100)]
    [InlineData(300)]
    [InlineData(2_000)]
    public void Of_AnyNumberOfClasses_IsAPicture(int classes)
    {
        long[,] counts = new long[classes, classes];
        for (int index = 0; index < classes; index++)
            (counts[index, index], counts[index, (index + 1) % classes]) = (1_234, 56);
        string[] names = [.. Enumerable.Range(0, classes).Select(index => $"class number {index} of many")];

        XDocument picture = Pictures.Parse(ConfusionMatrixSvg.Of(ConfusionMatrix.Of(counts, names), "t"));

        // A large matrix is one image beside the two of the key.
        Assert.Equal(classes <= 40 ? 2 : 3, Pictures.ImagesOf(picture).Length);
        Assert.Equal(classes <= 128 ? classes : 0, Pictures.TextsOf(picture, "recall").Length);
    }

    [Fact]
    public void Of_NoImages_IsAPictureOfNothing()
    {
        XDocument picture = Pictures.Parse(ConfusionMatrixSvg.Of(ConfusionMatrix.Of(new long[2, 2], ["a", "b"]), "t"));

        Assert.Equal("0 of 0 images classified rightly", Pictures.TextsOf(picture)[1]);
        Assert.Equal(["–", "–"], Pictures.TextsOf(picture, "recall"));
    }
}
