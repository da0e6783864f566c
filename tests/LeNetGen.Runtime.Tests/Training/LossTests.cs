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
        LossBlocks block = LossBlocks.OneHot(
            RandomValues.Uniform<float>(classes, classes * 16, 20), RandomValues.Labels(images, images, classes));

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

        (float[] losses, float[] gradient) = LossBlocks.OneHot(logits, 0).Compute(loss, 1, endsInSoftmax: true);

        Assert.Equal([0], losses);
        Assert.All(gradient, element => Assert.Equal(0, element));
    }

    // Equation 9 as it is written, in double; two penalties and j around 100, where no exponential by itself is a float.
    [Theory, InlineData(0.5, 0, 3, 1), InlineData(100, 102, 99, 0), InlineData(200, 150, 149, 1), InlineData(1, 500, 700, 0)]
    public void MaximumAPosteriori_AnyPenalties_IsEquation9(double j, float first, float second, int label)
    {
        float[] penalties = new float[2 * 16];
        (penalties[0], penalties[16]) = (first, second);

        (float[] losses, float[] gradient) =
            LossBlocks.OneHot(penalties, label).Compute(new MaximumAPosteriori(j), 4, endsInSoftmax: false);

        double sum = Math.Exp(-j) + Math.Exp(-first) + Math.Exp(-second);
        double loss = (label == 0 ? first : second) + Math.Log(sum);
        Assert.Equal(loss, losses[0], 1e-6 * Math.Max(1, loss));
        Assert.Equal(((label == 0 ? 1 : 0) - Math.Exp(-first) / sum) / 4, gradient[0], 1e-7);
        Assert.Equal(((label == 1 ? 1 : 0) - Math.Exp(-second) / sum) / 4, gradient[16], 1e-7);
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(double.NaN), InlineData(1e60)]
    public void MaximumAPosteriori_ConstantOutOfRange_SaysWhatItMustBe(double j) => Assert.StartsWith(
        FormattableString.Invariant($"The constant j is {j}; it must be a number above 0."),
        Assert.Throws<ArgumentOutOfRangeException>("j", () => new MaximumAPosteriori(j)).Message);

    // The example of Keras' documentation: y_true = [[0, 1, 0], [0, 0, 1]], y_pred = [[0.05, 0.95, 0], [0.1, 0.8, 0.1]]; losses 0.0513
    // and 2.303. Its clipping of the probability 0 to 1e-7 does not show.
    [Fact]
    public void CategoricalCrossEntropy_KerasExample_HasKerasLosses()
    {
        float[] logits = new float[3 * 16];
        (logits[0], logits[16], logits[32]) = (MathF.Log(0.05f), MathF.Log(0.95f), MathF.Log(1e-7f));
        (logits[1], logits[17], logits[33]) = (MathF.Log(0.1f), MathF.Log(0.8f), MathF.Log(0.1f));

        (float[] losses, _) = LossBlocks.OneHot(logits, 1, 2).Compute(new CategoricalCrossEntropy(), 2, endsInSoftmax: true);

        Assert.Equal(0.0513, losses[0], 1e-4);
        Assert.Equal(2.303, losses[1], 1e-3);
    }

    // The example of Keras' documentation: y_true = [[0, 1], [0, 0]], y_pred = [[1, 1], [1, 0]]; loss 0.5.
    [Fact]
    public void MeanSquaredError_KerasExample_HasKerasLoss()
    {
        float[] outputs = new float[2 * 16];
        (outputs[0], outputs[16], outputs[1], outputs[17]) = (1, 1, 1, 0);

        (float[] losses, _) = LossBlocks.WithTargets(outputs, 0, 1, 0, 0).Compute(new MeanSquaredError(), 2, endsInSoftmax: false);

        Assert.Equal(0.5, losses.Average());
    }

    [Fact]
    public void MeanSquaredError_OfOutputs_IsTheMeanOfSquaresOverThem()
    {
        float[] outputs = new float[2 * 16];
        (outputs[0], outputs[16]) = (3, -1);

        (float[] losses, float[] gradient) = LossBlocks.WithTargets(outputs, 1, 0).Compute(new MeanSquaredError(), 4, endsInSoftmax: false);

        Assert.Equal([2.5f], losses);
        Assert.Equal([0.5f, -0.25f], LossBlocks.Lane(gradient, 0));
    }

    [Fact]
    public void MeanSquaredError_AfterSoftmax_IsThatOfTheProbabilities()
    {
        // Equal logits: probabilities 1/2, differences -1/2 and 1/2, g = (-1/2, 1/2), sum g p = 0, dz = p g.
        (float[] losses, float[] gradient) =
            LossBlocks.WithTargets(new float[2 * 16], 1, 0).Compute(new MeanSquaredError(), 1, endsInSoftmax: true);

        Assert.Equal([0.25f], losses);
        Assert.Equal([-0.25f, 0.25f], LossBlocks.Lane(gradient, 0));
    }
}
