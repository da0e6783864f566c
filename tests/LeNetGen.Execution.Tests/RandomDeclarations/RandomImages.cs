using LeNetGen.Data;
using LeNetGen.Reference;

namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>The images, labels and parameters that a random network is given.</summary>
internal sealed class RandomImages
{
    /// <summary>The number of images: three chunks and one.</summary>
    public const int Count = 97;

    private static readonly float[] s_strange =
        [-0f, 0f, 1e-40f, -1e-40f, 1e30f, -1e30f, 3e38f, float.PositiveInfinity, float.NegativeInfinity, float.NaN];

    /// <summary>Draws them.</summary>
    /// <param name="definition">The network.</param>
    /// <param name="random">Where from.</param>
    public RandomImages(NetworkDefinition definition, Random random)
    {
        // Values in steps of a quarter make equal maxima, zeros before a ReLU, and sums that are exact in any order.
        bool coarse = random.Next(4) == 0;
        Raw = new byte[Count * definition.Input.RawShape.Length];
        random.NextBytes(Raw);
        if (coarse)
            Raw = [.. Raw.Select(pixel => (byte)(pixel < 128 ? 0 : 200))];
        Floats = Uniform(random, Count * definition.Input.Shape.Length, 1, coarse);
        Parameters = Uniform(random, definition.ParameterCount, 1, coarse);
        foreach (ParameterDefinition parameter in definition.Parameters.Where(parameter => !coarse && !parameter.IsBias))
            Scale(Parameters.AsSpan(parameter.Offset, parameter.Length), float.Sqrt(6f / (parameter.FanIn + 2)));

        int classes = Math.Min(definition.Output.Length, byte.MaxValue);
        byte[] labels = [.. Enumerable.Range(0, Count).Select(_ => (byte)random.Next(classes))];
        string[] names = [.. Enumerable.Range(0, classes).Select(index => $"class {index}")];
        RawDataset = Dataset.FromBytes("bytes", definition.Input.RawShape, Raw, labels, names);
        FloatDataset = Dataset.FromFloats("floats", definition.Input.Shape, Floats, labels, names);

        var interpreter = new Interpreter<float>(definition);
        Converted = [.. Enumerable.Range(0, Count).SelectMany(image => interpreter.FromBytes(RawDataset.RawImage(image)))];
        Strange = Floats.AsSpan(0, NetworkKernels.BlockSize * definition.Input.Shape.Length).ToArray();
        for (int i = 0; i < s_strange.Length; i++)
            Strange[i * definition.Input.Shape.Length + random.Next(definition.Input.Shape.Length)] = s_strange[i];
    }

    /// <summary>[97][raw input] raw images.</summary>
    public byte[] Raw { get; }

    /// <summary>[97][input] the raw images as the network must read them.</summary>
    public float[] Converted { get; }

    /// <summary>[97][input] other images, with negative values.</summary>
    public float[] Floats { get; }

    /// <summary>[16][input] images with a zero of either sign, a subnormal, a huge or no number in them, each in a lane of its own.</summary>
    public float[] Strange { get; }

    /// <summary>[parameters] the network's parameters.</summary>
    public float[] Parameters { get; }

    /// <summary><see cref="Raw"/> with labels.</summary>
    public Dataset RawDataset { get; }

    /// <summary><see cref="Floats"/> with labels.</summary>
    public Dataset FloatDataset { get; }

    private static float[] Uniform(Random random, int length, float bound, bool coarse)
    {
        var values = new float[length];
        foreach (ref float value in values.AsSpan())
        {
            value = (2 * random.NextSingle() - 1) * bound;
            if (coarse)
                value = float.Round(value * 4) / 4;
        }

        return values;
    }

    private static void Scale(Span<float> values, float factor)
    {
        foreach (ref float value in values)
            value *= factor;
    }
}
