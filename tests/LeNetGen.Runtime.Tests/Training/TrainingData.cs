using LeNetGen.Data;
using LeNetGen.Tests.Reference;

namespace LeNetGen.Tests.Training;

/// <summary>Seeded datasets that fit a network.</summary>
internal static class TrainingData
{
    /// <summary>Random raw images with random labels.</summary>
    public static Dataset Raw(NetworkDefinition network, int count, int seed = 1)
    {
        byte[] pixels = new byte[count * network.Input.RawShape.Length];
        new Random(seed).NextBytes(pixels);
        return Dataset.FromBytes("raw noise", network.Input.RawShape, pixels, Labels(network, count, seed), Classes(network));
    }

    /// <summary>Random images of floats with random labels.</summary>
    public static Dataset Floats(NetworkDefinition network, int count, int seed = 1)
    {
        float[] values = RandomValues.Uniform<float>(seed, count * network.Input.Shape.Length);
        return Dataset.FromFloats("noise", network.Input.Shape, values, Labels(network, count, seed), Classes(network));
    }

    /// <summary>Images of noise with one bright pixel, whose place is the label.</summary>
    public static Dataset Learnable(NetworkDefinition network, int count, int seed = 1)
    {
        byte[] labels = Labels(network, count, seed);
        int length = network.Input.RawShape.Length;
        byte[] pixels = new byte[count * length];
        new Random(seed).NextBytes(pixels);
        for (int i = 0; i < count; i++)
        {
            foreach (ref byte pixel in pixels.AsSpan(i * length, length))
                pixel /= 4;
            pixels[i * length + labels[i]] = 255;
        }

        return Dataset.FromBytes("bright pixels", network.Input.RawShape, pixels, labels, Classes(network));
    }

    /// <summary>The same images with random targets of <paramref name="length"/> elements that sum to 1.</summary>
    public static Dataset WithSoftTargets(Dataset dataset, int length, int seed = 1)
    {
        float[] targets = RandomValues.Uniform<float>(seed, dataset.Count * length);
        for (int start = 0; start < targets.Length; start += length)
        {
            Span<float> target = targets.AsSpan(start, length);
            float sum = 0;
            foreach (ref float element in target)
                sum += element = Math.Abs(element);
            foreach (ref float element in target)
                element /= sum;
        }

        return dataset.WithTargets(targets);
    }

    private static byte[] Labels(NetworkDefinition network, int count, int seed) =>
        [.. RandomValues.Labels(seed, count, network.Output.Length).Select(label => (byte)label)];

    private static string[] Classes(NetworkDefinition network) =>
        [.. Enumerable.Range(0, network.Output.Length).Select(label => $"class {label}")];
}
