using LeNetGen.Arithmetic;
using LeNetGen.Data;
using LeNetGen.Execution;
using LeNetGen.Reference;
using LeNetGen.Tests.Execution;
using LeNetGen.Tests.Reference;
using LeNetGen.Training;

namespace LeNetGen.Tests.Training;

/// <summary>Training with stochastic diagonal Levenberg-Marquardt.</summary>
public sealed class CurvatureTrainingTests
{
    private const int Seed = 11;
    private static readonly Loss s_loss = new MaximumAPosteriori(5);

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Step_AfterAnEpochHasBegun_EqualsTheInterpreterBitForBit(int threads, bool distorted)
    {
        var network = new InterpretedNetwork(PenaltyNetworks.Small, seed: 4);
        Dataset dataset = TrainingData.Raw(network.Definition, count: 150);
        AffineDistortion? distortion = distorted ? new AffineDistortion() : null;
        float[] parameters = network.Parameters.ToArray();
        using var trainer = new Trainer(network, Optimizer(), s_loss, threads, Seed) { Distortion = distortion };
        ReferenceOptimizer<float> reference = ReferenceOptimizer<float>.StochasticDiagonalLevenbergMarquardt(Rates, 0.05);
        for (int epoch = 1; epoch <= 2; epoch++)
        {
            Dataset seen = distortion?.Distort(dataset, Seed, epoch) ?? dataset;
            trainer.BeginEpoch(dataset, epoch);
            reference.TakeCurvature(Curvature(seen, parameters, Samples(epoch, 70, 150), epoch));
            for (int step = 0; step < 2; step++)
            {
                int[] indices = RandomValues.Labels(step, 33, 150);
                reference.Step(parameters, Gradient(seen, parameters, indices));

                trainer.Step(dataset, indices);

                Bits.AssertEqual(parameters, network.Parameters);
            }
        }
    }

    [Fact]
    public void BeginEpoch_DropoutAndFloats_EqualsTheInterpreterBitForBit()
    {
        NetworkDefinition definition = new NetworkBuilder(1, 4, 4)
            .Flatten().Dense(6, Activation.Tanh).Dropout(0.5).Dense(3).Build("Dropping");
        var network = new InterpretedNetwork(definition, seed: 4);
        Dataset dataset = TrainingData.Floats(definition, count: 40).ToCategorical();
        float[] parameters = network.Parameters.ToArray();
        var loss = new MeanSquaredError();
        var optimizer = new StochasticDiagonalLevenbergMarquardt(0.01, curvatureSamples: 35);
        using var trainer = new Trainer(network, optimizer, loss, threads: 2, Seed);
        int[] samples = Samples(epoch: 3, 35, 40);
        var interpreter = new Interpreter<float>(definition);
        double[] curvature = interpreter.Curvature(
            Images(dataset, interpreter, samples), [.. samples.Select(dataset.Label)],
            [.. samples.SelectMany(index => dataset.Target(index).ToArray())], parameters, ReferenceLoss<float>.Of(loss),
            new DropoutKey(Seed, -3));

        trainer.BeginEpoch(dataset, epoch: 3);
        trainer.Step(dataset, [0, 1, 2]);

        for (int i = 0; i < parameters.Length; i++)
        {
            float r = (float)(1 / (0.02 + curvature[i]));
            float expected = MathF.FusedMultiplyAdd(-(0.01f * r), trainer.Gradient[i], parameters[i]);
            Bits.AssertEqual([expected], [network.Parameters[i]]);
        }
    }

    [Fact]
    public void BeginEpoch_FewerImagesThanSamples_TakesThemAll()
    {
        var network = new InterpretedNetwork(PenaltyNetworks.Small, seed: 4);
        Dataset dataset = TrainingData.Raw(network.Definition, count: 7);
        float[] parameters = network.Parameters.ToArray();
        using var trainer = new Trainer(network, Optimizer(), s_loss, seed: Seed);
        int[] samples = Samples(epoch: 1, 7, 7);
        Assert.Equal(Enumerable.Range(0, 7), samples.Order());
        ReferenceOptimizer<float> reference = ReferenceOptimizer<float>.StochasticDiagonalLevenbergMarquardt(Rates, 0.05);
        reference.TakeCurvature(Curvature(dataset, parameters, samples, epoch: 1));
        reference.Step(parameters, Gradient(dataset, parameters, [3]));

        trainer.BeginEpoch(dataset, 1);
        trainer.Step(dataset, [3]);

        Bits.AssertEqual(parameters, network.Parameters);
    }

    [Fact]
    public void Fit_Threads_ChangeNothing()
    {
        float[][] trained =
        [
            .. new[] { 1, 2, 3, 7 }.Select(threads =>
            {
                var network = new InterpretedNetwork(PenaltyNetworks.Small, seed: 4);
                network.Fit(
                    TrainingData.Raw(network.Definition, 100), Optimizer(), s_loss,
                    new FitOptions { Epochs = 2, BatchSize = 20, Threads = threads, Seed = Seed, Distortion = new AffineDistortion() });
                return network.Parameters.ToArray();
            }),
        ];
        Assert.All(trained, parameters => Bits.AssertEqual(trained[0], parameters));
    }

    [Fact]
    public void Fit_LearnableImages_LearnsThem()
    {
        LinearNetwork network = LinearNetwork.Create(new Shape(1, 4, 4), classes: 5, scale: 1 / 255f);
        History history = network.Fit(
            TrainingData.Learnable(network.Definition, 600), new StochasticDiagonalLevenbergMarquardt(0.05),
            new SparseCategoricalCrossEntropy(), new FitOptions { Epochs = 6 });
        Assert.InRange(history.Epochs[^1].Accuracy, 0.95, 1);
    }

    [Fact]
    public void Step_BeforeAnEpoch_Throws()
    {
        var network = new InterpretedNetwork(PenaltyNetworks.Small);
        using var trainer = new Trainer(network, Optimizer(), s_loss);
        Dataset dataset = TrainingData.Raw(network.Definition, count: 7);
        Assert.Equal(
            "The curvature of the loss depends on the epoch: call BeginEpoch before the first step.",
            Assert.Throws<InvalidOperationException>(() => trainer.Step(dataset, [0])).Message);
    }

    private static LearningRateSchedule Rates => new PiecewiseConstantDecay([2], [0.125, 0.0625]);

    private static StochasticDiagonalLevenbergMarquardt Optimizer() => new(Rates, damping: 0.05, curvatureSamples: 70);

    // docs/arithmetic.md, section 9, once more.
    private static int[] Samples(int epoch, int count, int images)
    {
        List<int> left = [.. Enumerable.Range(0, images)];
        int[] samples = new int[count];
        for (int i = 0; i < count; i++)
        {
            uint bits = Philox.Draw(Seed, (uint)epoch, (uint)i, 0, (uint)RandomPurpose.CurvatureSamples, 0).Word0;
            int place = i + (int)((ulong)bits * (ulong)(images - i) >> 32);
            (left[i], left[place]) = (left[place], left[i]);
            samples[i] = left[i];
        }

        return samples;
    }

    private static double[] Curvature(Dataset dataset, float[] parameters, int[] samples, int epoch)
    {
        var interpreter = new Interpreter<float>(PenaltyNetworks.Small);
        return interpreter.Curvature(
            Images(dataset, interpreter, samples), [.. samples.Select(dataset.Label)], [], parameters, ReferenceLoss<float>.Of(s_loss),
            new DropoutKey(Seed, -epoch));
    }

    private static float[] Gradient(Dataset dataset, float[] parameters, int[] indices)
    {
        var interpreter = new Interpreter<float>(PenaltyNetworks.Small);
        BatchResult<float> result = interpreter.LossAndGradient(
            Images(dataset, interpreter, indices), [.. indices.Select(dataset.Label)], [], parameters, ReferenceLoss<float>.Of(s_loss));
        return result.Gradient;
    }

    private static float[] Images(Dataset dataset, Interpreter<float> interpreter, int[] indices) =>
    [
        .. indices.SelectMany(index =>
            dataset.IsRaw ? interpreter.FromBytes(dataset.RawImage(index)) : dataset.FloatImage(index).ToArray()),
    ];
}
