using System.Xml.Linq;
using LeNetGen.Data;
using LeNetGen.Reporting;
using LeNetGen.Tests.Execution;
using LeNetGen.Tests.Training;
using LeNetGen.Training;

namespace LeNetGen.Runtime.Tests.Reporting;

public sealed class TrainingReportTests
{
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    [Fact]
    public void Files_OfEverything_AreAllFilesInOrder()
    {
        Assert.Equal(TrainingReport.FileNames, Full().Files().Select(file => file.Name));
    }

    [Fact]
    public void Files_OfANetworkAlone_AreItsPicturesAndThePage()
    {
        var report = new TrainingReport { Title = "t", Network = new InterpretedNetwork(Networks.D2L) };

        Assert.Equal(
            ["network.dot", "network.mmd", "network.svg", "filters.svg", "report.html"], report.Files().Select(file => file.Name));
        Assert.Equal(["Network", "First layer's filters"], HeadingsOf(ReportHtml.Of(report)));
    }

    [Fact]
    public void Files_Pictures_AreXmlOfTheReportsTitle()
    {
        foreach (ReportFile file in Full().Files().Where(file => file.Name.EndsWith(".svg", StringComparison.Ordinal)))
            Pictures.Parse(file.Content);
    }

    [Fact]
    public void Files_TwiceAndInAHostileCulture_AreTheSameBytes()
    {
        TrainingReport report = Full();
        ReportFile[] expected = [.. report.Files()];
        using var culture = new HostileCulture();

        Assert.Equal(expected, report.Files());
        Assert.All(expected, file => Assert.DoesNotContain('\r', file.Content));
    }

    [Fact]
    public void ReportHtml_OfEverything_HoldsEveryPictureAndTable()
    {
        string page = ReportHtml.Of(Full());
        XElement root = Parse(page);

        Assert.Equal(
            ["Training", "Confusion matrix", "Network", "First layer's filters", "Most confident mistakes", "Feature maps"],
            HeadingsOf(page));
        XElement[] pictures = [.. root.Descendants(Pictures.Svg + "svg")];
        Assert.Equal(6, pictures.Length);
        Assert.All(pictures, Pictures.Check);
        Assert.Equal("d2l <on> \"noise\" & more", root.Descendants(Html + "h1").Single().Value);
        Assert.Equal(
            ["0.2500", "2.3026", "61,706", "416,520", "18.0 s"],
            root.Descendants(Html + "dd").Where(figure => figure.Attribute("class") is null).Select(figure => figure.Value));
        // 12 epochs, 10 classes, their mean, 2 mistakes, headers.
        Assert.Equal(12 + 10 + 1 + 2 + 3, root.Descendants(Html + "tr").Count());
        Assert.Contains(NetworkMermaid.Of(Networks.D2L), root.Descendants(Html + "pre").Select(source => source.Value));
        Assert.Contains(NetworkDot.Of(Networks.D2L), root.Descendants(Html + "pre").Select(source => source.Value));
    }

    [Fact]
    public void ReportHtml_AnyReport_RefersToNothingOutside()
    {
        XElement root = Parse(ReportHtml.Of(Full()));

        string[] references =
        [
            .. root.DescendantsAndSelf().Attributes()
                .Where(attribute => attribute.Name.LocalName is "href" or "src" or "srcset" or "data" or "action")
                .Select(reference => reference.Value),
        ];
        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.StartsWith("data:", reference, StringComparison.Ordinal));
        Assert.Empty(root.Descendants(Html + "script"));
        Assert.Empty(root.Descendants(Html + "link"));
        Assert.All(root.Descendants(Html + "style"), style =>
        {
            Assert.DoesNotContain("url(", style.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("@import", style.Value, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void ReportHtml_StyleSheet_NeedsNoEscapes()
    {
        // HTML takes the text of a style element literally: "&gt;" would stay "&gt;".
        string sheet = Parse(ReportHtml.Of(Full())).Descendants(Html + "style").Single().Value;

        Assert.Equal(-1, sheet.AsSpan().IndexOfAny("<>&\""));
    }

    [Theory]
    [InlineData(StopReason.Cancelled, null, "The training was cancelled after 1 finished epoch.")]
    [InlineData(StopReason.LossNotFinite, "The loss of epoch 2 is not finite.", "The loss of epoch 2 is not finite.")]
    [InlineData(StopReason.Finished, null, null)]
    public void ReportHtml_ATrainingThatEndedEarly_SaysWhy(StopReason reason, string? message, string? expected)
    {
        var history = new History([Histories.Record(1, 2, 0.5)], reason, message);

        XElement root = Parse(ReportHtml.Of(new TrainingReport
        {
            Title = "t", Network = new InterpretedNetwork(Networks.D2L), History = history,
        }));

        Assert.Equal(
            expected, root.Descendants(Html + "p").SingleOrDefault(line => (string?)line.Attribute("class") == "notice")?.Value);
    }

    [Fact]
    public void ReportHtml_NoEpochAtAll_IsAPage()
    {
        XElement root = Parse(ReportHtml.Of(new TrainingReport
        {
            Title = "t", Network = new InterpretedNetwork(Networks.D2L), History = Histories.Of(),
        }));

        Assert.Empty(root.Descendants(Html + "table"));
    }

    [Fact]
    public void ReportHtml_NoTestButValidation_ShowsThat()
    {
        XElement root = Parse(ReportHtml.Of(new TrainingReport
        {
            Title = "t", Network = new InterpretedNetwork(Networks.D2L), History = Histories.Falling(3, validation: true),
        }));

        Assert.Equal("validation accuracy", root.Descendants(Html + "dt").First().Value);
    }

    [Fact]
    public void ReportHtml_NoSuchImage_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ReportHtml.Of(Full() with { FeatureMapsIndex = 4 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReportHtml.Of(Full() with { MistakeCount = 0 }));
    }

    private static TrainingReport Full()
    {
        long[,] counts = new long[10, 10];
        (counts[0, 0], counts[1, 2], counts[3, 2]) = (1, 2, 1);
        long[] ranks = [1, 3, 0, 0, 0, 0, 0, 0, 0, 0];
        Dataset images = TrainingData.Raw(Networks.D2L, 4);
        return new TrainingReport
        {
            Title = "d2l <on> \"noise\" & more",
            Setting = "RMSprop, learning rate 0.001",
            Network = new InterpretedNetwork(Networks.D2L, seed: 3),
            History = Histories.Falling(12, validation: true),
            Evaluation = new Evaluation(2.3026, ConfusionMatrix.Of(counts, images.ClassNames), ranks),
            Images = images,
        };
    }

    private static XElement Parse(string page)
    {
        Assert.StartsWith("<!DOCTYPE html>\n", page, StringComparison.Ordinal);
        return XDocument.Parse(page).Root!;
    }

    private static IEnumerable<string> HeadingsOf(string page) =>
        Parse(page).Descendants(Html + "h2").Select(heading => heading.Value);
}
