using System.Globalization;
using System.Xml.Linq;
using LeNetGen.Reporting;
using LeNetGen.Training;

namespace LeNetGen.Runtime.Tests.Reporting;

public sealed class HistorySvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    [InlineData(200)]
    public void Of_ARunWithValidation_HasFourCurvesOfAllEpochs(int epochs)
    {
        XElement[] panels = Panels(Draw(Histories.Falling(epochs, validation: true)));

        Assert.Equal(["Loss", "Accuracy"], panels.Select(panel => panel.Elements(Svg + "text").First().Value));
        foreach (XElement panel in panels)
        {
            Assert.Equal(["curve training", "curve validation"], Curves(panel).Select(curve => (string)curve.Attribute("class")!));
            Assert.All(Curves(panel), curve => Assert.Equal(epochs, PointsOf(Assert.Single(curve.Elements(Svg + "polyline"))).Length));
        }
    }

    [Fact]
    public void Of_FallingLoss_FallsFromTheFirstEpochOnTheLeftToTheLastOnTheRight()
    {
        XElement[] panels = Panels(Draw(Histories.Falling(20, validation: false)));

        (double X, double Y)[] loss = PointsOf(Curves(panels[0]).Single().Element(Svg + "polyline")!);
        (double X, double Y)[] accuracy = PointsOf(Curves(panels[1]).Single().Element(Svg + "polyline")!);
        Assert.Equal(loss.OrderBy(point => point.X), loss);
        // The vertical axis of SVG points down.
        Assert.Equal(loss.OrderBy(point => point.Y), loss);
        Assert.Equal(accuracy.OrderByDescending(point => point.Y), accuracy);
    }

    [Fact]
    public void Of_Values_LieAtTheirPlaceBetweenTheGridLines()
    {
        XElement panel = Panels(Draw(Histories.Of(Record(1, 2.0), Record(2, 1.5), Record(3, 1.0))))[0];

        double[] grid = [.. OfClass(panel.Elements(Svg + "line"), "grid").Select(line => (double)line.Attribute("y1")!)];
        (double X, double Y)[] points = PointsOf(Curves(panel).Single().Element(Svg + "polyline")!);
        Assert.Equal(["1.0", "1.2", "1.4", "1.6", "1.8", "2.0"], ValueLabels(panel));
        Assert.Equal([grid[5], (grid[2] + grid[3]) / 2, grid[0]], points.Select(point => point.Y));
    }

    [Fact]
    public void Of_OneEpoch_IsPoints()
    {
        XElement[] panels = Panels(Draw(Histories.Falling(1, validation: true)));

        foreach (XElement panel in panels)
        {
            Assert.Empty(panel.Descendants(Svg + "polyline"));
            Assert.Equal(2, panel.Descendants(Svg + "circle").Count());
        }
    }

    [Fact]
    public void Of_NoValidation_HasNeitherCurveNorLegendOfIt()
    {
        string text = HistorySvg.Of(Histories.Falling(5, validation: false), "run");
        XDocument picture = XDocument.Parse(text);

        Assert.All(Panels(picture), panel => Assert.Equal("curve training", (string)Assert.Single(Curves(panel)).Attribute("class")!));
        Assert.Equal(["training"], LegendOf(picture));
    }

    [Fact]
    public void Of_ValuesThatAreNotFinite_InterruptTheCurve()
    {
        XElement panel = Panels(Draw(Histories.Of(
            Record(1, 1.0), Record(2, 0.9), Record(3, double.NaN), Record(4, 0.8), Record(5, double.PositiveInfinity), Record(6, 0.7),
            Record(7, 0.6))))[0];

        XElement curve = Assert.Single(Curves(panel));
        Assert.Equal([2, 2], curve.Elements(Svg + "polyline").Select(line => PointsOf(line).Length));
        Assert.Equal(5, curve.Elements(Svg + "circle").Count());
        Assert.DoesNotContain("NaN", panel.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("∞", panel.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ManyEpochs_MarksOnlyWhatHasNoLine()
    {
        EpochRecord[] records = [.. Enumerable.Range(1, 200).Select(epoch => Record(epoch, epoch is 99 or 101 ? double.NaN : 1.0 / epoch))];

        XElement curve = Assert.Single(Curves(Panels(Draw(Histories.Of(records)))[0]));

        Assert.Equal([98, 99], curve.Elements(Svg + "polyline").Select(line => PointsOf(line).Length));
        Assert.StartsWith("training, epoch 100:", Assert.Single(curve.Elements(Svg + "circle")).Value.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoFinishedEpoch_SaysThatThereIsNothing()
    {
        XDocument picture = Draw(Histories.Of());

        Assert.All(Panels(picture), panel => Assert.Contains("nothing to show", panel.Value, StringComparison.Ordinal));
        Assert.Empty(LegendOf(picture));
    }

    [Fact]
    public void Of_LastValuesCloseTogether_AreWrittenApart()
    {
        History history = Histories.Of(Histories.Record(1, 2, 0.5, 2, 0.5), Histories.Record(2, 0.5001, 0.9, 0.5, 0.9));
        XElement panel = Panels(Draw(history))[0];

        XElement[] last =
        [
            .. OfClass(panel.Elements(Svg + "text"), "last training"), .. OfClass(panel.Elements(Svg + "text"), "last validation"),
        ];
        Assert.Equal(["0.5001", "0.5000"], last.Select(text => text.Value));
        Assert.True((double)last[1].Attribute("y")! - (double)last[0].Attribute("y")! >= 14);
    }

    [Theory]
    [InlineData("<b> & \"quotes\" 'too' > é 数 \U0001F600")]
    [InlineData("")]
    public void Of_AnyTitle_IsThatTitle(string title)
    {
        XDocument picture = XDocument.Parse(HistorySvg.Of(Histories.Falling(2, validation: true), title));

        Assert.Equal(title, picture.Root!.Element(Svg + "title")!.Value);
        Assert.Equal(title, picture.Root.Elements(Svg + "text").Single().Value);
    }

    [Fact]
    public void Of_ATitleThatXmlCannotHold_IsStillXml()
    {
        XDocument picture = XDocument.Parse(HistorySvg.Of(Histories.Of(), "a\0b\u001bc\ud800d\uffff"));

        Assert.Equal("a\ufffdb\ufffdc\ufffdd\ufffd", picture.Root!.Element(Svg + "title")!.Value);
    }

    [Fact]
    public void Of_HostileCulture_IsTheSame()
    {
        History history = Histories.Falling(7, validation: true);
        string expected = HistorySvg.Of(history, "run");
        using var culture = new HostileCulture();

        Assert.Equal(expected, HistorySvg.Of(history, "run"));
    }

    private static IEnumerable<XElement> OfClass(IEnumerable<XElement> elements, string name) =>
        elements.Where(element => (string?)element.Attribute("class") == name);

    private static EpochRecord Record(int epoch, double loss) => Histories.Record(epoch, loss, 0.5);

    private static XDocument Draw(History history) => XDocument.Parse(HistorySvg.Of(history, "run"));

    private static XElement[] Panels(XDocument picture)
    {
        XElement[] panels = [.. OfClass(picture.Root!.Elements(Svg + "g"), "panel")];
        Assert.Equal(2, panels.Length);
        return panels;
    }

    private static IEnumerable<XElement> Curves(XElement panel) => panel.Elements(Svg + "g");

    private static IEnumerable<string> ValueLabels(XElement panel) =>
        OfClass(panel.Elements(Svg + "text"), "label end").Select(text => text.Value);

    private static IEnumerable<string> LegendOf(XDocument picture) =>
        OfClass(picture.Root!.Elements(Svg + "g"), "key").Single().Elements(Svg + "text").Select(text => text.Value);

    private static (double X, double Y)[] PointsOf(XElement line) =>
    [
        .. ((string)line.Attribute("points")!).Split(' ').Select(point => point.Split(',')).Select(point => (
            double.Parse(point[0], CultureInfo.InvariantCulture), double.Parse(point[1], CultureInfo.InvariantCulture))),
    ];
}
