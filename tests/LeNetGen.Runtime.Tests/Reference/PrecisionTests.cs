using LeNetGen.Reference;

namespace LeNetGen.Tests.Reference;

/// <summary>The float interpreter against the double one on the D2L LeNet.</summary>
/// <remarks>
/// A sum of n products in float strays from the exact one by about the root of n times 2^-24 of its terms' size. Forward, the longest
/// sum is the dense layer's of 400 inputs: 20 * 6e-8 = 1.2e-6, and what comes in with an error is contracted by the sigmoids.
/// Backward, it is the first convolution's gradient, of 784 pixels in each of up to 32 images: 158 * 6e-8 = 9.4e-6. Both are relative to
/// the tensor's largest element.
/// </remarks>
public sealed class PrecisionTests
{
    private const double ForwardTolerance = 1.2e-6;
    private const double BackwardTolerance = 9.4e-6;

    [Fact]
    public void D2L_FloatAndDouble_AgreeToTheStatedBound()
    {
        const int count = 20;
        NetworkDefinition network = NetworkBuilder.D2L();
        float[] images = [.. RandomValues.Uniform<float>(1, count * 784).Select(Math.Abs)];
        float[] parameters = RandomValues.Parameters<float>(2, network);
        int[] labels = RandomValues.Labels(3, count, 10);
        double[] doubleImages = Array.ConvertAll(images, value => (double)value);
        double[] doubleParameters = Array.ConvertAll(parameters, value => (double)value);
        var single = new Interpreter<float>(network);
        var exact = new Interpreter<double>(network);

        for (int image = 0; image < count; image++)
        {
            float[][] actual = single.Activations(images.AsSpan(image * 784, 784), parameters);
            double[][] expected = exact.Activations(doubleImages.AsSpan(image * 784, 784), doubleParameters);
            for (int layer = 0; layer < actual.Length; layer++)
                AssertClose($"image {image}, {network.Layers[layer].Name}", expected[layer], actual[layer], ForwardTolerance);
        }

        BatchResult<float> result = single.LossAndGradient(images, labels, parameters);
        BatchResult<double> exactResult = exact.LossAndGradient(doubleImages, labels, doubleParameters);
        AssertClose("loss", [exactResult.Loss], [(float)result.Loss], ForwardTolerance);
        foreach (ParameterDefinition parameter in network.Parameters)
        {
            Range range = parameter.Offset..(parameter.Offset + parameter.Length);
            AssertClose(parameter.Name, exactResult.Gradient.AsSpan(range), result.Gradient.AsSpan(range), BackwardTolerance);
        }
    }

    private static void AssertClose(string name, ReadOnlySpan<double> expected, ReadOnlySpan<float> actual, double tolerance)
    {
        double largest = 0, error = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(expected[i]));
            error = Math.Max(error, Math.Abs(expected[i] - actual[i]));
        }

        Assert.True(error <= tolerance * largest, $"{name}: off by {error / largest:G3} of the largest element.");
    }
}
