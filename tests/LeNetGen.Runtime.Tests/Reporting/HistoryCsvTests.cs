using System.Globalization;
using LeNetGen.Reporting;
using LeNetGen.Training;

namespace LeNetGen.Runtime.Tests.Reporting;

public sealed class HistoryCsvTests
{
    [Fact]
    public void Of_PlainNumbers_IsThisText()
    {
        History history = Histories.Of(
            Histories.Record(1, 1.5, 0.25, 1.25, 0.5, 0.01, TimeSpan.FromSeconds(2.5)),
            Histories.Record(2, 0.75, 0.625, 0.5, 0.75, 0.005, TimeSpan.FromMilliseconds(1)));

        Assert.Equal(
            "epoch,loss,accuracy,val_loss,val_accuracy,seconds,learning_rate\n1,1.5,0.25,1.25,0.5,2.5,0.01\n"
            + "2,0.75,0.625,0.5,0.75,0.001,0.005\n",
            HistoryCsv.Of(history));
    }

    [Fact]
    public void Of_HostileCultureAndAwkwardNumbers_ReadsBackToTheSameFigures()
    {
        EpochRecord[] records =
        [
            Histories.Record(1, 1.0 / 3, 0.999, double.Epsilon, 0, Math.BitDecrement(1.0), TimeSpan.FromTicks(1)),
            Histories.Record(2, double.MaxValue, 0.333, 1234567.0009, 1, 2.0 / 3, TimeSpan.FromTicks(36_000_000_001)),
            Histories.Record(3, double.NaN, 0.3, double.PositiveInfinity, 0.001, 1e-300, TimeSpan.FromDays(3)),
            Histories.Record(4, 0.0625, 0.5, null, null, 0.1 + 0.2, TimeSpan.Zero),
        ];
        using var culture = new HostileCulture();

        string[] lines = HistoryCsv.Of(Histories.Of(records)).Split('\n');

        Assert.Equal(HistoryCsv.Header, lines[0]);
        Assert.Equal(records.Select(Figures), lines[1..^1].Select(Read));
        Assert.Empty(lines[^1]);
    }

    [Fact]
    public void Of_NoFinishedEpoch_IsTheHeader()
    {
        Assert.Equal(HistoryCsv.Header + "\n", HistoryCsv.Of(Histories.Of()));
    }

    private static double?[] Figures(EpochRecord record) =>
    [
        record.Epoch, record.Loss, record.Accuracy, record.ValidationLoss, record.ValidationAccuracy, record.Duration.TotalSeconds,
        record.LearningRate,
    ];

    private static double?[] Read(string line) =>
    [
        .. line.Split(',').Select(
            field => field.Length == 0 ? (double?)null : double.Parse(field, NumberStyles.Float, CultureInfo.InvariantCulture)),
    ];
}
