using LeNetGen.Reporting;

namespace LeNetGen.Execution.Tests.Networks;

/// <summary>The summaries of the sample's networks show the requirement documents' shapes and numbers of parameters.</summary>
public sealed class SummaryTests
{
    [Theory]
    [InlineData(
        nameof(KerasLeNet),
        "(6, 30, 30) 60; (6, 15, 15) 0; (16, 13, 13) 880; (16, 6, 6) 0; (576) 0; (120) 69,240; (84) 10,164; (10) 850", "81,194 (317.16 KB)")]
    [InlineData(
        nameof(LeNet5),
        "(6, 28, 28) 156; (6, 14, 14) 0; (16, 10, 10) 2,416; (16, 5, 5) 0; (400) 0; (120) 48,120; (84) 10,164; (10) 850",
        "61,706 (241.04 KB)")]
    [InlineData(
        nameof(LeNet),
        "(6, 28, 28) 156; (6, 14, 14) 0; (16, 10, 10) 2,416; (16, 5, 5) 0; (400) 0; (120) 48,120; (84) 10,164; (10) 850",
        "61,706 (241.04 KB)")]
    [InlineData(
        nameof(SubclassedLeNet),
        "(6, 24, 24) 156; (6, 12, 12) 0; (16, 8, 8) 2,416; (16, 4, 4) 0; (256) 0; (120) 30,840; (84) 10,164; (10) 850",
        "44,426 (173.54 KB)")]
    [InlineData(nameof(Mlp), "(784) 0; (128) 100,480; (10) 1,290", "101,770 (397.54 KB)")]
    [InlineData(
        nameof(TorchLeNet),
        "(6, 24, 24) 156; (6, 12, 12) 0; (16, 8, 8) 2,416; (16, 4, 4) 0; (256) 0; (120) 30,840; (84) 10,164; (10) 850",
        "44,426 (173.54 KB)")]
    public void Summary_OfADocumentsNetwork_ShowsItsShapesAndParameters(string name, string layers, string total)
    {
        string[] lines = Summary.Of(DeclaredNetworks.Create(name, VectorWidths.Default).Definition).Split('\n');

        // │ Conv2D_1 (Conv2D) │ (None, 6, 30, 30) │ 60 │
        IEnumerable<string> rows = lines.Where(line => line.StartsWith('│'))
            .Select(line => line.Split('│', StringSplitOptions.TrimEntries))
            .Select(cells => $"{cells[2].Replace("None, ", "", StringComparison.Ordinal)} {cells[3]}");
        Assert.Equal(layers, string.Join("; ", rows));
        Assert.Equal(2, lines.Count(line => line.EndsWith($"params: {total}", StringComparison.Ordinal)));
    }
}
