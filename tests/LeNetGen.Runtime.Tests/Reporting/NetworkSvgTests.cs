using System.Xml.Linq;
using LeNetGen.Reporting;

namespace LeNetGen.Runtime.Tests.Reporting;

public sealed class NetworkSvgTests
{
    [Fact]
    public void Of_D2L_ShowsEveryLayerWithShapeDetailsAndCosts()
    {
        XDocument picture = Pictures.Parse(NetworkSvg.Of(Networks.D2L));

        string[] texts = Pictures.TextsOf(picture);
        Assert.Equal("LeNet", texts[0]);
        Assert.Equal("8 layers · 61,706 parameters · 416,520 multiply-adds for one image", texts[1]);
        Assert.Equal(
            ["1@28×28", "6@28×28", "6@14×14", "16@10×10", "16@5×5", "400", "120", "84", "10"],
            Pictures.TextsOf(picture, "name").Where(text => char.IsAsciiDigit(text[0])).Take(9));
        Assert.Contains("Conv2D · 5×5, same, sigmoid", texts);
        Assert.Contains("48,120", texts);
        Assert.Contains("78%", texts);
        Assert.Contains("240,000", texts);
        Assert.Contains("241.04 KB", texts);
    }

    [Fact]
    public void Of_Dropout_IsARowWithoutCosts()
    {
        XDocument picture = Pictures.Parse(NetworkSvg.Of(Networks.Dropped));

        XElement[] rows =
        [
            .. picture.Root!.Elements(Pictures.Svg + "g").Where(row => (string?)row.Attribute("class") == "layer regularisation"),
        ];
        Assert.Equal(
            [["1@4×5", "Dropout_1", "Dropout · rate 0.125, only in training"], ["7", "Dropout_2", "Dropout · rate 0.5, only in training"]],
            rows.Select(row => row.Elements(Pictures.Svg + "text").Select(text => text.Value).ToArray()));
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 120, 10)]
    [InlineData(30, 3, 100)]
    public void Of_NetworksOfAnyDepthAndWidth_HasARowForEachLayer(int convolutions, int channels, int classes)
    {
        NetworkDefinition network = Networks.Deep(convolutions, channels, classes);

        XDocument picture = Pictures.Parse(NetworkSvg.Of(network));

        IEnumerable<string> rows = picture.Root!.Elements(Pictures.Svg + "g").Select(row => (string)row.Attribute("class")!);
        Assert.Equal(network.Layers.Length, rows.Count(row => row.StartsWith("layer ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_LongNames_AreCutAndShownInFullAsTips()
    {
        string name = string.Concat(Enumerable.Repeat("AVeryLongName", 10)) + "<&>";

        XDocument picture = Pictures.Parse(NetworkSvg.Of(Networks.Named(name, name)));

        Assert.Equal([name], Pictures.TipsOf(picture));
        Assert.DoesNotContain(name, Pictures.TextsOf(picture));
        Assert.Equal(name, picture.Root!.Element(Pictures.Svg + "title")!.Value);
    }

    [Fact]
    public void Of_HostileCulture_IsTheSame()
    {
        string expected = NetworkSvg.Of(Networks.D2L);
        using var culture = new HostileCulture();

        Assert.Equal(expected, NetworkSvg.Of(Networks.D2L));
    }
}
