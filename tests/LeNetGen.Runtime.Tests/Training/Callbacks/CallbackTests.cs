using LeNetGen.Data;
using LeNetGen.Tests.Execution;
using LeNetGen.Training;

namespace LeNetGen.Tests.Training.Callbacks;

public sealed class CallbackTests
{
    private static readonly Loss Loss = new SparseCategoricalCrossEntropy();

    [Fact]
    public void Fit_Callbacks_AreCalledInOrder()
    {
        LinearNetwork network = Network();
        var optimizer = new Sgd();
        var seen = new List<(int Epochs, double Loss, StopReason? Reason)>();
        var callback = new RecordingCallback((_, context) =>
        {
            Assert.Same(network, context.Network);
            Assert.Same(optimizer, context.Optimizer);
            Assert.Same(Loss, context.Loss);
            Assert.Equal(10, context.Options.BatchSize);
            Assert.False(context.HasValidation);
            seen.Add((context.Epochs.Count, context.Progress.Loss, context.StopReason));
        });

        History history = network.Fit(Data(network), optimizer, Loss, Options(callback));

        Assert.Equal(
            [
                "begin 0.0",
                "epoch 1.0", "batch 1.1", "batch 1.2", "batch 1.3", "epoch end 1.3",
                "epoch 2.0", "batch 2.1", "batch 2.2", "batch 2.3", "epoch end 2.3",
                "end 2.3",
            ],
            callback.Calls);
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2], seen.Select(call => call.Epochs));
        Assert.Equal(history.Epochs[0].Loss, seen[4].Loss);
        Assert.Equal(history.Epochs[0].Loss, seen[5].Loss);
        Assert.All(seen[..^1], call => Assert.Null(call.Reason));
        Assert.Equal(StopReason.Finished, seen[^1].Reason);
    }

    [Fact]
    public void StopTraining_WithinAnEpoch_EndsAfterTheStep()
    {
        LinearNetwork network = Network(), stepped = Network();
        var callback = StoppingAt("batch 2.1");

        History history = network.Fit(Data(network), new Sgd(), Loss, Options(callback) with { Shuffle = false });

        Assert.Equal((StopReason.Stopped, "Enough."), (history.StopReason, history.Message));
        Assert.Single(history.Epochs);
        Assert.Equal(["epoch 2.0", "batch 2.1", "end 2.1"], callback.Calls[^3..]);
        using var trainer = new Trainer(stepped, new Sgd(), Loss);
        foreach (int start in new[] { 0, 10, 20, 0 })
            trainer.Step(Data(stepped), [.. Enumerable.Range(start, Math.Min(10, 25 - start))]);
        Assert.Equal(stepped.Parameters.ToArray(), network.Parameters.ToArray());
    }

    [Theory]
    [InlineData("begin 0.0", 0, "end 0.0")]
    [InlineData("epoch 1.0", 0, "end 1.0")]
    [InlineData("batch 1.3", 1, "end 1.3")]
    [InlineData("epoch end 1.3", 1, "end 1.3")]
    public void StopTraining_Elsewhere_EndsBeforeTheNextStep(string call, int epochs, string lastCall)
    {
        LinearNetwork network = Network();
        var callback = StoppingAt(call);

        History history = network.Fit(Data(network), new Sgd(), Loss, Options(callback));

        Assert.Equal((StopReason.Stopped, "Enough."), (history.StopReason, history.Message));
        Assert.Equal(epochs, history.Epochs.Count);
        Assert.Equal(lastCall, callback.Calls[^1]);
        Assert.Equal(epochs, callback.Calls.Count(made => made.StartsWith("epoch end", StringComparison.Ordinal)));
    }

    [Fact]
    public void StopTraining_AfterTheLastEpoch_ChangesNothing()
    {
        LinearNetwork network = Network();
        History history = network.Fit(Data(network), new Sgd(), Loss, Options(StoppingAt("epoch end 2.3")));
        Assert.Equal((StopReason.Finished, null), (history.StopReason, history.Message));
    }

    [Fact]
    public void StopTraining_Twice_KeepsTheFirstReason()
    {
        LinearNetwork network = Network();
        var other = new RecordingCallback((_, context) => context.StopTraining("Too late."));
        History history = network.Fit(Data(network), new Sgd(), Loss, Options(StoppingAt("begin 0.0"), other));
        Assert.Equal("Enough.", history.Message);
    }

    [Theory, InlineData("begin 0.0", 0), InlineData("batch 1.2", 2), InlineData("epoch end 1.3", 3), InlineData("end 2.3", 6)]
    public void Fit_CallbackThrows_PassesItThroughAndKeepsTheLastStep(string call, int steps)
    {
        LinearNetwork network = Network(), stepped = Network();
        var failure = new InvalidOperationException("own");
        var callback = new RecordingCallback((made, _) =>
        {
            if (made == call)
                throw failure;
        });
        FitOptions options = Options(callback) with { Shuffle = false, Threads = 3 };

        Assert.Same(failure, Assert.Throws<InvalidOperationException>(() => network.Fit(Data(network), new Sgd(), Loss, options)));

        Assert.Equal(call, callback.Calls[^1]);
        using var trainer = new Trainer(stepped, new Sgd(), Loss);
        for (int step = 0; step < steps; step++)
            trainer.Step(Data(stepped), [.. Enumerable.Range(step % 3 * 10, step % 3 == 2 ? 5 : 10)]);
        Assert.Equal(stepped.Parameters.ToArray(), network.Parameters.ToArray());
    }

    [Fact]
    public void Fit_Diverged_TellsCallbacksOfTheEnd()
    {
        LinearNetwork network = Network();
        float[] start = network.Parameters.ToArray();
        float[] atEnd = [];
        var callback = new RecordingCallback((made, context) =>
        {
            if (made == "batch 1.2")
                context.Network.Parameters[0] = float.NaN;
            if (context.StopReason == StopReason.LossNotFinite)
                atEnd = context.Network.Parameters.ToArray();
        });

        History history = network.Fit(Data(network), new Sgd(), Loss, Options(callback));

        Assert.Equal(StopReason.LossNotFinite, history.StopReason);
        Assert.Equal(["batch 1.1", "batch 1.2", "end 1.2"], callback.Calls[^3..]);
        Assert.Equal(start, atEnd);
    }

    [Fact]
    public void Fit_CallbackIsNull_Throws()
    {
        LinearNetwork network = Network();
        Assert.Throws<ArgumentException>("options", () => network.Fit(Data(network), new Sgd(), Loss, Options([null!])));
    }

    private static RecordingCallback StoppingAt(string call) => new((made, context) =>
    {
        if (made == call)
            context.StopTraining("Enough.");
    });

    private static FitOptions Options(params Callback[] callbacks) => new() { Epochs = 2, BatchSize = 10, Callbacks = callbacks };

    private static LinearNetwork Network() => LinearNetwork.Create(new Shape(1, 4, 4), classes: 3, seed: 2, scale: 1 / 255f);

    private static Dataset Data(Network network) => TrainingData.Raw(network.Definition, 25);
}
