using LeNetGen.Data;
using LeNetGen.Execution;
using LeNetGen.Tests.Reference;
using LeNetGen.Tests.Training;
using LeNetGen.Training;

namespace LeNetGen.Tests.Execution;

/// <summary>What must not allocate. Run alone, since other tests' allocations would count too.</summary>
[Collection("Alone"), CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class AllocationTests
{
    [Fact]
    public void WorkerPool_Repeated_AllocatesNothing()
    {
        using var pool = new WorkerPool(3);
        long sum = 0;
        Action<int, int> work = (item, _) => Interlocked.Add(ref sum, item);
        AssertNone(() =>
        {
            for (int run = 0; run < 50; run++)
                pool.Run(10, work);
        });
    }

    [Fact]
    public void Prediction_Repeated_AllocatesNothing()
    {
        LinearNetwork network = LinearNetwork.Create(new Shape(1, 6, 6), classes: 5, seed: 2);
        float[] images = RandomValues.Uniform<float>(1, 40 * 36);
        byte[] raw = new byte[40 * 36];
        float[] outputs = new float[40 * 5];
        AssertNone(() =>
        {
            // Reading the parameters makes the next prediction pack them anew, into the same memory.
            _ = network.Parameters;
            network.Predict(images.AsSpan(0, 36), outputs.AsSpan(0, 5));
            network.Predict(raw.AsSpan(0, 36), outputs.AsSpan(0, 5));
            network.Classify(images.AsSpan(0, 36));
            network.PredictBatch(images, outputs);
            network.PredictBatch(raw, outputs);
            network.PredictBatch(images, outputs, threads: 3);
            network.PredictBatch(raw, outputs, threads: 3);
        });
    }

    [Theory]
    [InlineData(nameof(SparseCategoricalCrossEntropy), 1)]
    [InlineData(nameof(SparseCategoricalCrossEntropy), 3)]
    [InlineData(nameof(CategoricalCrossEntropy), 2)]
    [InlineData(nameof(MeanSquaredError), 2)]
    public void TrainingStep_Repeated_AllocatesNothing(string loss, int threads)
    {
        LinearNetwork network = LinearNetwork.Create(new Shape(1, 6, 6), classes: 5, seed: 2);
        Dataset raw = TrainingData.Raw(network.Definition, count: 100).ToCategorical();
        Dataset floats = TrainingData.WithSoftTargets(TrainingData.Floats(network.Definition, count: 100), 5);
        int[] indices = [.. Enumerable.Range(0, 100)];
        using var trainer = new Trainer(network, new Adam(), Losses.Create(loss), threads);
        using var distorting = new Trainer(network, new Adam(), Losses.Create(loss), threads) { Distortion = new AffineDistortion() };
        AssertNone(() =>
        {
            trainer.Step(raw, indices);
            trainer.Step(floats, indices.AsSpan(0, 33));
            distorting.BeginEpoch(raw, 1);
            distorting.Step(raw, indices);
        });
    }

    [Fact]
    public void TrainingStep_AnyOptimizer_AllocatesNothing()
    {
        LinearNetwork network = LinearNetwork.Create(new Shape(1, 6, 6), classes: 5, seed: 2);
        Dataset dataset = TrainingData.Raw(network.Definition, count: 50);
        int[] indices = [.. Enumerable.Range(0, 50)];
        Optimizer[] optimizers =
        [
            new Sgd(), new Sgd(new StepDecay(0.1, everySteps: 3, factor: 0.5), 0.9), new Sgd(0.1, 0.9, nesterov: true) { ClipNorm = 1e-3 },
            new RmsProp(new CosineDecay(1e-3, decaySteps: 100, warmUpSteps: 10)) { GlobalClipNorm = 1e-3 }, new Adam { ClipNorm = 1e9 },
            new AdamW(), new StochasticDiagonalLevenbergMarquardt(),
        ];
        foreach (Optimizer optimizer in optimizers)
        {
            using var trainer = new Trainer(network, optimizer, new SparseCategoricalCrossEntropy(), threads: 2);
            trainer.BeginEpoch(dataset, 1);
            AssertNone(() => trainer.Step(dataset, indices));
        }
    }

    [Fact]
    public void Fit_MoreSteps_AllocatesNoMore()
    {
        LinearNetwork network = LinearNetwork.Create(new Shape(1, 6, 6), classes: 5, seed: 2);
        Dataset dataset = TrainingData.Raw(network.Definition, count: 640);
        var progress = new CountingProgress();
        var options = new FitOptions
        {
            Threads = 1,
            Progress = progress,
            ValidationSplit = 0.5,
            Callbacks = [new EarlyStopping(restoreBest: true)],
        };
        AllocatedByFit(batchSize: 2);
        long fewSteps = AllocatedByFit(batchSize: 160);
        long manySteps = AllocatedByFit(batchSize: 2);

        Assert.True(manySteps <= fewSteps, $"160 steps allocate {manySteps} bytes, 2 steps {fewSteps}.");
        Assert.Equal(160 + 2 + 160, progress.Reports);

        long AllocatedByFit(int batchSize)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            network.Fit(dataset, new RmsProp(), new SparseCategoricalCrossEntropy(), options with { BatchSize = batchSize });
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    // Allocates nothing once it has run before. The calling thread is judged strictly; on the other threads, where test runner and
    // runtime allocate now and then too, one undisturbed run of twenty is proof enough.
    private static void AssertNone(Action action)
    {
        for (int i = 0; i < 3; i++)
            action();
        long own = GC.GetAllocatedBytesForCurrentThread();
        action();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - own);

        long least = long.MaxValue;
        for (int i = 0; i < 20 && least > 0; i++)
        {
            long all = GC.GetTotalAllocatedBytes(precise: true);
            action();
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - all);
        }

        Assert.Equal(0, least);
    }

    private sealed class CountingProgress : IProgress<TrainingProgress>
    {
        public int Reports { get; private set; }

        public void Report(TrainingProgress value) => Reports++;
    }
}
