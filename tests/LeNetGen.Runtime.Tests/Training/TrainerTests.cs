using LeNetGen.Data;
using LeNetGen.Reference;
using LeNetGen.Tests.Execution;
using LeNetGen.Tests.Reference;
using LeNetGen.Training;

namespace LeNetGen.Tests.Training;

public sealed class TrainerTests
{
    private static readonly NetworkDefinition Small = new NetworkBuilder(1, 8, 8)
        .Conv(2, 3, Activation.Sigmoid, pad: 1).AveragePool(2).Conv(3, 2, Activation.ReLU).MaxPool(3).Flatten()
        .Dense(5, Activation.Tanh).Dense(3, Activation.Softmax).Build("Small", scale: 1 / 255f, offset: -0.25f, pad: 1);

    public static TheoryData<int, int> ThreadsAndBatchSizes
    {
        get
        {
            var data = new TheoryData<int, int>();
            foreach (int threads in new[] { 1, 2, 3, 7 })
            foreach (int batchSize in new[] { 1, 15, 16, 17, 33, 64, 100 })
                data.Add(threads, batchSize);
            return data;
        }
    }

    [Theory, MemberData(nameof(ThreadsAndBatchSizes))]
    public void Step_AnyThreadsAndBatchSize_EqualsTheInterpreterBitForBit(int threads, int batchSize)
    {
        var network = new InterpretedNetwork(Small, seed: 4);
        Dataset dataset = TrainingData.Raw(Small, count: 150);
        AssertStepsEqualTheInterpreters(
            network, dataset, new RmsProp(0.01), ReferenceOptimizer<float>.RmsProp(0.01, 0.9, 1e-7, kerasEpsilon: true), threads,
            batchSize);
    }

    [Fact]
    public void Step_ImagesOfFloatsAndAdam_EqualsTheInterpreterBitForBit()
    {
        var network = new InterpretedNetwork(Small, seed: 4);
        Dataset dataset = TrainingData.Floats(Small, count: 150);
        AssertStepsEqualTheInterpreters(
            network, dataset, new Adam(0.01), ReferenceOptimizer<float>.Adam(0.01, 0.9, 0.999, 1e-7, kerasEpsilon: true), 2, 50);
    }

    [Theory, InlineData(1), InlineData(3)]
    public void Step_MoreChunksThanOneWaveAndSeveralRanges_EqualsTheInterpreterBitForBit(int threads)
    {
        // 2100 images are 66 chunks, 5010 parameters three ranges.
        LinearNetwork network = LinearNetwork.Create(new Shape(1, 20, 25), classes: 10, seed: 4, scale: 1 / 255f);
        Dataset dataset = TrainingData.Raw(network.Definition, count: 2200);
        AssertStepsEqualTheInterpreters(
            network, dataset, new Sgd(0.1, 0.9), ReferenceOptimizer<float>.Sgd(0.1, 0.9), threads, batchSize: 2100, steps: 1);
    }

    public static TheoryData<string, Activation> LossesAndLastActivations
    {
        get
        {
            var data = new TheoryData<string, Activation>();
            foreach (string name in Losses.Names.Where(name => name != nameof(MaximumAPosteriori)))
            foreach (Activation last in new[] { Activation.Softmax, Activation.None, Activation.ReLU, Activation.Sigmoid })
                data.Add(name, last);
            return data;
        }
    }

    [Theory, MemberData(nameof(LossesAndLastActivations))]
    public void Step_EveryLossWithAndWithoutSoftmax_EqualsTheInterpreterBitForBit(string lossName, Activation last)
    {
        NetworkDefinition definition = new NetworkBuilder(1, 5, 5).Conv(2, 3, Activation.Tanh).Flatten().Dense(4, last).Build("Last");
        Dataset dataset = TrainingData.WithSoftTargets(TrainingData.Floats(definition, count: 90), 4);
        AssertStepsEqualTheInterpreters(
            new InterpretedNetwork(definition, seed: 4), dataset, new Sgd(0.5), ReferenceOptimizer<float>.Sgd(0.5), threads: 2,
            batchSize: 50, loss: Losses.Create(lossName));
    }

    [Theory, InlineData(nameof(MaximumAPosteriori)), InlineData(nameof(MeanSquaredError))]
    public void Step_Penalties_EqualsTheInterpreterBitForBit(string lossName)
    {
        NetworkDefinition definition = PenaltyNetworks.Small;
        Dataset dataset = TrainingData.WithSoftTargets(TrainingData.Floats(definition, count: 90), 4);
        AssertStepsEqualTheInterpreters(
            new InterpretedNetwork(definition, seed: 4), dataset, new Sgd(0.01), ReferenceOptimizer<float>.Sgd(0.01), threads: 2,
            batchSize: 50, loss: Losses.Create(lossName));
    }

    [Fact]
    public void Step_OneHotTargets_TrainsAsTheLabelsDoBitForBit()
    {
        Dataset dataset = TrainingData.Raw(Small, count: 100).ToCategorical();
        int[] all = [.. Enumerable.Range(0, 100)];
        var sparse = new InterpretedNetwork(Small, seed: 4);
        var categorical = new InterpretedNetwork(Small, seed: 4);
        using var bySparse = new Trainer(sparse, new Adam(0.01), new SparseCategoricalCrossEntropy(), threads: 2);
        using var byCategorical = new Trainer(categorical, new Adam(0.01), new CategoricalCrossEntropy());

        for (int step = 0; step < 3; step++)
            Assert.Equal(bySparse.Step(dataset, all), byCategorical.Step(dataset, all));

        Bits.AssertEqual(sparse.Parameters, categorical.Parameters);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(7)]
    public void Step_ClippedAndScheduled_EqualsTheInterpreterBitForBit(int threads)
    {
        LinearNetwork network = LinearNetwork.Create(new Shape(1, 20, 25), classes: 10, seed: 4, scale: 1 / 255f);
        Dataset dataset = TrainingData.Raw(network.Definition, count: 60);
        var cosine = new CosineDecay(0.1, decaySteps: 6, warmUpSteps: 2);
        // The weight's gradient has norms from 2 up, the bias' from 0.2 up, which are below the first limit at first.
        AssertStepsEqualTheInterpreters(
            network, dataset, new Sgd(cosine, 0.9, nesterov: true) { ClipNorm = 0.4 },
            ReferenceOptimizer<float>.Sgd(cosine, 0.9, nesterov: true), threads, batchSize: 50, steps: 6,
            gradient => ReferenceClipping.EachTensor<float>(network.Definition, gradient, 0.4));
        AssertStepsEqualTheInterpreters(
            network, dataset, new AdamW(cosine) { GlobalClipNorm = 0.1 },
            ReferenceOptimizer<float>.AdamW(cosine, 0.004, 0.9, 0.999, 1e-7, kerasEpsilon: true), threads, batchSize: 50, steps: 6,
            gradient => ReferenceClipping.AllTogether<float>(network.Definition, gradient, 0.1));
    }

    [Fact]
    public void Step_GradientOverTheGlobalNorm_IsScaledDownToIt()
    {
        LinearNetwork network = LinearNetwork.Create(new Shape(1, 20, 25), classes: 10, seed: 4, scale: 1 / 255f);
        using var trainer = new Trainer(network, new Sgd { GlobalClipNorm = 0.01 }, new SparseCategoricalCrossEntropy());

        trainer.Step(TrainingData.Raw(network.Definition, count: 60), [.. Enumerable.Range(0, 60)]);

        Assert.Equal(0.01, Math.Sqrt(trainer.Gradient.ToArray().Sum(g => (double)g * g)), 1e-8);
    }

    [Fact]
    public void Step_SmallerBatchAfterALargerOne_UsesItsOwnImagesOnly()
    {
        var network = new InterpretedNetwork(Small, seed: 4);
        Dataset dataset = TrainingData.Raw(Small, count: 150);
        using var trainer = new Trainer(network, new Sgd(0), new SparseCategoricalCrossEntropy(), threads: 2);
        trainer.Step(dataset, [.. Enumerable.Range(0, 150)]);

        double loss = trainer.Step(dataset, [7, 7, 9]);

        BatchResult<float> expected = Expected(network, dataset, [7, 7, 9], new SparseCategoricalCrossEntropy());
        Assert.Equal(expected.Loss, loss);
        Assert.Equal(expected.Correct, trainer.CorrectCount);
        Bits.AssertEqual(expected.Gradient, trainer.Gradient);
    }

    [Fact]
    public void Step_BetweenPredictions_IsSeenByThem()
    {
        LinearNetwork network = LinearNetwork.Create(new Shape(1, 4, 4), classes: 3);
        Dataset dataset = TrainingData.Raw(network.Definition, count: 20);
        float[] before = new float[3], after = new float[3];
        network.Predict(dataset.RawImage(0), before);
        using var trainer = new Trainer(network, new Sgd(0.001), new SparseCategoricalCrossEntropy());

        trainer.Step(dataset, [0, 1, 2]);

        network.Predict(dataset.RawImage(0), after);
        Assert.NotEqual(before, after);
    }

    [Fact]
    public void Step_UnfitBatch_Throws()
    {
        var network = new InterpretedNetwork(Small);
        using var trainer = new Trainer(network, new Sgd(), new SparseCategoricalCrossEntropy());
        Dataset dataset = TrainingData.Raw(Small, count: 5);
        Dataset larger = Dataset.FromBytes("larger", new Shape(1, 8, 8), new byte[64], [0], ["a"]);
        Dataset manyClasses = Dataset.FromBytes("classes", new Shape(1, 6, 6), new byte[72], [0, 3], ["a", "b", "c", "d"]);

        Assert.Throws<ArgumentException>(() => trainer.Step(dataset, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => trainer.Step(dataset, [5]));
        Assert.Equal(
            "Network 'Small' reads raw images of 1@6x6, but those of 'larger' are 1@8x8.",
            Assert.Throws<LeNetGenException>(() => trainer.Step(larger, [0])).Message);
        Assert.Equal(
            "Label 1 of 'classes' is 3, but network 'Small' has 3 outputs.",
            Assert.Throws<LeNetGenException>(() => trainer.Step(manyClasses, [0, 1])).Message);
        // And goes on.
        Assert.True(double.IsFinite(trainer.Step(dataset, [0, 1])));
    }

    private static void AssertStepsEqualTheInterpreters(
        Network network, Dataset dataset, Optimizer optimizer, ReferenceOptimizer<float> reference, int threads, int batchSize,
        int steps = 3, Action<float[]>? clip = null, Loss? loss = null)
    {
        loss ??= new SparseCategoricalCrossEntropy();
        float[] expectedParameters = network.Parameters.ToArray();
        using var trainer = new Trainer(network, optimizer, loss, threads);
        for (int step = 0; step < steps; step++)
        {
            int[] indices = RandomValues.Labels(step, batchSize, dataset.Count);
            BatchResult<float> expected = Expected(network, dataset, indices, loss);
            clip?.Invoke(expected.Gradient);
            reference.Step(expectedParameters, expected.Gradient);

            double batchLoss = trainer.Step(dataset, indices);

            Assert.Equal(expected.Loss, batchLoss);
            Assert.Equal(expected.Correct, trainer.CorrectCount);
            Bits.AssertEqual(expected.Gradient, trainer.Gradient);
            Bits.AssertEqual(expectedParameters, network.Parameters);
        }
    }

    private static BatchResult<float> Expected(Network network, Dataset dataset, int[] indices, Loss loss)
    {
        var interpreter = new Interpreter<float>(network.Definition);
        float[] images = [.. indices.SelectMany(index =>
            dataset.IsRaw ? interpreter.FromBytes(dataset.RawImage(index)) : dataset.FloatImage(index).ToArray())];
        float[] targets = loss.UsesTargets ? [.. indices.SelectMany(index => dataset.Target(index).ToArray())] : [];
        return interpreter.LossAndGradient(
            images, indices.Select(dataset.Label).ToArray(), targets, network.Parameters, ReferenceLoss<float>.Of(loss));
    }
}
