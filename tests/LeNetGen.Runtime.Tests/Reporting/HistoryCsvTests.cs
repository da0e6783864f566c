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
            new EpochRecord(1, 1.5, 0.25, 1.25, 0.5, TimeSpan.FromSeconds(2.5)),
            new EpochRecord(2, 0.75, 0.625, 0.5, 0.75, TimeSpan.FromMilliseconds(1)));

        Assert.Equal(
            "epoch,loss,accuracy,val_loss,val_accuracy,seconds\n1,1.5,0.25,1.25,0.5,2.5\n2,0.75,0.625,0.5,0.75,0.001\n",
            HistoryCsv.Of(history));
    }

    [Fact]
    public void Of_HostileCultureAndAwkwardNumbers_ReadsBackToTheSameRecords()
    {
        EpochRecord[] records =
        [
            new(1, 1.0 / 3, Math.BitDecrement(1.0), double.Epsilon, 0, TimeSpan.FromTicks(1)),
            new(2, double.MaxValue, 2.0 / 3, 1234567.0009, 1, TimeSpan.FromTicks(36_000_000_001)),
            new(3, double.NaN, 0.1 + 0.2, double.PositiveInfinity, 1e-300, TimeSpan.FromDays(3)),
            new(4, 0.0625, 0.5, null, null, TimeSpan.Zero),
        ];
        using var culture = new HostileCulture();

        string[] lines = HistoryCsv.Of(Histories.Of(records)).Split('\n');

        Assert.Equal(HistoryCsv.Header, lines[0]);
        Assert.Equal(records, lines[1..^1].Select(Read));
        Assert.Empty(lines[^1]);
    }

    [Fact]
    public void Of_NoFinishedEpoch_IsTheHeader()
    {
        Assert.Equal(HistoryCsv.Header + "\n", HistoryCsv.Of(Histories.Of()));
    }

    private static EpochRecord Read(string line)
    {
        string[] fields = line.Split(',');
        Assert.Equal(6, fields.Length);
        return new EpochRecord(
            int.Parse(fields[0], CultureInfo.InvariantCulture), Number(fields[1])!.Value, Number(fields[2])!.Value, Number(fields[3]),
            Number(fields[4]), TimeSpan.FromSeconds(Number(fields[5])!.Value));

        static double? Number(string field) =>
            field.Length == 0 ? null : double.Parse(field, NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
