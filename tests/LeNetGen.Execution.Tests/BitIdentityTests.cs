using System.Collections.Concurrent;
using LeNetGen.Execution.Tests.Networks;
using LeNetGen.Reference;
using LeNetGen.Training;

namespace LeNetGen.Execution.Tests;

/// <summary>Generated code equals the float interpreter bit for bit, at every vector width, thread count and batch size.</summary>
public sealed class BitIdentityTests
{
    private const int Steps = 10;
    private const int Seed = 5;
    private static readonly int[] s_batchSizes = [1, 15, 16, 17, 64, 100, 256];
    private static readonly int[] s_threads = [1, 2, 3, 7];

    // The interpreter is slow: each of its answers is computed once, whatever the widths and threads it is compared with.
    private static readonly ConcurrentDictionary<(string, int), Lazy<BatchResult<float>>> s_gradients = new();
    private static readonly ConcurrentDictionary<string, Lazy<float[]>> s_trained = new();

    public static TheoryData<string, VectorWidth> Networks => DeclaredNetworks.AtEveryWidth;

    [Theory]
    [MemberData(nameof(Networks))]
    public void Predict_EveryForm_EqualsInterpreter(string name, VectorWidth width)
    {
        Network network = DeclaredNetworks.Create(name, width);
        var batch = new SampleBatch(network.Definition, 37);
        int outputs = network.Definition.Output.Length;
        var interpreter = new Interpreter<float>(network.Definition);
        float[] parameters = network.Parameters.ToArray();
        float[] expected = [.. batch.All.SelectMany(image => interpreter.Predict(batch.Image(image), parameters))];

        var single = new float[outputs];
        for (int image = 0; image < batch.Count; image++)
        {
            ReadOnlySpan<float> answer = expected.AsSpan(image * outputs, outputs);
            network.Predict(batch.Image(image), single);
            Bits.AssertEqual(answer, single, $"one image, {image}");
            network.Predict(batch.RawImage(image), single);
            Bits.AssertEqual(answer, single, $"one raw image, {image}");
        }

        foreach (int count in new[] { 1, 15, 16, 17, 37 })
        {
            var many = new float[count * outputs];
            ReadOnlySpan<float> answers = expected.AsSpan(0, count * outputs);
            network.PredictBatch(batch.Images.AsSpan(0, count * batch.Images.Length / batch.Count), many);
            Bits.AssertEqual(answers, many, $"a batch of {count}");
            Array.Clear(many);
            network.PredictBatch(batch.Raw.AsMemory(0, count * batch.Raw.Length / batch.Count), many, threads: 3);
            Bits.AssertEqual(answers, many, $"a batch of {count} raw images on 3 threads");
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Step_EveryBatchSizeAndThreadCount_HasInterpretersLossAndGradient(string name, VectorWidth width)
    {
        foreach (int size in s_batchSizes)
        {
            Network network = DeclaredNetworks.Create(name, width);
            float[] parameters = network.Parameters.ToArray();
            var batch = new SampleBatch(network.Definition, size);
            BatchResult<float> expected = s_gradients.GetOrAdd(
                (name, size),
                _ => new(() => new Interpreter<float>(network.Definition).LossAndGradient(
                    batch.Images, batch.Labels, [], parameters,
                        ReferenceLoss<float>.Of(DeclaredNetworks.LossFor(network.Definition)), new DropoutKey(Seed, Step: 1)))).Value;
            foreach (int threads in s_threads)
            {
                parameters.CopyTo(network.Parameters);
                using var trainer = new Trainer(network, new Sgd(), DeclaredNetworks.LossFor(network.Definition), threads, Seed);
                double loss = trainer.Step(batch.Dataset, batch.All);
                string what = $"{name}, {size} images, {threads} threads";
                Assert.Equal(expected.Loss, loss);
                Assert.Equal(expected.Correct, trainer.CorrectCount);
                Bits.AssertEqual(expected.Gradient, trainer.Gradient, "gradient of " + what);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Step_TenTimes_LeavesInterpretersParameters(string name, VectorWidth width)
    {
        Network network = DeclaredNetworks.Create(name, width);
        float[] start = network.Parameters.ToArray();
        var batch = new SampleBatch(network.Definition, 48);
        float[] expected = s_trained.GetOrAdd(name, _ => new(() => TrainByInterpreter(network.Definition, start, batch))).Value;
        foreach (int threads in s_threads)
        {
            start.CopyTo(network.Parameters);
            using var trainer = new Trainer(network, OptimizerFor(name), DeclaredNetworks.LossFor(network.Definition), threads, Seed);
            for (int step = 0; step < Steps; step++)
                trainer.Step(batch.Dataset, batch.All);
            Bits.AssertEqual(expected, network.Parameters, $"parameters of {name} on {threads} threads");
        }
    }

    private static Optimizer OptimizerFor(string name) => name switch
    {
        nameof(LeNet) or nameof(SubclassedLeNet) => new RmsProp(),
        nameof(Mlp) or nameof(KerasLeNet) or nameof(LeNet5) => new Adam(),
        nameof(TorchLeNet) => new Sgd(0.1, momentum: 0.9),
        nameof(Wide) => new Adam(placement: EpsilonPlacement.PyTorch),
        _ => new Sgd(0.05),
    };

    private static ReferenceOptimizer<float> ReferenceOptimizerFor(string name) => name switch
    {
        nameof(LeNet) or nameof(SubclassedLeNet) => ReferenceOptimizer<float>.RmsProp(1e-3, 0.9, 1e-7, kerasEpsilon: true),
        nameof(Mlp) or nameof(KerasLeNet) or nameof(LeNet5) => ReferenceOptimizer<float>.Adam(1e-3, 0.9, 0.999, 1e-7, kerasEpsilon: true),
        nameof(TorchLeNet) => ReferenceOptimizer<float>.Sgd(0.1, 0.9),
        nameof(Wide) => ReferenceOptimizer<float>.Adam(1e-3, 0.9, 0.999, 1e-7, kerasEpsilon: false),
        _ => ReferenceOptimizer<float>.Sgd(0.05),
    };

    private static float[] TrainByInterpreter(NetworkDefinition definition, float[] start, SampleBatch batch)
    {
        var interpreter = new Interpreter<float>(definition);
        ReferenceOptimizer<float> optimizer = ReferenceOptimizerFor(definition.Name);
        ReferenceLoss<float> loss = ReferenceLoss<float>.Of(DeclaredNetworks.LossFor(definition));
        float[] parameters = [.. start];
        for (int step = 1; step <= Steps; step++)
        {
            var key = new DropoutKey(Seed, step);
            optimizer.Step(parameters, interpreter.LossAndGradient(
                batch.Images, batch.Labels, [], parameters, loss, key).Gradient);
        }

        return parameters;
    }
}
