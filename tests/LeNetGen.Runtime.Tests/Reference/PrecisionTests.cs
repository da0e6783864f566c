using LeNetGen.Reference;

namespace LeNetGen.Tests.Reference;

/// <summary>The float interpreter against the double one on the D2L LeNet.</summary>
/// <remarks>
/// A sum of n products in float strays from the exact one by about the root of n times 2^-24 of its terms' size, and the longest,
/// a convolution gradient's, has 784 pixels of a lane and 32 images: 160 * 6e-8 = 1e-5. Every other sum is shorter (400 terms in a
/// dense layer, 150 in a convolution), and the activations, within 2 ulp, contract what comes in. Compared with the largest
/// element of the tensor, the whole stays within three times that.
/// </remarks>
public sealed class PrecisionTests
{
    private const double Tolerance = 3e-5;

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
                AssertClose($"image {image}, {network.Layers[layer].Name}", expected[layer], actual[layer]);
        }

        BatchResult<float> result = single.LossAndGradient(images, labels, parameters);
        BatchResult<double> exactResult = exact.LossAndGradient(doubleImages, labels, doubleParameters);
        AssertClose("loss", [exactResult.Loss], [(float)result.Loss]);
        foreach (ParameterDefinition parameter in network.Parameters)
        {
            Range range = parameter.Offset..(parameter.Offset + parameter.Length);
            AssertClose(parameter.Name, exactResult.Gradient.AsSpan(range), result.Gradient.AsSpan(range));
        }
    }

    private static void AssertClose(string name, ReadOnlySpan<double> expected, ReadOnlySpan<float> actual)
    {
        double largest = 0, error = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(expected[i]));
            error = Math.Max(error, Math.Abs(expected[i] - actual[i]));
        }

        Assert.True(error <= Tolerance * largest, $"{name}: off by {error / largest:G3} of the largest element.");
    }
}
