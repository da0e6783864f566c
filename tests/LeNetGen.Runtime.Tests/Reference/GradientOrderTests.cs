using LeNetGen.Reference;

namespace LeNetGen.Tests.Reference;

/// <summary>The orders of docs/arithmetic.md, section 6, with numbers at which any other order gives other bits.</summary>
public sealed class GradientOrderTests
{
    private const float Large = 1 << 24; // 2^24 + 1 rounds to 2^24

    // Each level of the tree brings these two lanes together; before that level, lane 1 must have met neither.
    [Theory]
    [InlineData(8)]
    [InlineData(4)]
    [InlineData(2)]
    public void LaneTree_LargeLanesThatCancel_MeetBeforeTheSmallOne(int partner)
    {
        float[] lanes = new float[16];
        (lanes[0], lanes[1], lanes[partner]) = (Large, 1, -Large);

        Assert.Equal(0f, lanes.Aggregate((sum, lane) => sum + lane));
        Assert.Equal(1f, LaneTree.Sum<float>(lanes));
    }

    [Fact]
    public void LaneTree_NeighboursThatCancel_MeetLast()
    {
        float[] lanes = new float[16];
        (lanes[0], lanes[1], lanes[2], lanes[4], lanes[8]) = (Large, -Large, 1, 1, 1);
        Assert.Equal(0f, LaneTree.Sum<float>(lanes));
    }

    [Fact]
    public void Dense_WeightAndBias_AddImagesInOrderAndLanesByTheTree()
    {
        NetworkDefinition network = new NetworkBuilder(1, 1, 1).Flatten().Dense(1).Build("Dense");
        float[] dz = new float[16];
        (dz[0], dz[1], dz[8]) = (Large, 1, -Large);

        float[] gradient = BlockGradient(network, [.. Enumerable.Repeat(1f, 16)], [.. dz.Select(value => new[] { value })], [0f, 0f]);

        Bits.AssertEqual([0f, 1f], gradient);
    }

    [Fact]
    public void Convolution_WeightAndBias_AddPixelsOfALaneBeforeLanes()
    {
        // Pixels first: lane 0 is 2^24 + 1 - 2^24 = 0 and lane 1 is 1. Lanes first, the middle pixels' 2 would survive beside 2^24.
        NetworkDefinition network = new NetworkBuilder(1, 1, 3).Conv(1, 1).Flatten().Build("Convolution");
        float[][] dz = [.. Enumerable.Range(0, 16).Select(_ => new float[3])];
        dz[0] = [Large, 1, -Large];
        dz[1] = [0, 1, 0];

        float[] gradient = BlockGradient(network, [.. Enumerable.Repeat(1f, 48)], dz, [1f, 0f]);

        Bits.AssertEqual([1f, 1f], gradient);
        Assert.Equal(2f, Large + (dz[0][1] + dz[1][1]) - Large);
    }

    [Fact]
    public void AbsentLanes_UnderflownSum_TakePartInIt()
    {
        // -1e-60 underflows to -0; an absent lane then adds +0 * +0, and -0 + 0 = +0. Without it the sum stays -0.
        NetworkDefinition network = new NetworkBuilder(1, 1, 1).Flatten().Dense(1).Build("Dense");
        float[][] dz = [.. Enumerable.Range(0, 16).Select(lane => new[] { lane < 15 ? 1e-30f : 0f })];

        float[] absent = BlockGradient(network, [.. Enumerable.Repeat(-1e-30f, 15)], dz, [0f, 0f]);
        dz[15] = [1e-30f];
        float[] full = BlockGradient(network, [.. Enumerable.Repeat(-1e-30f, 16)], dz, [0f, 0f]);

        Bits.AssertEqual([0f], absent.AsSpan(0, 1));
        Bits.AssertEqual([-0f], full.AsSpan(0, 1));
    }

    [Fact]
    public void Batch_OfThreeChunks_AddsBlocksToChunksAndChunksInOrder()
    {
        NetworkDefinition network = new NetworkBuilder(1, 5, 5)
            .Conv(3, 3, Activation.Tanh).Flatten().Dense(4, Activation.Softmax).Build("Chunks");
        const int count = 85; // chunks of 32, 32 and 21; the last block holds 5
        const int length = 25;
        float[] images = RandomValues.Uniform<float>(1, count * length);
        float[] parameters = RandomValues.Parameters<float>(2, network);
        int[] labels = RandomValues.Labels(3, count, 4);
        var interpreter = new Interpreter<float>(network);

        float[][] chunks = [new float[network.ParameterCount], new float[network.ParameterCount], new float[network.ParameterCount]];
        float[] blocksInOrder = new float[network.ParameterCount];
        for (int first = 0; first < count; first += 16)
        {
            int end = Math.Min(first + 16, count);
            ForwardPass<float>[] passes = interpreter.ForwardBlock(images.AsSpan((first * length)..(end * length)), parameters);
            float[][] gradients = [.. Enumerable.Range(0, 16).Select(_ => new float[4])];
            for (int image = first; image < end; image++)
                SoftmaxReference<float>.LossGradient(passes[image - first].Logits, labels[image], count, gradients[image - first]);
            interpreter.AddBlockGradient(passes, gradients, parameters, chunks[first / 32]);
            interpreter.AddBlockGradient(passes, gradients, parameters, blocksInOrder);
        }

        float[] expected = [.. chunks[0].Select((sum, i) => sum + chunks[1][i] + chunks[2][i])];
        float[] actual = interpreter.LossAndGradient(images, labels, parameters).Gradient;
        Bits.AssertEqual(expected, actual);
        Assert.NotEqual(blocksInOrder, actual);
    }

    private static float[] BlockGradient(NetworkDefinition network, float[] images, float[][] logitGradients, float[] parameters)
    {
        var interpreter = new Interpreter<float>(network);
        float[] gradient = new float[network.ParameterCount];
        interpreter.AddBlockGradient(interpreter.ForwardBlock(images, parameters), logitGradients, parameters, gradient);
        return gradient;
    }
}
