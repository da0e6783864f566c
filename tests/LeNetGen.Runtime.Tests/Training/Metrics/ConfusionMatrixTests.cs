using LeNetGen.Training;

namespace LeNetGen.Tests.Training.Metrics;

public sealed class ConfusionMatrixTests
{
    private static readonly string[] Animals = ["ant", "bird", "cat"];

    // The example of scikit-learn's precision_recall_fscore_support: y_true = cat dog pig cat dog pig, y_pred = cat pig dog cat cat dog;
    // macro averages 0.22, 0.33, 0.26.
    [Fact]
    public void MacroAverages_ScikitLearnsExample_AreItsNumbers()
    {
        ConfusionMatrix confusion = ConfusionMatrix.Of(new long[,] { { 2, 0, 0 }, { 1, 0, 1 }, { 0, 2, 0 } }, ["cat", "dog", "pig"]);

        Assert.Equal([2.0 / 3, 0, 0], Enumerable.Range(0, 3).Select(confusion.Precision));
        Assert.Equal([1.0, 0, 0], Enumerable.Range(0, 3).Select(confusion.Recall));
        Assert.Equal([0.8, 0, 0], Enumerable.Range(0, 3).Select(confusion.F1));
        Assert.Equal(2.0 / 9, confusion.MacroPrecision, 1e-15);
        Assert.Equal(1.0 / 3, confusion.MacroRecall, 1e-15);
        Assert.Equal(0.8 / 3, confusion.MacroF1, 1e-15);
        Assert.Equal(2.0 / 6, confusion.Accuracy);
    }

    // scikit-learn's confusion_matrix(y_true, y_pred, labels=["ant", "bird", "cat"]) of its documentation.
    [Fact]
    public void Counts_ScikitLearnsExample_AreItsNumbers()
    {
        var counts = new ClassificationCounts(3, 6);
        counts.Add([2, 0, 2, 2, 0, 1], [0, 0, 2, 2, 0, 2], [1, 0, 0, 0, 0, 2]);

        Evaluation evaluation = counts.Evaluation(0.5, Animals);

        ConfusionMatrix confusion = evaluation.Confusion;
        long[][] rows = [.. Enumerable.Range(0, 3).Select(actual => Row(confusion, actual))];
        Assert.Equal([[2, 0, 0], [0, 0, 1], [1, 0, 2]], rows);
        Assert.Equal((3, 6L), (confusion.ClassCount, confusion.Total));
        Assert.Equal([2L, 1, 3], Enumerable.Range(0, 3).Select(confusion.ActualCount));
        Assert.Equal([3L, 0, 3], Enumerable.Range(0, 3).Select(confusion.PredictedCount));
        Assert.Same(Animals, confusion.ClassNames);
        Assert.Equal((0.5, 6), (evaluation.Loss, evaluation.ImageCount));
        Assert.Equal([4.0 / 6, 5.0 / 6, 1, 1], Enumerable.Range(1, 4).Select(evaluation.TopKAccuracy));
        Assert.Throws<ArgumentOutOfRangeException>(() => evaluation.TopKAccuracy(0));
    }

    [Fact]
    public void Averages_ClassesThatDoNotOccur_AreLeftOut()
    {
        ConfusionMatrix confusion = ConfusionMatrix.Of(new long[,] { { 3, 1, 0 }, { 0, 0, 0 }, { 0, 0, 0 } }, Animals);

        Assert.Equal(0, confusion.Precision(2));
        Assert.Equal(0, confusion.Recall(2));
        Assert.Equal(0, confusion.F1(2));
        Assert.Equal((1.0 + 0) / 2, confusion.MacroPrecision);
        Assert.Equal((0.75 + 0) / 2, confusion.MacroRecall);
    }

    [Fact]
    public void Averages_NoImages_AreZero()
    {
        ConfusionMatrix confusion = ConfusionMatrix.Of(new long[3, 3], Animals);

        Assert.Equal((0, 0, 0, 0), (confusion.Accuracy, confusion.MacroPrecision, confusion.MacroRecall, confusion.MacroF1));
        Assert.Equal(0, new Evaluation(0, confusion, [0, 0, 0]).TopKAccuracy(2));
    }

    [Theory]
    [InlineData(3, 1000)]
    [InlineData(16, 128)]
    [InlineData(1000, 700)]
    [InlineData(1000, 3)]
    [InlineData(100_000, 50)]
    public void Counts_RandomImages_AreThoseOfAFullMatrix(int classes, int images)
    {
        var random = new Random(classes + images);
        int[] labels = [.. Enumerable.Range(0, images).Select(_ => random.Next(classes))];
        int[] predicted = [.. labels.Select(label => random.Next(3) == 0 ? label : random.Next(classes))];
        int[] ranks = [.. labels.Select((label, i) => label == predicted[i] ? 0 : 1)];
        var counts = new ClassificationCounts(classes, images);
        counts.Add(labels.AsSpan(0, images / 2), predicted.AsSpan(0, images / 2), ranks.AsSpan(0, images / 2));
        counts.Add(labels.AsSpan(images / 2), predicted.AsSpan(images / 2), ranks.AsSpan(images / 2));

        ConfusionMatrix confusion = counts.Evaluation(0, []).Confusion;

        foreach (var cell in labels.Zip(predicted).CountBy(pair => pair))
            Assert.Equal(cell.Value, confusion[cell.Key.First, cell.Key.Second]);
        Assert.Equal(images, confusion.Total);
        Assert.Equal(ranks.Count(rank => rank == 0), counts.Correct);
        Assert.Equal(counts.Correct / (double)images, confusion.Accuracy);
        Assert.Equal((classes - 1).ToString(), confusion.ClassNames[^1]);
    }

    [Fact]
    public void Use_OutOfRange_Throws()
    {
        ConfusionMatrix confusion = ConfusionMatrix.Of(new long[3, 3], Animals);
        Assert.Throws<ArgumentOutOfRangeException>("actual", () => confusion[3, 0]);
        Assert.Throws<ArgumentOutOfRangeException>("predicted", () => confusion[0, -1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => confusion.Precision(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => confusion.Recall(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => confusion.F1(3));
        Assert.Throws<ArgumentException>("counts", () => ConfusionMatrix.Of(new long[2, 3], Animals));
        Assert.Throws<ArgumentException>("counts", () => ConfusionMatrix.Of(new long[,] { { -1 } }, ["one"]));
        Assert.Throws<ArgumentException>("rankCounts", () => new Evaluation(0, confusion, [0, 0]));
        Assert.Throws<ArgumentException>("rankCounts", () => new Evaluation(0, confusion, [0, 1, 0]));
    }

    private static long[] Row(ConfusionMatrix confusion, int actual) =>
        [.. Enumerable.Range(0, confusion.ClassCount).Select(predicted => confusion[actual, predicted])];
}
