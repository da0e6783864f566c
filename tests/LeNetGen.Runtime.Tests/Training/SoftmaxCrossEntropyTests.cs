using LeNetGen.Reference;
using LeNetGen.Tests.Reference;
using LeNetGen.Training;

namespace LeNetGen.Tests.Training;

public sealed class SoftmaxCrossEntropyTests
{
    [Theory]
    [InlineData(1, 1), InlineData(2, 15), InlineData(10, 16), InlineData(3, 7)]
    public void Compute_Block_EqualsTheReferenceBitForBit(int classes, int images)
    {
        float[] logits = RandomValues.Uniform<float>(classes, classes * 16, 20);
        int[] labels = RandomValues.Labels(images, images, classes);
        float[] losses = new float[images], gradient = new float[classes * 16];
        Array.Fill(gradient, float.NaN);

        int correct = SoftmaxCrossEntropy.Compute(logits, labels, (float)(1.0 / 57), losses, gradient);

        int expectedCorrect = 0;
        for (int lane = 0; lane < 16; lane++)
        {
            float[] laneGradient = new float[classes];
            if (lane < images)
            {
                float[] lanes = Lane(logits, lane);
                SoftmaxReference<float>.LossGradient(lanes, labels[lane], 57, laneGradient);
                Bits.AssertEqual([SoftmaxReference<float>.Loss(lanes, labels[lane])], [losses[lane]]);
                expectedCorrect += SoftmaxReference<float>.Largest(lanes) == labels[lane] ? 1 : 0;
            }

            Bits.AssertEqual(laneGradient, Lane(gradient, lane));
        }

        Assert.Equal(expectedCorrect, correct);
    }

    [Fact]
    public void Compute_GradientInPlaceOfTheLogits_IsTheSame()
    {
        float[] logits = RandomValues.Uniform<float>(1, 10 * 16, 5);
        int[] labels = RandomValues.Labels(2, 13, 10);
        float[] losses = new float[13], gradient = new float[10 * 16], lossesInPlace = new float[13];
        SoftmaxCrossEntropy.Compute(logits, labels, 0.1f, losses, gradient);

        SoftmaxCrossEntropy.Compute(logits, labels, 0.1f, lossesInPlace, logits);

        Bits.AssertEqual(gradient, logits);
        Bits.AssertEqual(losses, lossesInPlace);
    }

    [Fact]
    public void Compute_HugeLogits_StaysFinite()
    {
        float[] logits = new float[2 * 16];
        logits[0] = 3e38f;
        float[] losses = new float[1], gradient = new float[2 * 16];
        Assert.Equal(1, SoftmaxCrossEntropy.Compute(logits, [0], 1, losses, gradient));
        Assert.Equal(0, losses[0]);
        Assert.All(gradient, element => Assert.Equal(0, element));
    }

    private static float[] Lane(float[] block, int lane) => [.. Enumerable.Range(0, block.Length / 16).Select(k => block[k * 16 + lane])];
}
