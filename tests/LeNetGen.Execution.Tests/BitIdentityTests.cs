using LeNetGen.Execution.Tests.Networks;
using LeNetGen.Reference;

namespace LeNetGen.Execution.Tests;

public sealed class BitIdentityTests
{
    [Theory]
    [InlineData(VectorWidth.Bits512)]
    [InlineData(VectorWidth.Bits256)]
    [InlineData(VectorWidth.Bits128)]
    [InlineData(VectorWidth.Scalar)]
    public void Predict(VectorWidth width)
    {
        var network = new LeNet(1, width);
        var image = new float[LeNet.InputLength];
        var random = new Random(1);
        for (int i = 0; i < image.Length; i++)
            image[i] = (float)random.NextDouble();
        float[] expected = new Interpreter<float>(LeNet.Definition).Predict(image, network.Parameters);
        var actual = new float[10];
        network.Predict(image, actual);
        Assert.Equal(expected, actual);
        network.PredictBatch(image, actual);
        Assert.Equal(expected, actual);
    }
}
