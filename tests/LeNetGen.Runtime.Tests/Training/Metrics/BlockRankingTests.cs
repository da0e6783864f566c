using LeNetGen.Tests.Reference;
using LeNetGen.Training;

namespace LeNetGen.Tests.Training.Metrics;

public sealed class BlockRankingTests
{
    [Theory, InlineData(1, 16), InlineData(2, 1), InlineData(10, 16), InlineData(10, 15), InlineData(1000, 7)]
    public void Compute_RandomOutputsWithTies_SortsThem(int outputs, int images)
    {
        // A quarter of whole numbers, so that ties abound.
        float[] block = [.. RandomValues.Uniform<float>(outputs, outputs * 16, outputs / 4.0 + 1).Select(value => MathF.Round(value))];
        int[] labels = RandomValues.Labels(images, images, outputs);

        (int[] predicted, int[] ranks) = Compute(block, labels);

        for (int lane = 0; lane < images; lane++)
        {
            int[] order = [.. Enumerable.Range(0, outputs).OrderByDescending(k => block[k * 16 + lane]).ThenBy(k => k)];
            Assert.Equal(order[0], predicted[lane]);
            Assert.Equal(Array.IndexOf(order, labels[lane]), ranks[lane]);
        }
    }

    // The example of Keras' documentation of SparseTopKCategoricalAccuracy: y_true = [2, 1], y_pred = [[0.1, 0.9, 0.8], [0.05, 0.95, 0]],
    // k = 1; 0.5.
    [Fact]
    public void Compute_KerasTopKExample_HasKerasRanks()
    {
        float[] block = new float[3 * 16];
        (block[0], block[16], block[32]) = (0.1f, 0.9f, 0.8f);
        (block[1], block[17], block[33]) = (0.05f, 0.95f, 0);

        (int[] predicted, int[] ranks) = Compute(block, [2, 1]);

        Assert.Equal([1, 1], predicted);
        Assert.Equal([1, 0], ranks);
        var counts = new ClassificationCounts(3, 2);
        counts.Add([2, 1], predicted, ranks);
        Evaluation evaluation = counts.Evaluation(0, []);
        Assert.Equal((0.5, 1.0), (evaluation.TopKAccuracy(1), evaluation.TopKAccuracy(2)));
    }

    [Theory]
    [InlineData(new[] { float.NaN, 1, 2 }, 2, 0, 1)]
    [InlineData(new[] { float.NaN, 1, 2 }, 0, 0, 0)]
    [InlineData(new[] { 1, float.NaN, 2 }, 1, 2, 2)]
    [InlineData(new[] { 1, float.NaN, 0.5f }, 2, 0, 2)]
    [InlineData(new[] { float.NegativeInfinity, float.NegativeInfinity, float.NegativeInfinity }, 1, 0, 1)]
    public void Compute_OutputsThatAreNotFinite_RankZeroMeansPredicted(float[] outputs, int label, int expected, int rank)
    {
        float[] block = [.. outputs.SelectMany(output => Enumerable.Repeat(output, 16))];

        (int[] predicted, int[] ranks) = Compute(block, [label]);

        Assert.Equal((expected, rank), (predicted[0], ranks[0]));
    }

    private static (int[] Predicted, int[] Ranks) Compute(float[] outputs, int[] labels)
    {
        int[] predicted = new int[labels.Length], ranks = new int[labels.Length];
        BlockRanking.Compute(outputs, arePenalties: false, labels, predicted, ranks);
        return (predicted, ranks);
    }
}
