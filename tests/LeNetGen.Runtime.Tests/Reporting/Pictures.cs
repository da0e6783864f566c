using System.Globalization;
using System.Xml.Linq;

namespace LeNetGen.Runtime.Tests.Reporting;

/// <summary>Pictures under test: parsed, and held to what every picture promises.</summary>
internal static class Pictures
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly string[] Numbers =
        ["x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "width", "height", "stroke-width"];

    /// <summary>Parses a picture whose numbers are numbers, whose texts start inside it, and whose images are sound.</summary>
    public static XDocument Parse(string text)
    {
        XDocument picture = XDocument.Parse(text);
        Check(picture.Root!);
        return picture;
    }

    /// <summary>Does the same with a picture that is part of something.</summary>
    public static void Check(XElement picture)
    {
        // The letters of an image may spell anything.
        foreach (XAttribute attribute in picture.Descendants().Attributes().Where(attribute => attribute.Name != "href"))
        {
            Assert.DoesNotContain("NaN", attribute.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("Infinity", attribute.Value, StringComparison.Ordinal);
            if (Numbers.Contains(attribute.Name.LocalName))
                Assert.True(double.IsFinite(double.Parse(attribute.Value, CultureInfo.InvariantCulture)), attribute.ToString());
        }

        foreach (XElement shape in picture.Descendants().Where(element => element.Attribute("width") is not null))
        {
            Assert.True((double)shape.Attribute("width")! >= 0, shape.ToString());
            Assert.True((double)shape.Attribute("height")! >= 0, shape.ToString());
        }

        foreach (XElement image in picture.Descendants(Svg + "image"))
            PngImage.OfDataUri((string)image.Attribute("href")!);
        CheckTexts(picture);
    }

    /// <summary>The texts of a picture, tips and title left out.</summary>
    public static string[] TextsOf(XContainer picture) => [.. picture.Descendants(Svg + "text").Select(text => text.Value)];

    /// <summary>The texts of one class.</summary>
    public static string[] TextsOf(XContainer picture, string kind) =>
    [
        .. picture.Descendants(Svg + "text")
            .Where(text => ((string?)text.Attribute("class") ?? "").Split(' ').Contains(kind)).Select(text => text.Value),
    ];

    /// <summary>The tips of a picture.</summary>
    public static string[] TipsOf(XContainer picture) =>
        [.. picture.Descendants(Svg + "g").Elements(Svg + "title").Select(title => title.Value)];

    /// <summary>The images in a picture.</summary>
    public static PngImage[] ImagesOf(XContainer picture) =>
        [.. picture.Descendants(Svg + "image").Select(image => PngImage.OfDataUri((string)image.Attribute("href")!))];

    private static void CheckTexts(XElement picture)
    {
        string[] numbers = ((string)picture.Attribute("viewBox")!).Split(' ');
        double[] box = [.. numbers.Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        foreach (XElement text in picture.Elements(Svg + "text").Where(text => text.Attribute("x") is not null))
        {
            Assert.InRange((double)text.Attribute("x")!, box[0], box[0] + box[2]);
            Assert.InRange((double)text.Attribute("y")!, box[1], box[1] + box[3]);
        }
    }
}
