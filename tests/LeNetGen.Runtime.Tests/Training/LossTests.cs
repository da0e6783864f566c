using LeNetGen.Reference;
using LeNetGen.Tests.Reference;
using LeNetGen.Training;

namespace LeNetGen.Tests.Training;

public sealed class LossTests
{
    public static TheoryData<string, int, int, bool> Blocks
    {
        get
        {
            var data = new TheoryData<string, int, int, bool>();
            foreach (string name in Losses.Names)
            foreach ((int classes, int images) in new[] { (1, 1), (2, 15), (10, 16), (3, 7) })
            foreach (bool endsInSoftmax in new[] { false, true })
                data.Add(name, classes, images, endsInSoftmax);
            return data;
        }
    }

    [Theory, MemberData(nameof(Blocks))]
    public void Compute_Block_EqualsTheReferenceBitForBit(string name, int classes, int images, bool endsInSoftmax)
    {
        Loss loss = Losses.Create(name);
        ReferenceLoss<float> reference = ReferenceLoss<float>.Of(loss);
        LossBlocks block = LossBlocks.Random(classes, images);

        (float[] losses, float[] gradient) = block.Compute(loss, batchSize: 57, endsInSoftmax);

        for (int lane = 0; lane < 16; lane++)
        {
            float[] expected = new float[classes];
            if (lane < images)
            {
                float[] outputs = LossBlocks.Lane(block.Outputs, lane);
                reference.Gradient(outputs, endsInSoftmax, block.Labels[lane], block.Target(lane), 57, expected);
                float expectedLoss = reference.ImageLoss(outputs, endsInSoftmax, block.Labels[lane], block.Target(lane));
                Bits.AssertEqual([expectedLoss], [losses[lane]]);
            }

            Bits.AssertEqual(expected, LossBlocks.Lane(gradient, lane));
        }
    }

    [Theory, MemberData(nameof(Blocks))]
    public void Compute_GradientInPlaceOfTheOutputs_IsTheSame(string name, int classes, int images, bool endsInSoftmax)
    {
        LossBlocks block = LossBlocks.Random(classes, images);
        (float[] losses, float[] gradient) = block.Compute(Losses.Create(name), 10, endsInSoftmax);

        (float[] lossesInPlace, float[] gradientInPlace) = block.Compute(Losses.Create(name), 10, endsInSoftmax, inPlace: true);

        Bits.AssertEqual(gradient, gradientInPlace);
        Bits.AssertEqual(losses, lossesInPlace);
    }

    [Theory, InlineData(2, 15), InlineData(10, 16), InlineData(100, 3)]
    public void CategoricalCrossEntropy_OneHotTargets_HasEveryBitOfTheSparseOne(int classes, int images)
    {
        LossBlocks block = LossBlocks.Random(classes, images).Categorical();

        (float[] losses, float[] gradient) = block.Compute(new CategoricalCrossEntropy(), 33, endsInSoftmax: true);

        (float[] sparseLosses, float[] sparseGradient) = block.Compute(new SparseCategoricalCrossEntropy(), 33, endsInSoftmax: true);
        Bits.AssertEqual(sparseLosses, losses);
        Bits.AssertEqual(sparseGradient, gradient);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void CrossEntropies_HugeLogits_StayFinite(bool categorical)
    {
        Loss loss = categorical ? new CategoricalCrossEntropy() : new SparseCategoricalCrossEntropy();
        float[] logits = new float[2 * 16];
        (logits[0], logits[16]) = (3e38f, -3e38f);

        (float[] losses, float[] gradient) = new LossBlocks(logits, [0], []).Compute(loss, 1, endsInSoftmax: true);

        Assert.Equal([0], losses);
        Assert.All(gradient, element => Assert.Equal(0, element));
    }

    // Keras 3 and PyTorch alike; the numbers are short enough to be checked by hand.
    [Fact]
    public void MeanSquaredError_OfOutputs_IsTheMeanOfSquaresOverThem()
    {
        float[] outputs = new float[2 * 16];
        (outputs[0], outputs[16]) = (3, -1);

        (float[] losses, float[] gradient) = new LossBlocks(outputs, [0], [1, 0]).Compute(new MeanSquaredError(), 4, endsInSoftmax: false);

        Assert.Equal([2.5f], losses);
        Assert.Equal([0.5f, -0.25f], LossBlocks.Lane(gradient, 0));
    }

    [Fact]
    public void MeanSquaredError_AfterSoftmax_IsThatOfTheProbabilities()
    {
        // Equal logits: probabilities 1/2, differences -1/2 and 1/2, g = (-1/2, 1/2), sum g p = 0, dz = p g.
        (float[] losses, float[] gradient) =
            new LossBlocks(new float[2 * 16], [0], [1, 0]).Compute(new MeanSquaredError(), 1, endsInSoftmax: true);

        Assert.Equal([0.25f], losses);
        Assert.Equal([-0.25f, 0.25f], LossBlocks.Lane(gradient, 0));
    }
}
