using System.Diagnostics;
using LeNetGen.Data;
using LeNetGen.Execution;
using LeNetGen.Benchmarks.Networks;
using LeNetGen.Training;

namespace LeNetGen.Benchmarks;

/// <summary>Times whole networks. Keys of cases and modes are those of the PyTorch peer.</summary>
internal static class Ledger
{
    public static readonly IReadOnlyDictionary<string, Func<VectorWidth, Network>> Cases = new Dictionary<string, Func<VectorWidth, Network>>
    {
        ["keras3x3"] = width => new KerasLeNet(1, width),
        ["paper"] = width => new LeNet5(1, width),
        ["lenet5-1998"] = width => new LeNet5Of1998(1, width),
        ["d2l"] = width => new LeNet(1, width),
        ["mlp"] = width => new Mlp(1, width),
        ["torch"] = width => new TorchLeNet(1, width),
        ["residual"] = width => new ResidualLeNet(1, width),
        ["vgg"] = width => new Vgg(1, width),
    };

    public static readonly string[] Modes = ["train256", "infer256", "infer1"];

    private const int Batch = 256;

    public static Measurement Measure(string name, string mode, BenchmarkOptions options)
    {
        Network network = Cases[name](options.Width);
        NetworkDefinition definition = network.Definition;
        int inputLength = definition.Input.Shape.Length, outputLength = definition.Output.Length;
        var random = new Random(1);
        float[] images = [.. Enumerable.Range(0, Batch * inputLength).Select(_ => random.NextSingle())];
        var outputs = new float[Batch * outputLength];
        if (mode == "infer1")
            return Time(1, ForwardOperations(definition), options, () => network.Predict(images.AsSpan(0, inputLength), outputs.AsSpan(0, outputLength)));
        if (mode == "infer256")
        {
            return Time(Batch, ForwardOperations(definition), options, options.Threads == 1
                ? () => network.PredictBatch(images.AsSpan(), outputs)
                : () => network.PredictBatch(images.AsMemory(), outputs, options.Threads));
        }

        byte[] labels = [.. Enumerable.Range(0, Batch).Select(_ => (byte)random.Next(outputLength))];
        Dataset dataset = Dataset.FromFloats(
            "random", definition.Input.Shape, images, labels, [.. Enumerable.Range(0, outputLength).Select(index => $"class {index}")]);
        int[] all = [.. Enumerable.Range(0, Batch)];
        using var trainer = new Trainer(
            network,
            new RmsProp(placement: EpsilonPlacement.PyTorch),
            definition.OutputsArePenalties ? new MaximumAPosteriori() : new SparseCategoricalCrossEntropy(),
            options.Threads);
        return Time(Batch, TrainingOperations(definition), options, () => trainer.Step(dataset, all));
    }

    private static long ForwardOperations(NetworkDefinition definition) => 2 * definition.MultiplyAdds;

    /// <summary>Forward, the weights' gradients, and the gradients of all inputs that depend on parameters.</summary>
    private static long TrainingOperations(NetworkDefinition definition)
    {
        var dependsOnParameters = new bool[definition.Layers.Length];
        long operations = 0;
        for (int layer = 0; layer < dependsOnParameters.Length; layer++)
        {
            bool hasInputGradient = definition.InputsOf(layer).Any(input => input >= 0 && dependsOnParameters[input]);
            dependsOnParameters[layer] = hasInputGradient || definition.Layers[layer].UsedParameters.Length > 0;
            operations += 2 * definition.Layers[layer].MultiplyAdds * (hasInputGradient ? 3 : 2);
        }

        return operations;
    }

    /// <summary>Calls and the peak loop by turns, so that both see the same machine.</summary>
    private static Measurement Time(int batch, long operationsPerImage, BenchmarkOptions options, Action call)
    {
        var perImage = new List<double>();
        var peaks = new List<double>();
        var fractions = new List<double>();
        int repeats = Repeats(call);
        PeakLoop.GigaFlops(options.Width);
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < options.Seconds || perImage.Count < 5)
        {
            double microseconds = Microseconds(call, repeats) / batch;
            double peak = options.Threads * PeakLoop.GigaFlops(options.Width);
            perImage.Add(microseconds);
            peaks.Add(peak);
            fractions.Add(operationsPerImage / microseconds / 1e3 / peak);
        }

        double median = Median.Of(perImage);
        return new Measurement(batch, median, operationsPerImage / median / 1e3, Median.Of(peaks), Median.Of(fractions));
    }

    /// <summary>How often to call so that a reading takes about two milliseconds, lest the clock be what is measured.</summary>
    private static int Repeats(Action call)
    {
        for (int i = 0; i < 20; i++)
            call();
        return (int)Math.Clamp(2_000 / Microseconds(call, 3), 1, 1_000);
    }

    private static double Microseconds(Action call, int repeats)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < repeats; i++)
            call();
        return Clock.MicrosecondsSince(start) / repeats;
    }
}
