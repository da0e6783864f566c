using LeNetGen.Reference;
using static LeNetGen.Layers;

namespace LeNetGen.Tests.Reference;

/// <summary>Graphs of docs/arithmetic.md, sections 4 and 6: the order in which shares of a gradient are added.</summary>
public sealed class GraphOrderTests
{
    private const float Large = 1 << 25; // 2^25 - 1 and 2^25 + 1 round to 2^25

    private static readonly Shape s_pixel = new(1, 1, 1);

    // B and C are read before D: D's share comes first.
    [Theory]
    [InlineData(1f, -Large, Large, 1f)]
    [InlineData(Large, 1f, -Large, 0f)]
    [InlineData(Large, -Large, 1f, 0f)]
    [InlineData(-Large, Large, 1f, 0f)]
    public void Fork_ThreeReaders_AddsTheSharesOfTheLastFirst(float b, float c, float d, float gradient)
    {
        NetworkDefinition network = Traced.Network("Fork", s_pixel, ["A", "B", "C", "D"], image =>
        {
            Node x = image.Conv("A", 1, 1);
            return x.Conv("B", 1, 1) + x.Conv("C", 1, 1) + x.Conv("D", 1, 1);
        });
        Bits.AssertEqual([gradient], BlockGradient(network, [1f], [1f], [0f, 0f, b, 0f, c, 0f, d, 0f]).AsSpan(1, 1));
    }

    // The calls stand in another order than the operands of what joins them.
    [Fact]
    public void Fork_OperandsInAnotherOrderThanCalls_IsOrderedByCalls()
    {
        NetworkDefinition network = Traced.Network("Fork", s_pixel, ["A", "B", "C", "D"], image =>
        {
            Node x = image.Conv("A", 1, 1);
            Node d = x.Conv("D", 1, 1), c = x.Conv("C", 1, 1), b = x.Conv("B", 1, 1);
            return b + c + d;
        });
        // The parameters lie in the order of calls: those of D first.
        Bits.AssertEqual([1f], BlockGradient(network, [1f], [1f], [0f, 0f, 1f, 0f, -Large, 0f, Large, 0f]).AsSpan(1, 1));
        Bits.AssertEqual([0f], BlockGradient(network, [1f], [1f], [0f, 0f, Large, 0f, -Large, 0f, 1f, 0f]).AsSpan(1, 1));
    }

    [Theory]
    [InlineData(Large, -Large, 1f, 1f)]
    [InlineData(1f, -Large, Large, 0f)]
    public void Concatenate_OfOneLayerThreeTimes_AddsTheFirstOperandFirst(float first, float second, float third, float gradient)
    {
        NetworkDefinition network = Traced.Network("Thrice", s_pixel, ["A"], image =>
        {
            Node x = image.Conv("A", 1, 1);
            return Concatenate(x, x, x);
        });
        Bits.AssertEqual([gradient], BlockGradient(network, [1f], [first, second, third], [0f, 0f]).AsSpan(1, 1));
    }

    [Fact]
    public void Fork_OneShareOfNegativeZero_IsNotAddedToZero()
    {
        NetworkDefinition network = Traced.Network("Fork", s_pixel, ["A"], image =>
        {
            Node x = image.Conv("A", 1, 1);
            return Concatenate(x, x);
        });
        // -0 + -0 = -0 in every lane; the bias's tree keeps it, and then the chunk's sum, which starts at +0, takes it.
        var interpreter = new Interpreter<float>(network);
        ForwardPass<float>[] passes = interpreter.ForwardBlock([.. Enumerable.Repeat(1f, 16)], [1f, 0f]);
        float[] sums = [-0f, -0f];
        interpreter.AddBlockGradient(passes, [.. passes.Select(_ => new[] { -0f, -0f })], [1f, 0f], sums);
        Bits.AssertEqual([-0f], sums.AsSpan(1));
    }

    /// <summary>A graph with everything in it, against its formulas written out for one pixel.</summary>
    [Fact]
    public void Graph_OfOnePixel_HasTheBitsOfItsFormulas()
    {
        NetworkDefinition network = Traced.Network("Graph", s_pixel, ["A", "W"], image =>
        {
            Node a = image.Conv("A", 1, 1, Activation.Tanh);
            Node r = LeakyRelu(a.Conv("W", 1, 1), 0.3f);
            Node s = a * r.Conv("W", 1, 1) + a;
            return Flatten(Concatenate(s + s, r));
        });
        float[] images = RandomValues.Uniform<float>(1, 16), parameters = RandomValues.Uniform<float>(2, 4);
        float[][] outputGradients = [.. RandomValues.Uniform<float>(3, 32).Chunk(2)];
        (float wa, float ba, float w, float b) = (parameters[0], parameters[1], parameters[2], parameters[3]);
        var (xA, dzA) = (new float[16], new float[16]);
        var (xFirst, dzFirst) = (new float[16], new float[16]);
        var (xSecond, dzSecond) = (new float[16], new float[16]);
        var outputs = new List<float>();
        for (int lane = 0; lane < 16; lane++)
        {
            float x = images[lane];
            float a = ElementaryReference.Tanh(MathF.FusedMultiplyAdd(x, wa, ba));
            float y1 = MathF.FusedMultiplyAdd(a, w, b);
            float r = y1 <= 0 ? 0.3f * y1 : y1;
            float y2 = MathF.FusedMultiplyAdd(r, w, b);
            float p = a * y2;
            float s = p + a;
            outputs.AddRange([s + s, r]);

            // Descending: Concatenate, the second sum, the first one, the product, W's second call, the LeakyReLU, W's first call.
            float dr = outputGradients[lane][1];
            float ds = outputGradients[lane][0] + outputGradients[lane][0];
            float da = ds;
            da += ds * y2;
            float dy2 = ds * a;
            dr += MathF.FusedMultiplyAdd(dy2, w, 0);
            float dy1 = r <= 0 ? 0.3f * dr : dr;
            da += MathF.FusedMultiplyAdd(dy1, w, 0);
            float dz = da * MathF.FusedMultiplyAdd(-a, a, 1);
            (xSecond[lane], dzSecond[lane]) = (r, dy2);
            (xFirst[lane], dzFirst[lane]) = (a, dy1);
            (xA[lane], dzA[lane]) = (x, dz);
        }

        var interpreter = new Interpreter<float>(network);
        ForwardPass<float>[] passes = interpreter.ForwardBlock(images, parameters);
        // A chunk's second block: what the calls of a shared layer add meets a sum that is not zero.
        float[] sums = [0.1f, 0.2f, 0.3f, 0.7f];
        float[] expected =
        [
            ImageByImage(xA, dzA, sums[0]),
            sums[1] + LaneTree.Sum<float>(dzA),
            ImageByImage(xFirst, dzFirst, ImageByImage(xSecond, dzSecond, sums[2])),
            sums[3] + LaneTree.Sum<float>(dzSecond) + LaneTree.Sum<float>(dzFirst),
        ];
        interpreter.AddBlockGradient(passes, outputGradients, parameters, sums);

        Bits.AssertEqual([.. outputs], [.. passes.SelectMany(pass => pass.Outputs[^1])]);
        Bits.AssertEqual(expected, sums);

        // Section 6, step 3: a kernel that covers its input.
        static float ImageByImage(float[] x, float[] dz, float sum)
        {
            for (int lane = 0; lane < x.Length; lane++)
                sum = MathF.FusedMultiplyAdd(dz[lane], x[lane], sum);
            return sum;
        }
    }

    [Fact]
    public void Shared_TwoCalls_AddToTheChunkInTheOrderOfTheWayBack()
    {
        // The second call's input is 1, the first one's too: the weight's gradient is the sum of the calls' dz, the second's first.
        NetworkDefinition network = Traced.Network("Shared", s_pixel, ["W"], image =>
            Concatenate(image.Conv("W", 1, 1), image.Conv("W", 1, 1)));

        Bits.AssertEqual([-1f, -1f], BlockGradient(network, [1f], [-1f, -Large], [1f, 0f], start: Large));
        Bits.AssertEqual([0f, 0f], BlockGradient(network, [1f], [-Large, -1f], [1f, 0f], start: Large));
    }

    [Fact]
    public void Network_WithoutParameters_HasNoGradient()
    {
        NetworkDefinition network = Traced.Network("None", s_pixel, [], image => Flatten(Relu(image) + image * image));
        BatchResult<float> result = new Interpreter<float>(network).LossAndGradient([2f], [0], []);
        Assert.Empty(result.Gradient);
        Assert.Equal([6f], new Interpreter<float>(network).Predict([2f], []));
    }

    [Fact]
    public void Join_ImagesAndVectors_AreElementByElementAndOneAfterTheOther()
    {
        NetworkDefinition network = Traced.Network("Joins", new Shape(2, 1, 2), [], image =>
            Flatten(Concatenate(image * image, image, image + image)));
        Bits.AssertEqual(
            [1f, 4f, 9f, 16f, 1f, -2f, 3f, -4f, 2f, -4f, 6f, -8f], new Interpreter<float>(network).Predict([1f, -2f, 3f, -4f], []));
    }

    /// <summary>The parameter gradients of a block in which only the first lane's outputs have a gradient.</summary>
    private static float[] BlockGradient(
        NetworkDefinition network, float[] image, float[] outputGradient, float[] parameters, float start = 0)
    {
        var interpreter = new Interpreter<float>(network);
        ForwardPass<float>[] passes = interpreter.ForwardBlock(image, parameters);
        float[][] gradients = [outputGradient, .. Enumerable.Range(1, 15).Select(_ => new float[outputGradient.Length])];
        float[] sums = new float[network.ParameterCount];
        sums.AsSpan().Fill(start);
        interpreter.AddBlockGradient(passes, gradients, parameters, sums);
        return sums;
    }
}
