using LeNetGen.Reference;

namespace LeNetGen.Tests.Reference;

/// <summary>What the layers do at the edges of the number line, and the orders that only the last bit shows.</summary>
public sealed class LayerReferenceTests
{
    [Fact]
    public void Convolution_InfiniteWeightAtADeadTap_IsNotMultiplied()
    {
        // 3x3 on one pixel with padding: only the middle tap is live.
        NetworkDefinition network = new NetworkBuilder(1, 1, 1).Conv(1, 3, pad: 1).Build("Padded");
        float[] parameters = [.. Enumerable.Repeat(float.PositiveInfinity, 9), 1f];
        parameters[4] = 2f;

        Bits.AssertEqual([7f], new Interpreter<float>(network).Predict([3f], parameters));
    }

    [Fact]
    public void Convolution_NegativeZeroBesidePadding_KeepsItsSign()
    {
        // Adding a dead tap as 0 * 1 would turn -0 into +0.
        NetworkDefinition network = new NetworkBuilder(1, 1, 1).Conv(1, 3, pad: 1).Build("Padded");
        float[] parameters = [.. Enumerable.Repeat(1f, 9), -0f];

        Bits.AssertEqual([-0f], new Interpreter<float>(network).Predict([-0f], parameters));
    }

    [Fact]
    public void Convolution_SumWhoseOrderShows_RunsOverChannelRowColumn()
    {
        // Two channels of 2x2 under one 2x2 kernel. Large values cancel, so that each swap of neighbours changes the result.
        NetworkDefinition network = new NetworkBuilder(2, 2, 2).Conv(1, 2).Build("Ordered");
        float[] image = [1e8f, 1f, -1e8f, 3f, 1e8f, 5f, -1e8f, 9f];
        float[] parameters = [.. Enumerable.Repeat(1f, 8), 0.5f];
        float expected = 0.5f;
        foreach (float pixel in image)
            expected += pixel;

        float actual = new Interpreter<float>(network).Predict(image, parameters)[0];

        Bits.AssertEqual([expected], [actual]);
        Assert.NotEqual(image.Reverse().Aggregate(0.5f, (sum, pixel) => sum + pixel), actual);
    }

    [Fact]
    public void Dense_MultiplyAdd_IsRoundedOnce()
    {
        // (1 + e)^2 - 1 = 2e + e^2, of which an unfused product loses e^2.
        const float e = 1f / (1 << 13);
        NetworkDefinition network = new NetworkBuilder(1, 1, 1).Flatten().Dense(1).Build("Fused");

        Bits.AssertEqual([2 * e + e * e], new Interpreter<float>(network).Predict([1 + e], [1 + e, -1f]));
    }

    [Fact]
    public void AveragePooling_NegativeZeros_StayNegative()
    {
        NetworkDefinition network = new NetworkBuilder(1, 2, 2).AveragePool(2).Build("Pooled");
        Bits.AssertEqual([-0f], new Interpreter<float>(network).Predict([-0f, -0f, -0f, -0f], []));
    }

    [Fact]
    public void AveragePooling_SumWhoseOrderShows_RunsRowByRow()
    {
        // Beside 1e8 the 1 is lost, and the 3 would be: row by row it comes after 1e8 has gone, column by column before.
        NetworkDefinition network = new NetworkBuilder(1, 2, 3).AveragePool(2, 3).Build("Pooled");
        float[] image = [1e8f, 1f, -1e8f, 3f, 0f, 0f];
        float[] byColumns = [1e8f, 3f, 1f, 0f, -1e8f, 0f];

        Bits.AssertEqual([3f * (float)(1.0 / 6)], new Interpreter<float>(network).Predict(image, []));
        Assert.Equal(0f, byColumns.Aggregate((sum, pixel) => sum + pixel));
    }

    [Fact]
    public void AveragePooling_WindowOfThree_MultipliesByTheRoundedReciprocal()
    {
        NetworkDefinition network = new NetworkBuilder(1, 1, 3).AveragePool(1, 3).Build("Pooled");
        float[] image = [5f, 2f, 0f];

        Bits.AssertEqual([7f * (float)(1.0 / 3)], new Interpreter<float>(network).Predict(image, []));
        Assert.NotEqual(7f / 3, 7f * (float)(1.0 / 3));
    }

    [Theory]
    [InlineData(1f, 1f, 0f, 0)] // equal: the first
    [InlineData(-0f, 0f, -0f, 0)] // zeros are equal, whatever their sign
    [InlineData(float.NaN, 9f, 10f, 0)] // nothing is greater than a NaN in front
    [InlineData(1f, float.NaN, 0f, 0)] // nor is a NaN greater than anything
    [InlineData(1f, float.NaN, 2f, 2)]
    [InlineData(float.NegativeInfinity, float.NegativeInfinity, -1f, 2)]
    public void MaxPooling_Window_ChoosesTheFirstOfTheStrictlyGreatest(float first, float second, float third, int chosen)
    {
        var definition = new MaxPooling2DDefinition("Pool", new Shape(1, 2, 3), new Shape(1, 1, 1), 1, 3);
        var pooling = new MaxPoolingReference<float>(definition);
        float[] x = [first, second, third, float.MaxValue, float.MaxValue, float.MaxValue];
        float[] z = new float[1], dx = new float[6], expected = new float[6];
        dx.AsSpan().Fill(float.NaN);
        expected[chosen] = 5f;

        pooling.Forward([], x, z);
        pooling.InputGradient([], x, [5f], dx);

        Bits.AssertEqual([x[chosen]], z);
        Bits.AssertEqual(expected, dx);
    }
}
