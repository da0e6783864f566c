using LeNetGen.Reference;

namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>What the interpreter predicts for a random network; every way to predict must give the same bits.</summary>
internal sealed class PredictionComparison
{
    private const int Single = 18;
    private const int Most = 49;

    private readonly RandomImages _images;
    private readonly int _count;
    private readonly float[] _converted;
    private readonly float[] _floats;
    private readonly float[] _strange;

    /// <summary>Asks the interpreter, once for all widths.</summary>
    public PredictionComparison(NetworkDefinition definition, RandomImages images, Random random)
    {
        _images = images;
        _count = EdgeSizes.Pick(random, 1, 15, 16, 17, 31, 32, 33, 47, 48, Most);
        var interpreter = new Interpreter<float>(definition);
        int most = Math.Max(_count, Single);
        _converted = Predict(images.Converted, most);
        _floats = Predict(images.Floats, most);
        _strange = Predict(images.Strange, NetworkKernels.BlockSize);

        float[] Predict(float[] inputs, int count) =>
        [
            .. inputs.Chunk(definition.Input.Shape.Length).Take(count)
                .SelectMany(image => interpreter.Predict(image, images.Parameters)),
        ];
    }

    /// <summary>The first thing in which a network's predictions differ, as a sentence, or null.</summary>
    public string? FirstDifference(Network network, int threads) =>
        Alone("images", _images.Floats, _floats, Single, network)
        ?? AloneFromBytes(network)
        ?? Alone("strange images", _images.Strange, _strange, NetworkKernels.BlockSize, network)
        ?? Batched("images", _images.Floats, _floats, _count, network, 1)
        ?? Batched("images", _images.Floats, _floats, _count, network, threads)
        ?? Batched("strange images", _images.Strange, _strange, NetworkKernels.BlockSize, network, 1)
        ?? BatchedFromBytes(network, 1)
        ?? BatchedFromBytes(network, threads);

    private static string? Alone(string what, float[] images, float[] expected, int count, Network network)
    {
        int inputs = network.Definition.Input.Shape.Length;
        var outputs = new float[count * network.Definition.Output.Length];
        for (int image = 0; image < count; image++)
            network.Predict(images.AsSpan(image * inputs, inputs), OutputOf(outputs, image, network));
        return Bits.Difference($"outputs of {count} {what}, predicted one by one,", expected.AsSpan(0, outputs.Length), outputs);
    }

    private string? AloneFromBytes(Network network)
    {
        var outputs = new float[Single * network.Definition.Output.Length];
        for (int image = 0; image < Single; image++)
            network.Predict(_images.RawDataset.RawImage(image), OutputOf(outputs, image, network));
        return Bits.Difference($"outputs of {Single} raw images, predicted one by one,", _converted.AsSpan(0, outputs.Length), outputs);
    }

    private static string? Batched(string what, float[] images, float[] expected, int count, Network network, int threads)
    {
        Memory<float> inputs = images.AsMemory(0, count * network.Definition.Input.Shape.Length);
        var outputs = new float[count * network.Definition.Output.Length];
        if (threads == 1)
            network.PredictBatch(inputs.Span, outputs.AsSpan());
        else
            network.PredictBatch(inputs, outputs, threads);
        return Bits.Difference(
            $"outputs of {count} {what}, predicted at once on {threads} threads,", expected.AsSpan(0, outputs.Length), outputs);
    }

    private string? BatchedFromBytes(Network network, int threads)
    {
        Memory<byte> inputs = _images.Raw.AsMemory(0, _count * network.Definition.Input.RawShape.Length);
        var outputs = new float[_count * network.Definition.Output.Length];
        if (threads == 1)
            network.PredictBatch(inputs.Span, outputs.AsSpan());
        else
            network.PredictBatch(inputs, outputs, threads);
        return Bits.Difference(
            $"outputs of {_count} raw images, predicted at once on {threads} threads,", _converted.AsSpan(0, outputs.Length), outputs);
    }

    private static Span<float> OutputOf(float[] outputs, int image, Network network) =>
        outputs.AsSpan(image * network.Definition.Output.Length, network.Definition.Output.Length);
}
