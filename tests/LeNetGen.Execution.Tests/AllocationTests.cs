using LeNetGen.Data;
using LeNetGen.Execution.Tests.Networks;
using LeNetGen.Training;

namespace LeNetGen.Execution.Tests;

/// <summary>Neither a training step nor a prediction allocates, once it has run.</summary>
[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public sealed class AllocationTests
{
    [Theory]
    [InlineData(nameof(LeNet))]
    [InlineData(nameof(Mlp))]
    [InlineData(nameof(Strided))]
    public void Predict_AfterTheFirst_AllocatesNothing(string name)
    {
        Network network = DeclaredNetworks.Create(name, VectorWidths.Default);
        var batch = new SampleBatch(network.Definition, 40);
        var output = new float[network.Definition.Output.Length];
        var outputs = new float[batch.Count * output.Length];
        Assert.Equal(0, AllocatedBy(() =>
        {
            network.Predict(batch.Image(3), output);
            network.Predict(batch.RawImage(3), output);
            network.Classify(batch.RawImage(5));
            network.PredictBatch(batch.Images, outputs);
            network.PredictBatch(batch.Raw.AsSpan(), outputs);
            network.PredictBatch(batch.Raw.AsMemory(), outputs, threads: 2);
        }));
    }

    [Theory]
    [InlineData(nameof(LeNet), 1)]
    [InlineData(nameof(LeNet), 2)]
    [InlineData(nameof(Mlp), 3)]
    public void Step_AfterTheFirst_AllocatesNothing(string name, int threads)
    {
        Loss[] losses = [new SparseCategoricalCrossEntropy(), new CategoricalCrossEntropy(), new MeanSquaredError()];
        Network network = DeclaredNetworks.Create(name, VectorWidths.Default);
        // Two chunks: a short run is likely to be one in which the test runner allocates nothing.
        var batch = new SampleBatch(network.Definition, 40);
        Dataset dataset = batch.Dataset.ToCategorical();
        foreach (Loss loss in losses)
        {
            using var trainer = new Trainer(network, new RmsProp(), loss, threads);
            Assert.Equal(0, AllocatedBy(() => trainer.Step(dataset, batch.All)));
        }
    }

    /// <summary>
    /// Bytes that a run allocates on all threads together, after three that warm up. The test runner's own threads allocate now and
    /// then, on a busy machine during most runs, so the least of a hundred counts: what a run itself allocates would be in each of them.
    /// </summary>
    private static long AllocatedBy(Action action)
    {
        for (int run = 0; run < 3; run++)
            action();
        long least = long.MaxValue;
        for (int run = 0; run < 100 && least > 0; run++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            action();
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return least;
    }
}
