using LeNetGen.Reference;

namespace LeNetGen.Tests.Reference;

public sealed class ActivationReferenceTests
{
    [Theory]
    [InlineData(-0f, 0f)]
    [InlineData(float.NaN, float.NaN)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity, 0f)]
    [InlineData(-float.Epsilon, 0f)]
    [InlineData(float.Epsilon, float.Epsilon)]
    public void ReLU_EdgeValue_IsZeroUnlessPositiveOrNaN(float z, float y)
    {
        float[] actual = new float[1];
        ActivationReference<float>.Forward(Activation.ReLU, [z], actual);
        Bits.AssertEqual([y], actual);
    }

    [Theory]
    [InlineData(0f, float.NaN, 0f)]
    [InlineData(0f, -1f, 0f)]
    [InlineData(float.Epsilon, -0f, -0f)]
    [InlineData(float.NaN, 3f, 3f)]
    public void ReLU_Gradient_PassesUnlessTheOutputIsZero(float y, float dy, float dz)
    {
        float[] actual = new float[1];
        ActivationReference<float>.Backward(Activation.ReLU, [y], [dy], actual);
        Bits.AssertEqual([dz], actual);
    }

    [Theory]
    [InlineData(-0f, -0f)]
    [InlineData(float.NaN, float.NaN)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity, float.NegativeInfinity)]
    [InlineData(-float.Epsilon, -0f)]
    [InlineData(float.Epsilon, float.Epsilon)]
    [InlineData(-3f, -0.3f)]
    [InlineData(3f, 3f)]
    public void LeakyReLU_EdgeValue_IsSlopedUnlessPositiveOrNaN(float z, float y)
    {
        float[] actual = new float[1];
        ActivationReference<float>.Forward(Activation.LeakyReLU, [z], actual, negativeSlope: 0.1f);
        Bits.AssertEqual([y], actual);
    }

    [Theory]
    [InlineData(-0f, -1f, -0.1f)]
    [InlineData(0f, float.NaN, float.NaN)]
    [InlineData(-5f, -0f, -0f)]
    [InlineData(float.Epsilon, -3f, -3f)]
    [InlineData(float.NaN, 3f, 3f)]
    public void LeakyReLU_Gradient_IsSlopedUnlessTheOutputIsPositive(float y, float dy, float dz)
    {
        float[] actual = new float[1];
        ActivationReference<float>.Backward(Activation.LeakyReLU, [y], [dy], actual, negativeSlope: 0.1f);
        Bits.AssertEqual([dz], actual);
    }

    [Fact]
    public void Gradients_SigmoidAndTanh_RoundAsWritten()
    {
        float[] y = RandomValues.Uniform<float>(1, 100), dy = RandomValues.Uniform<float>(2, 100);
        float[] sigmoid = new float[100], tanh = new float[100];

        ActivationReference<float>.Backward(Activation.Sigmoid, y, dy, sigmoid);
        ActivationReference<float>.Backward(Activation.Tanh, y, dy, tanh);

        Bits.AssertEqual([.. y.Zip(dy, (y, dy) => dy * (y * (1 - y)))], sigmoid);
        Bits.AssertEqual([.. y.Zip(dy, (y, dy) => dy * MathF.FusedMultiplyAdd(-y, y, 1))], tanh);
    }

    [Fact]
    public void SoftmaxAndItsGradient_RandomLogits_RoundAsWritten()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            float[] logits = RandomValues.Uniform<float>(seed, 10, bound: 3);
            float[] e = [.. logits.Select(logit => ElementaryReference.Exp(logit - logits.Max()))];
            float sum = e[0];
            for (int k = 1; k < e.Length; k++)
                sum += e[k];
            float[] probabilities = new float[10], gradient = new float[10];

            SoftmaxReference<float>.Probabilities(logits, probabilities);
            SoftmaxReference<float>.LossGradient(logits, 3, 7, gradient);

            Bits.AssertEqual([.. e.Select(value => value / sum)], probabilities);
            Bits.AssertEqual([.. e.Select((value, k) => (value / sum - (k == 3 ? 1 : 0)) * (float)(1.0 / 7))], gradient);
            Bits.AssertEqual([ElementaryReference.Log(sum) - (logits[3] - logits.Max())], [SoftmaxReference<float>.Loss(logits, 3)]);
        }
    }

    [Fact]
    public void Softmax_LargeLogits_DoesNotOverflow()
    {
        float[] probabilities = new float[3];
        SoftmaxReference<float>.Probabilities([1000f, 1000f, -1000f], probabilities);
        Bits.AssertEqual([0.5f, 0.5f, 0f], probabilities);
    }

    [Fact]
    public void Loss_TwoEqualLogits_IsTheLogarithmOfTwo()
    {
        Assert.Equal(Math.Log(2), SoftmaxReference<double>.Loss([7, 7], 1), 1e-15);

        double[] gradient = new double[2];
        SoftmaxReference<double>.LossGradient([7, 7], 1, 4, gradient);
        Assert.Equal([0.125, -0.125], gradient);
    }

    [Fact]
    public void Largest_Ties_IsTheFirst() => Assert.Equal(1, SoftmaxReference<float>.Largest([1f, 2f, 2f]));
}
