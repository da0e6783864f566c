using LeNetGen.Data;
using LeNetGen.Execution;
using LeNetGen.Reference;
using LeNetGen.Runtime.Tests.Data;
using LeNetGen.Tests.Execution;
using LeNetGen.Tests.Reference;
using LeNetGen.Training;
using LeNetGen.Weights;

namespace LeNetGen.Tests.Training;

/// <summary>Networks with dropout in training, and at work.</summary>
public sealed class DropoutTrainingTests
{
    private static readonly Loss Loss = new SparseCategoricalCrossEntropy();

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(7)]
    public void Step_AnyThreads_EqualsTheInterpreterBitForBit(int threads)
    {
        const int seed = 11;
        InterpretedNetwork network = Network(0.4);
        Dataset dataset = TrainingData.Floats(network.Definition, count: 70);
        int[] indices = [.. Enumerable.Range(0, dataset.Count)];
        var interpreter = new Interpreter<float>(network.Definition);
        float[] images = [.. indices.SelectMany(index => dataset.FloatImage(index).ToArray())];
        float[] parameters = network.Parameters.ToArray();
        ReferenceOptimizer<float> reference = ReferenceOptimizer<float>.Sgd(0.1);
        using var trainer = new Trainer(network, new Sgd(0.1), Loss, threads, seed);
        for (int step = 1; step <= 3; step++)
        {
            BatchResult<float> expected = interpreter.LossAndGradient(
                images, indices.Select(dataset.Label).ToArray(), parameters, new DropoutKey(seed, step));
            reference.Step(parameters, expected.Gradient);

            Assert.Equal(expected.Loss, trainer.Step(dataset, indices));
            Assert.Equal(expected.Correct, trainer.CorrectCount);
            Bits.AssertEqual(expected.Gradient, trainer.Gradient);
            Bits.AssertEqual(parameters, network.Parameters);
        }
    }

    [Fact]
    public void Fit_Threads_ChangeNothing()
    {
        float[][] trained = [.. new[] { 1, 2, 3, 7 }.Select(threads => Trained(0.4, seed: 1, threads))];
        Assert.All(trained, parameters => Bits.AssertEqual(trained[0], parameters));
    }

    [Fact]
    public void Fit_SameSeed_RepeatsItselfAndAnotherSeedDoesNot()
    {
        float[] first = Trained(0.4, seed: 1);
        Bits.AssertEqual(first, Trained(0.4, seed: 1));

        // Without a shuffle only dropout depends on the seed.
        Assert.NotEqual(first, Trained(0.4, seed: 2));
        Assert.Equal(Trained(null, seed: 1), Trained(null, seed: 2));
        Assert.NotEqual(first, Trained(null, seed: 1));
    }

    [Fact]
    public void Fit_RateZero_TrainsAsWithoutDropout() => Bits.AssertEqual(Trained(null, seed: 1), Trained(0, seed: 1));

    [Fact]
    public void Step_SameBatchAgain_DropsOtherElements()
    {
        InterpretedNetwork network = Network(0.4);
        Dataset dataset = TrainingData.Floats(network.Definition, count: 20);
        using var trainer = new Trainer(network, new Sgd(learningRate: 0), Loss);
        double[] losses = [.. Enumerable.Range(0, 5).Select(_ => trainer.Step(dataset, [.. Enumerable.Range(0, 20)]))];
        Assert.Equal(5, losses.Distinct().Count());
    }

    [Fact]
    public void PredictAndEvaluate_NetworkWithDropout_KnowNothingOfIt()
    {
        InterpretedNetwork dropping = Network(0.4), plain = Network(null);
        dropping.Parameters.CopyTo(plain.Parameters);
        Dataset dataset = TrainingData.Floats(plain.Definition, count: 40);
        float[] images = [.. Enumerable.Range(0, 40).SelectMany(index => dataset.FloatImage(index).ToArray())];
        Assert.Equal(plain.Evaluate(dataset, Loss).Loss, dropping.Evaluate(dataset, Loss).Loss);

        // Before a training, and beside one, whose workspaces are its own.
        float[] expected = new float[40 * 4], actual = new float[40 * 4];
        plain.PredictBatch(images, expected);
        dropping.PredictBatch(images, actual);
        Bits.AssertEqual(expected, actual);
        using var trainer = new Trainer(dropping, new Sgd(learningRate: 0), Loss);
        trainer.Step(dataset, [.. Enumerable.Range(0, 40)]);
        dropping.PredictBatch(images, actual);
        Bits.AssertEqual(expected, actual);
        dropping.Predict(dataset.FloatImage(7), actual.AsSpan(0, 4));
        Bits.AssertEqual(expected.AsSpan(7 * 4, 4), actual.AsSpan(0, 4));
    }

    [Fact]
    public void Fit_Validation_IsWithoutDropout()
    {
        InterpretedNetwork network = Network(0.4);
        Dataset training = TrainingData.Floats(network.Definition, count: 40);
        Dataset validation = TrainingData.Floats(network.Definition, count: 20, seed: 2);

        EpochRecord record = network.Fit(training, new Sgd(0.1), Loss, new FitOptions { Validation = validation }).Epochs[0];

        InterpretedNetwork plain = Network(null);
        network.Parameters.CopyTo(plain.Parameters);
        Assert.Equal(plain.Evaluate(validation, Loss).Loss, record.ValidationLoss);
    }

    [Fact]
    public void Weights_NetworkWithDropout_AreThoseOfTheOtherLayers()
    {
        using var folder = new TemporaryFolder();
        InterpretedNetwork dropping = Network(0.4), plain = Network(null, seed: 9);
        var checkpoint = new ModelCheckpoint(Path.Combine(folder.Path, "last.safetensors"), saveBestOnly: false);

        dropping.Fit(
            TrainingData.Floats(dropping.Definition, 20), new Sgd(0.1), Loss, new FitOptions { Callbacks = [checkpoint] });

        NetworkWeights.LoadInto(plain, checkpoint.Path);
        Bits.AssertEqual(dropping.Parameters, plain.Parameters);
    }

    private static float[] Trained(double? rate, int seed, int threads = 1)
    {
        InterpretedNetwork network = Network(rate);
        var options = new FitOptions { Epochs = 2, BatchSize = 50, Seed = seed, Threads = threads, Shuffle = false };
        network.Fit(TrainingData.Floats(network.Definition, 120), new Sgd(0.1), Loss, options);
        return network.Parameters.ToArray();
    }

    /// <summary>A network with dropouts of one rate, or without.</summary>
    private static InterpretedNetwork Network(double? rate, int seed = 4)
    {
        var layers = new NetworkBuilder(1, 5, 5);
        Drop();
        layers.Conv(3, 2, Activation.ReLU);
        Drop();
        layers.MaxPool(2).Flatten();
        Drop();
        layers.Dense(9, Activation.Tanh);
        Drop();
        return new InterpretedNetwork(layers.Dense(4, Activation.Softmax).Build("Net"), seed);

        void Drop()
        {
            if (rate is { } probability)
                layers.Dropout(probability);
        }
    }
}
