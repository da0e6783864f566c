using LeNetGen.Data;

namespace LeNetGen.Execution.Tests;

/// <summary>Random raw images with labels for a network, and the same images as the network's input.</summary>
internal sealed class SampleBatch
{
    public SampleBatch(NetworkDefinition definition, int count, int seed = 11)
    {
        var random = new Random(seed);
        Count = count;
        Raw = new byte[count * definition.Input.RawShape.Length];
        random.NextBytes(Raw);
        Labels = [.. Enumerable.Range(0, count).Select(_ => random.Next(definition.Output.Length))];
        Dataset = Dataset.FromBytes(
            "random",
            definition.Input.RawShape,
            Raw,
            [.. Labels.Select(label => (byte)label)],
            [.. Enumerable.Range(0, definition.Output.Length).Select(index => $"class {index}")]);
        Images = new float[count * definition.Input.Shape.Length];
        var interpreter = new Reference.Interpreter<float>(definition);
        for (int image = 0; image < count; image++)
            interpreter.FromBytes(RawImage(image)).CopyTo(Images, image * definition.Input.Shape.Length);
        All = [.. Enumerable.Range(0, count)];
    }

    public int Count { get; }

    public byte[] Raw { get; }

    public float[] Images { get; }

    public int[] Labels { get; }

    public Dataset Dataset { get; }

    /// <summary>The indices of all images.</summary>
    public int[] All { get; }

    public ReadOnlySpan<byte> RawImage(int index) => Raw.AsSpan(index * (Raw.Length / Count), Raw.Length / Count);

    public ReadOnlySpan<float> Image(int index) => Images.AsSpan(index * (Images.Length / Count), Images.Length / Count);
}
