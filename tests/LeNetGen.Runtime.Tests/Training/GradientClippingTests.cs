using LeNetGen.Reference;
using LeNetGen.Tests.Reference;
using LeNetGen.Training;

namespace LeNetGen.Tests.Training;

public sealed class GradientClippingTests
{
    // (2, 3) and (2): a weight and a bias.
    private static readonly NetworkDefinition Tiny = new NetworkBuilder(1, 1, 3).Flatten().Dense(2).Build("Tiny");

    // Tensors of all lengths: less than the lanes, one more, more than a piece, whole pieces; none of them starts at a vector.
    private static readonly NetworkDefinition Various = new NetworkBuilder(1, 1, 5)
        .Flatten().Dense(3).Dense(1).Dense(17).Dense(121).Dense(64).Dense(64).Build("Various");

    [Theory, InlineData(1e-3), InlineData(0.7), InlineData(3), InlineData(1e3)]
    public void Scale_EachTensor_EqualsTheReferenceBitForBit(double limit)
    {
        float[] expected = Gradient(), actual = Gradient();
        ReferenceClipping.EachTensor<float>(Various, expected, limit);
        Clip(new Sgd { ClipNorm = limit }, Various, actual);
        Bits.AssertEqual(expected, actual);
    }

    [Theory, InlineData(1e-3), InlineData(0.7), InlineData(3), InlineData(1e3)]
    public void Scale_AllTogether_EqualsTheReferenceBitForBit(double limit)
    {
        float[] expected = Gradient(), actual = Gradient();
        ReferenceClipping.AllTogether<float>(Various, expected, limit);
        Clip(new Sgd { GlobalClipNorm = limit }, Various, actual);
        Bits.AssertEqual(expected, actual);
    }

    [Fact]
    public void Gradient_OfTheTestsAbove_IsClippedInSomeTensorsOnly()
    {
        float[] before = Gradient(), after = Gradient();
        Clip(new Sgd { ClipNorm = 3 }, Various, after);
        bool[] clipped = [.. Various.Parameters.Select(
            tensor => !before.AsSpan(tensor.Offset, tensor.Length).SequenceEqual(after.AsSpan(tensor.Offset, tensor.Length)))];
        Assert.Contains(true, clipped);
        Assert.Contains(false, clipped);
    }

    // PyTorch 1.13 in float64; it divides by the norm plus 1e-6, hence the tolerance:
    //   a, b = torch.nn.Parameter(torch.zeros(2, 3)), torch.nn.Parameter(torch.zeros(2))
    //   a.grad, b.grad = torch.tensor([[3., -4, 0], [1, 2, -2]]), torch.tensor([0.5, -0.25])
    //   torch.nn.utils.clip_grad_norm_([a, b], 1.0)
    [Fact]
    public void Scale_AllTogether_GivesPyTorchsGradient()
    {
        float[] gradient = [3, -4, 0, 1, 2, -2, 0.5f, -0.25f];
        Clip(new Sgd { GlobalClipNorm = 1 }, Tiny, gradient);
        double[] expected =
        [
            0.5121474322999049, -0.6828632430665398, 0, 0.17071581076663495, 0.3414316215332699, -0.3414316215332699,
            0.08535790538331747, -0.042678952691658736,
        ];
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], gradient[i], 3e-7);
    }

    // Keras' clip_by_norm: g * limit / norm, tensor by tensor. The weight's norm is 6, the bias' below 1.
    [Fact]
    public void Scale_EachTensor_GivesTheLargeOnesTheNormItself()
    {
        float[] gradient = [4, -4, 0, 0, 0, 2, 0.5f, -0.25f];
        Clip(new Sgd { ClipNorm = 1.5 }, Tiny, gradient);
        Assert.Equal([1, -1, 0, 0, 0, 0.5f, 0.5f, -0.25f], gradient);
    }

    [Fact]
    public void Scale_NormAtTheLimit_ChangesNothing()
    {
        float[] gradient = [4, -4, 0, 0, 0, 2, 0, -8];
        Clip(new Sgd { GlobalClipNorm = 10 }, Tiny, gradient);
        Assert.Equal([4, -4, 0, 0, 0, 2, 0, -8], gradient);
    }

    // So that the loss, or the check of the parameters, tells of it.
    [Fact]
    public void Scale_GradientNotFinite_StaysNotFinite()
    {
        float[] notNumber = [4, float.NaN, 0, 0, 0, 2, 1, 1], infinite = [4, float.PositiveInfinity, 0, 0, 0, 2, 1, 1];
        Clip(new Sgd { GlobalClipNorm = 1 }, Tiny, notNumber);
        Clip(new Sgd { GlobalClipNorm = 1 }, Tiny, infinite);
        Assert.Equal([4, float.NaN, 0, 0, 0, 2, 1, 1], notNumber);
        Assert.Equal([0, float.NaN, 0, 0, 0, 0, 0, 0], infinite);
    }

    [Fact]
    public void Scale_HugeAndTinyGradients_NeitherOverflowsNorVanishes()
    {
        float[] huge = [3e38f, 0, 0, 0, 0, 0, 0, 0], tiny = [4e-30f, 0, 0, 3e-30f, 0, 0, 0, 0];
        Clip(new Sgd { GlobalClipNorm = 1 }, Tiny, huge);
        Clip(new Sgd { GlobalClipNorm = 2.5e-30 }, Tiny, tiny);
        Assert.Equal(1, huge[0], 1e-6);
        Assert.Equal(2e-30, tiny[0], 1e-36);
        Assert.Equal(1.5e-30, tiny[3], 1e-36);
    }

    [Fact]
    public void Of_OptimizerWithoutLimit_IsNothing() => Assert.Null(GradientClipping.Of(new Sgd(), Tiny));

    private static float[] Gradient()
    {
        float[] gradient = RandomValues.Uniform<float>(5, Various.ParameterCount);
        gradient[3] = -0f;
        return gradient;
    }

    // In an order and in parts as threads may have them.
    private static void Clip(Optimizer optimizer, NetworkDefinition network, float[] gradient)
    {
        GradientClipping clipping = GradientClipping.Of(optimizer, network)!;
        for (int piece = clipping.PieceCount - 1; piece >= 0; piece--)
            clipping.SumPiece(piece, gradient);
        clipping.FindScales();
        for (int start = 0; start < gradient.Length; start += 2048)
            clipping.Scale(start, gradient.AsSpan(start, Math.Min(2048, gradient.Length - start)));
    }
}
