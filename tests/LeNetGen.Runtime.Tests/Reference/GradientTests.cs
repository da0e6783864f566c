namespace LeNetGen.Tests.Reference;

/// <summary>The gradients of networks drawn at random, whose layers meet in every order.</summary>
public sealed class GradientTests
{
    private const int NetworkCount = 40;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, NetworkCount)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Gradient_RandomNetwork_IsTheCentralDifference(int seed) => GradientCheck.Of(RandomNetworks.Draw(seed), seed);

    [Fact]
    public void RandomNetworks_AllSeeds_CoverEveryFeature()
    {
        LayerDefinition[] layers = [.. Enumerable.Range(0, NetworkCount).SelectMany(seed => RandomNetworks.Draw(seed).Layers)];
        Conv2DDefinition[] convolutions = [.. layers.OfType<Conv2DDefinition>()];

        foreach (Activation activation in Enum.GetValues<Activation>())
        {
            Assert.Contains(layers.OfType<DenseDefinition>(), dense => dense.Activation == activation);
            Assert.True(activation == Activation.Softmax || convolutions.Any(convolution => convolution.Activation == activation));
        }

        Assert.Contains(convolutions, convolution => convolution is { PadTop: > 0, StrideHeight: > 1 });
        Assert.Contains(convolutions, convolution => convolution is { PadTop: > 0, StrideHeight: 1 });
        Assert.Contains(convolutions, convolution => convolution is { PadTop: 0, StrideHeight: > 1 });

        // More padding below than above, and input rows that no output row reaches.
        Assert.Contains(convolutions, convolution => Reach(convolution) > convolution.Input.Height + convolution.PadTop);
        Assert.Contains(convolutions, convolution => Reach(convolution) < convolution.Input.Height);
        Assert.Contains(convolutions, convolution => convolution.StrideHeight > convolution.KernelHeight);
        Assert.Contains(layers.OfType<AveragePooling2DDefinition>(), DropsRows);
        Assert.Contains(layers.OfType<MaxPooling2DDefinition>(), DropsRows);
        Assert.Contains(Enumerable.Range(0, NetworkCount), seed => RandomNetworks.Draw(seed).Layers[0] is Pooling2DDefinition);

        Assert.True(layers.OfType<DropoutDefinition>().Select(dropout => dropout.Rate).Distinct().Count() > 2);

        static bool DropsRows(Pooling2DDefinition pooling) => pooling.Output.Height * pooling.PoolHeight < pooling.Input.Height;

        static int Reach(Conv2DDefinition convolution) =>
            (convolution.Output.Height - 1) * convolution.StrideHeight - convolution.PadTop + convolution.KernelHeight;
    }
}
