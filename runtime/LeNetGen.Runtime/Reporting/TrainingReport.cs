using LeNetGen.Data;
using LeNetGen.Training;

namespace LeNetGen.Reporting;

/// <summary>What is known of a training. Whatever is left out is left out of the report as well.</summary>
public sealed record TrainingReport
{
    private const string HistoryName = "history.svg";
    private const string DotName = "network.dot";
    private const string MermaidName = "network.mmd";
    private const string NetworkName = "network.svg";
    private const string ConfusionName = "confusion-matrix.svg";
    private const string FiltersName = "filters.svg";
    private const string MisclassifiedName = "misclassified.svg";
    private const string FeatureMapsName = "feature-maps.svg";
    private const string PageName = "report.html";

    /// <summary>The names of all files that <see cref="Files"/> may yield, in that order.</summary>
    public static IReadOnlyList<string> FileNames { get; } =
    [
        HistoryName, DotName, MermaidName, NetworkName, ConfusionName, FiltersName, MisclassifiedName, FeatureMapsName, PageName,
    ];

    /// <summary>What was trained, on what.</summary>
    public required string Title { get; init; }

    /// <summary>The network, as it was trained.</summary>
    public required Network Network { get; init; }

    /// <summary>How it was trained, in a line: the optimizer, its numbers, the batch size.</summary>
    public string? Setting { get; init; }

    /// <summary>The course of the training.</summary>
    public History? History { get; init; }

    /// <summary>How the network does on images that it was not trained with.</summary>
    public Evaluation? Evaluation { get; init; }

    /// <summary>Those images: the mistakes and the feature maps are drawn of them.</summary>
    public Dataset? Images { get; init; }

    /// <summary>Which of <see cref="Images"/> the feature maps are drawn of.</summary>
    public int FeatureMapsIndex { get; init; }

    /// <summary>The greatest number of mistakes to draw.</summary>
    public int MistakeCount { get; init; } = 40;

    /// <summary>Draws everything. Each file stands alone and needs no connection; the last one, a page, holds all of them.</summary>
    /// <returns>The files, one after the other, as each is finished.</returns>
    /// <exception cref="LeNetGenException"><see cref="Images"/> are none, or not what the network reads.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <see cref="FeatureMapsIndex"/> is none of the images', or <see cref="MistakeCount"/> is less than 1.
    /// </exception>
    public IEnumerable<ReportFile> Files()
    {
        NetworkDefinition definition = Network.Definition;
        if (History is not null)
            yield return new ReportFile(HistoryName, HistorySvg.Of(History, Title));
        yield return new ReportFile(DotName, NetworkDot.Of(definition));
        yield return new ReportFile(MermaidName, NetworkMermaid.Of(definition));
        yield return new ReportFile(NetworkName, NetworkSvg.Of(definition));
        if (Evaluation is not null)
            yield return new ReportFile(ConfusionName, ConfusionMatrixSvg.Of(Evaluation.Confusion, Title));
        yield return new ReportFile(FiltersName, FiltersSvg.Of(Network));
        if (Images is not null)
        {
            yield return new ReportFile(MisclassifiedName, MisclassifiedSvg.Of(Network, Images, MistakeCount));
            yield return new ReportFile(FeatureMapsName, FeatureMapsSvg.Of(Network, Images, FeatureMapsIndex));
        }

        yield return new ReportFile(PageName, ReportHtml.Of(this));
    }
}
