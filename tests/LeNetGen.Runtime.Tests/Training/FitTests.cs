using LeNetGen.Data;
using LeNetGen.Tests.Execution;
using LeNetGen.Training;

namespace LeNetGen.Tests.Training;

public sealed class FitTests
{
    private static readonly Shape Input = new(1, 4, 4);
    private static readonly Loss Loss = new SparseCategoricalCrossEntropy();

    [Fact]
    public void Fit_LearnableImages_LearnsThem()
    {
        LinearNetwork network = Network();
        History history = network.Fit(
            TrainingData.Learnable(network.Definition, 600), new Adam(0.05), Loss, new FitOptions { Epochs = 4, ValidationSplit = 0.2 });

        Assert.Equal(StopReason.Finished, history.StopReason);
        Assert.Null(history.Message);
        Assert.Equal([1, 2, 3, 4], history.Epochs.Select(epoch => epoch.Epoch));
        Assert.True(history.Epochs[3].Loss < history.Epochs[0].Loss / 2);
        Assert.InRange(history.Epochs[3].Accuracy, 0.95, 1);
        Assert.InRange(history.Epochs[3].ValidationAccuracy!.Value, 0.95, 1);
        Assert.InRange(network.Evaluate(TrainingData.Learnable(network.Definition, 100, seed: 9), Loss).Accuracy, 0.95, 1);
    }

    [Fact]
    public void Fit_ValidationSplit_ValidatesWithTheEndAndTrainsOnTheRest()
    {
        LinearNetwork split = Network(), separate = Network();
        Dataset dataset = TrainingData.Raw(split.Definition, 50);
        var options = new FitOptions { Epochs = 2, BatchSize = 7, Seed = 3 };

        History bySplit = split.Fit(dataset, new RmsProp(), Loss, options with { ValidationSplit = 0.3 });
        History byHand = separate.Fit(dataset.Slice(0, 35), new RmsProp(), Loss, options with { Validation = dataset.Slice(35, 15) });

        Assert.Equal(Figures(byHand), Figures(bySplit));
        Assert.Equal(separate.Parameters.ToArray(), split.Parameters.ToArray());
        Assert.Equal(bySplit.Epochs[1].ValidationLoss, split.Evaluate(dataset.Slice(35, 15), Loss).Loss);
    }

    [Fact]
    public void Fit_Threads_ChangeNothing()
    {
        List<(History History, float[] Parameters)> results = [];
        foreach (int threads in new[] { 1, 2, 3, 7 })
        {
            LinearNetwork network = Network();
            History history = network.Fit(
                TrainingData.Raw(network.Definition, 300), new Adam(), Loss,
                new FitOptions { Epochs = 2, BatchSize = 100, Threads = threads, ValidationSplit = 0.1 });
            results.Add((history, network.Parameters.ToArray()));
        }

        Assert.All(results, result => Assert.Equal(Figures(results[0].History), Figures(result.History)));
        Assert.All(results, result => Assert.Equal(results[0].Parameters, result.Parameters));
    }

    [Fact]
    public void Fit_SameSeed_GivesTheSameAndAnotherSeedNot()
    {
        float[] Trained(FitOptions options)
        {
            LinearNetwork network = Network();
            network.Fit(TrainingData.Raw(network.Definition, 64), new Sgd(), Loss, options with { BatchSize = 8, Epochs = 2 });
            return network.Parameters.ToArray();
        }

        float[] first = Trained(new FitOptions { Seed = 1 });
        Assert.Equal(first, Trained(new FitOptions { Seed = 1 }));
        Assert.NotEqual(first, Trained(new FitOptions { Seed = 2 }));
        float[] inOrder = Trained(new FitOptions { Seed = 1, Shuffle = false });
        Assert.NotEqual(first, inOrder);
        Assert.Equal(inOrder, Trained(new FitOptions { Seed = 2, Shuffle = false }));
    }

    [Fact]
    public void Fit_WithoutShuffle_TakesTheStepsOfTheTrainerInOrder()
    {
        LinearNetwork fitted = Network(), stepped = Network();
        Dataset dataset = TrainingData.Raw(fitted.Definition, 25);

        History history = fitted.Fit(dataset, new Adam(), Loss, new FitOptions { BatchSize = 10, Shuffle = false });

        using var trainer = new Trainer(stepped, new Adam(), Loss);
        double loss = 0;
        int correct = 0;
        foreach (int start in new[] { 0, 10, 20 })
        {
            int count = Math.Min(10, 25 - start);
            loss += count * trainer.Step(dataset, [.. Enumerable.Range(start, count)]);
            correct += trainer.CorrectCount;
        }

        Assert.Equal(stepped.Parameters.ToArray(), fitted.Parameters.ToArray());
        Assert.Equal(loss / 25, history.Epochs[0].Loss);
        Assert.Equal(correct / 25.0, history.Epochs[0].Accuracy);
        Assert.Null(history.Epochs[0].ValidationLoss);
        Assert.Null(history.Epochs[0].ValidationAccuracy);
    }

    [Fact]
    public void Fit_Record_CountsEveryImageOfTheEpoch()
    {
        LinearNetwork network = Network();
        Dataset dataset = TrainingData.Raw(network.Definition, 50);

        EpochRecord record = network.Fit(dataset, new Sgd(0.125), Loss, new FitOptions { BatchSize = 7, ValidationSplit = 0.3 }).Epochs[0];

        Assert.Equal((35, 15), (record.Training.ImageCount, record.Validation!.ImageCount));
        Assert.Equal(0.125, record.LearningRate);
        Assert.Equal(dataset.ClassNames, record.Training.Confusion.ClassNames);
        for (int index = 0; index < network.Definition.Output.Length; index++)
        {
            Assert.Equal(Enumerable.Range(0, 35).Count(i => dataset.Label(i) == index), record.Training.Confusion.ActualCount(index));
            Assert.Equal(Enumerable.Range(35, 15).Count(i => dataset.Label(i) == index), record.Validation.Confusion.ActualCount(index));
        }

        Assert.Equal(record.Training.TopKAccuracy(1), record.Accuracy);
        Assert.Equal(1, record.Training.TopKAccuracy(network.Definition.Output.Length));
    }

    [Fact]
    public void Fit_NoOptions_TrainsOneEpochInBatchesOf32()
    {
        LinearNetwork network = Network(), expected = Network();
        Dataset dataset = TrainingData.Raw(network.Definition, 50);
        network.Fit(dataset, new Sgd(), Loss);
        expected.Fit(dataset, new Sgd(), Loss, new FitOptions { Epochs = 1, BatchSize = 32 });
        Assert.Equal(expected.Parameters.ToArray(), network.Parameters.ToArray());
    }

    [Fact]
    public void Fit_SoftTargets_LearnsThemWithEitherLoss()
    {
        foreach (Loss loss in new Loss[] { new CategoricalCrossEntropy(), new MeanSquaredError() })
        {
            LinearNetwork network = Network();
            Dataset dataset = TrainingData.Learnable(network.Definition, 600).ToCategorical();
            History history = network.Fit(dataset, new Adam(0.05), loss, new FitOptions { Epochs = 4, ValidationSplit = 0.2 });
            Assert.InRange(history.Epochs[3].ValidationAccuracy!.Value, 0.95, 1);
            Assert.True(history.Epochs[3].Loss < history.Epochs[0].Loss / 2);
        }
    }

    [Fact]
    public void Fit_TargetsThatTheLossCannotUse_SaysSoInASentence()
    {
        LinearNetwork network = Network();
        Dataset labelled = TrainingData.Raw(network.Definition, 2);
        int outputs = network.Definition.Output.Length;
        float[] targets = labelled.ToCategorical().Target(0).ToArray();
        targets = [.. targets, .. targets];
        AssertSentence(
            "CategoricalCrossEntropy needs targets, but 'raw noise' has only labels; call ToCategorical() or use "
            + "SparseCategoricalCrossEntropy.",
            new CategoricalCrossEntropy(), labelled);
        AssertSentence(
            "MeanSquaredError needs targets, but 'raw noise' has only labels; call ToCategorical() or WithTargets(targets).",
            new MeanSquaredError(), labelled);
        foreach (Loss loss in new Loss[] { new CategoricalCrossEntropy(), new MeanSquaredError() })
        {
            AssertSentence(
                $"The targets of 'raw noise' have {outputs + 1} elements, but network 'Linear' has {outputs} outputs.",
                loss, labelled.ToCategorical(outputs + 1));
        }

        targets[outputs] = 0.25f;
        targets[outputs + 1] = 0.5f;
        targets.AsSpan(outputs + 2).Clear();
        AssertSentence(
            "Target 1 of 'raw noise' sums to 0.75, but the probabilities of all classes sum to 1.",
            new CategoricalCrossEntropy(), labelled.WithTargets(targets));
        targets[outputs + 1] = -0.5f;
        AssertSentence(
            "Element 1 of target 1 of 'raw noise' is -0.5, but a probability is not negative.",
            new CategoricalCrossEntropy(), labelled.WithTargets(targets));
        // To the squared error all targets are equal.
        Assert.True(network.Evaluate(labelled.WithTargets(targets), new MeanSquaredError()).Loss > 0);

        void AssertSentence(string sentence, Loss loss, Dataset dataset)
        {
            using var trainer = new Trainer(network, new Sgd(), loss);
            Assert.Equal(sentence, Assert.Throws<LeNetGenException>(() => network.Fit(dataset, new Sgd(), loss)).Message);
            Assert.Equal(sentence, Assert.Throws<LeNetGenException>(() => network.Evaluate(dataset, loss)).Message);
            Assert.Equal(sentence, Assert.Throws<LeNetGenException>(() => trainer.Step(dataset, [0, 1])).Message);
        }
    }

    [Fact]
    public void Fit_LossOfOtherOutputs_SaysSoInASentence()
    {
        var penalties = new InterpretedNetwork(PenaltyNetworks.Small);
        foreach (Loss loss in new Loss[] { new SparseCategoricalCrossEntropy(), new CategoricalCrossEntropy() })
        {
            AssertSentence(
                $"{loss.GetType().Name} makes the label's output large, but the outputs of network 'Penalties' are penalties, of which the "
                + "smallest says the class; use MaximumAPosteriori.",
                penalties, loss);
        }

        AssertSentence(
            "MaximumAPosteriori needs penalties, but the last layer of network 'Linear', 'Dense_1', is of kind Dense; end it in [Rbf] or use "
            + "SparseCategoricalCrossEntropy.",
            Network(), new MaximumAPosteriori());

        static void AssertSentence(string sentence, Network network, Loss loss)
        {
            Dataset dataset = TrainingData.Raw(network.Definition, 2);
            using var trainer = new Trainer(network, new Sgd(), loss);
            Assert.Equal(sentence, Assert.Throws<LeNetGenException>(() => network.Fit(dataset, new Sgd(), loss)).Message);
            Assert.Equal(sentence, Assert.Throws<LeNetGenException>(() => network.Evaluate(dataset, loss)).Message);
            Assert.Equal(sentence, Assert.Throws<LeNetGenException>(() => trainer.Step(dataset, [0, 1])).Message);
        }
    }

    [Theory, InlineData(2), InlineData(10), InlineData(1000)]
    public void CategoricalCrossEntropy_TargetsNormalisedInFloat_AreTaken(int classes)
    {
        // Smoothed and mixed as training recipes do, all in float; and just beyond the tolerance.
        var random = new Random(classes);
        float[] Normalised()
        {
            float[] weights = [.. Enumerable.Range(0, classes).Select(_ => MathF.Exp(10 * random.NextSingle()))];
            float sum = 0;
            foreach (float weight in weights)
                sum += weight;
            return [.. weights.Select(weight => weight / sum * 0.9f + 0.1f / classes)];
        }

        LinearNetwork network = LinearNetwork.Create(new Shape(1, 1, 1), classes);
        float[] targets = [.. Enumerable.Range(0, 40).SelectMany(_ => Normalised().Zip(Normalised(), (a, b) => 0.3f * a + 0.7f * b))];
        Dataset dataset = Dataset.FromFloats("mixed", new Shape(1, 1, 1), new float[40], targets);
        Assert.True(network.Evaluate(dataset, new CategoricalCrossEntropy()).Loss > 0);

        targets[0] += 5 * (classes + 3) * MathF.ScaleB(1, -24);
        Assert.StartsWith(
            "Target 0 of 'mixed' sums to 1.0",
            Assert.Throws<LeNetGenException>(() => network.Evaluate(dataset, new CategoricalCrossEntropy())).Message);
    }

    [Fact]
    public void Fit_ThousandOutputs_CountsThemAll()
    {
        LinearNetwork network = LinearNetwork.Create(new Shape(1, 1, 2), classes: 1000, seed: 3);
        float[] targets = new float[64 * 1000];
        for (int image = 0; image < 64; image++)
            targets[image * 1000 + image * 15] = 1;
        Dataset dataset = Dataset.FromBytes("wide", new Shape(1, 1, 2), new byte[128], targets);

        EpochRecord record = network.Fit(dataset, new Sgd(0), new CategoricalCrossEntropy()).Epochs[0];

        Assert.Equal((1000, 64), (record.Training.Confusion.ClassCount, record.Training.ImageCount));
        Assert.Equal(1, record.Training.Confusion.ActualCount(63 * 15));
        Assert.Equal(64, record.Training.Confusion.PredictedCount(network.Classify(dataset.RawImage(0))));
        Assert.Equal(1 / 64.0, record.Accuracy);
    }

    [Fact]
    public void Fit_Progress_IsReportedOncePerStep()
    {
        LinearNetwork network = Network();
        var progress = new RecordingProgress();
        History history = network.Fit(
            TrainingData.Raw(network.Definition, 25), new Sgd(), Loss, new FitOptions { Epochs = 2, BatchSize = 10, Progress = progress });

        Assert.Equal(
            [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3)], progress.Reports.Select(report => (report.Epoch, report.Step)));
        Assert.All(progress.Reports, report => Assert.Equal((2, 3), (report.Epochs, report.Steps)));
        Assert.All(progress.Reports, report => Assert.True(report.ImagesPerSecond > 0));
        Assert.All(progress.Reports, report => Assert.Equal(report.Step == 3, report.Remaining == TimeSpan.Zero));
        Assert.Equal([null, null, history.Epochs[0], null, null, history.Epochs[1]], progress.Reports.Select(report => report.Finished));
        Assert.Equal(history.Epochs[0].Loss, progress.Reports[2].Loss);
        Assert.Equal(history.Epochs[0].Accuracy, progress.Reports[2].Accuracy);
    }

    [Fact]
    public void Fit_Cancelled_EndsAfterTheStepAndKeepsHistory()
    {
        LinearNetwork network = Network(), shorter = Network();
        Dataset dataset = TrainingData.Raw(network.Definition, 30);
        using var cancellation = new CancellationTokenSource();
        var progress = new RecordingProgress(report =>
        {
            if (report is { Epoch: 2, Step: 1 })
                cancellation.Cancel();
        });
        var options = new FitOptions { Epochs = 5, BatchSize = 10, Shuffle = false, Progress = progress };

        History history = network.Fit(dataset, new Sgd(), Loss, options, cancellation.Token);

        Assert.Equal(StopReason.Cancelled, history.StopReason);
        Assert.Equal(1, Assert.Single(history.Epochs).Epoch);
        Assert.Equal(4, progress.Reports.Count);
        shorter.Fit(dataset, new Sgd(), Loss, options with { Epochs = 1, Progress = null });
        shorter.Fit(dataset.Slice(0, 10), new Sgd(), Loss, options with { Epochs = 1, Progress = null });
        Assert.Equal(shorter.Parameters.ToArray(), network.Parameters.ToArray());
    }

    [Fact]
    public void Fit_CancelledBefore_TakesNoStep()
    {
        LinearNetwork network = Network();
        float[] before = network.Parameters.ToArray();
        History history = network.Fit(
            TrainingData.Raw(network.Definition, 30), new Sgd(), Loss, new FitOptions(), new CancellationToken(canceled: true));
        Assert.Equal(StopReason.Cancelled, history.StopReason);
        Assert.Empty(history.Epochs);
        Assert.Equal(before, network.Parameters.ToArray());
    }

    [Fact]
    public void Fit_LossNotFinite_StopsWithTheParametersOfTheLastFinishedEpoch()
    {
        LinearNetwork network = Network(), finished = Network();
        Dataset dataset = TrainingData.Raw(network.Definition, 40);
        // Spoils the parameters in the second epoch.
        var progress = new RecordingProgress(report =>
        {
            if (report is { Epoch: 2, Step: 2 })
                network.Parameters[3] = float.NaN;
        });
        var options = new FitOptions { Epochs = 5, BatchSize = 10, Shuffle = false };

        History history = network.Fit(dataset, new Sgd(0.5), Loss, options with { Progress = progress });

        Assert.Equal(StopReason.LossNotFinite, history.StopReason);
        Assert.Single(history.Epochs);
        Assert.Equal(
            "Training of 'Linear' stopped because the loss of step 3 of epoch 2 was infinite or not a number; the network's parameters are "
            + "those of the end of epoch 1, and a learning rate below 0.5 may help.",
            history.Message);
        finished.Fit(dataset, new Sgd(0.5), Loss, options with { Epochs = 1 });
        Assert.Equal(finished.Parameters.ToArray(), network.Parameters.ToArray());
    }

    [Fact]
    public void Fit_LastStepSpoilsTheParameters_StopsWithThoseItStartedWith()
    {
        LinearNetwork network = Network();
        float[] before = network.Parameters.ToArray();
        History history = network.Fit(
            TrainingData.Raw(network.Definition, 10), new Sgd(1e300), Loss, new FitOptions { Epochs = 3, ValidationSplit = 0.5 });

        Assert.Equal(StopReason.LossNotFinite, history.StopReason);
        Assert.Empty(history.Epochs);
        Assert.Contains("a parameter after epoch 1 was infinite or not a number", history.Message);
        Assert.Contains("those that it started with", history.Message);
        Assert.Equal(before, network.Parameters.ToArray());
    }

    [Fact]
    public void Fit_SenselessOptions_SaysSoInASentence()
    {
        LinearNetwork network = Network();
        Dataset dataset = TrainingData.Raw(network.Definition, 10);
        AssertSentence("The number of epochs is 0; it must be at least 1.", new FitOptions { Epochs = 0 });
        AssertSentence("The batch size is 0; it must be at least 1.", new FitOptions { BatchSize = 0 });
        AssertSentence("The number of threads is 0; it must be from 1 to 256.", new FitOptions { Threads = 0 });
        AssertSentence("The number of threads is 1000; it must be from 1 to 256.", new FitOptions { Threads = 1000 });
        AssertSentence("The validation split is 1; it must be at least 0 and below 1.", new FitOptions { ValidationSplit = 1 });
        AssertSentence("The validation split is -0.1; it must be at least 0 and below 1.", new FitOptions { ValidationSplit = -0.1 });
        AssertSentence("The validation split is NaN; it must be at least 0 and below 1.", new FitOptions { ValidationSplit = double.NaN });
        AssertSentence(
            "A validation split of 0.95 leaves none of the 10 images of 'raw noise' to train on.",
            new FitOptions { ValidationSplit = 0.95 });
        AssertSentence(
            "A validation split of 1E-30 leaves none of the 10 images of 'raw noise' to validate with.",
            new FitOptions { ValidationSplit = 1e-30 });
        AssertSentence(
            "The validation split is 0.5, but there is a validation dataset too, 'raw noise'; give one of them.",
            new FitOptions { ValidationSplit = 0.5, Validation = dataset });
        AssertSentence("'raw noise' has no images.", new FitOptions { Validation = dataset.Slice(0, 0) });

        void AssertSentence(string sentence, FitOptions options) =>
            Assert.Equal(sentence, Assert.Throws<LeNetGenException>(() => network.Fit(dataset, new Sgd(), Loss, options)).Message);
    }

    [Fact]
    public void Fit_UnfitDatasets_SaysSoInASentence()
    {
        LinearNetwork network = Network();
        Dataset dataset = TrainingData.Raw(network.Definition, 10);
        Dataset larger = Dataset.FromFloats("larger", new Shape(1, 5, 5), new float[25], [0], ["a"]);
        Dataset manyClasses = Dataset.FromBytes("classes", Input, new byte[32], [0, 9], [.. "abcdefghij".Select(name => name.ToString())]);
        AssertSentence("'raw noise' has no images.", dataset.Slice(0, 0));
        AssertSentence("Network 'Linear' reads images of 1@4x4, but those of 'larger' are 1@5x5.", larger);
        AssertSentence("Label 1 of 'classes' is 9, but network 'Linear' has 5 outputs.", manyClasses);

        void AssertSentence(string sentence, Dataset unfit)
        {
            Assert.Equal(sentence, Assert.Throws<LeNetGenException>(() => network.Fit(unfit, new Sgd(), Loss, new FitOptions())).Message);
            Assert.Equal(sentence, Assert.Throws<LeNetGenException>(() => network.Evaluate(unfit, Loss)).Message);
            var options = new FitOptions { Validation = unfit };
            Assert.Equal(sentence, Assert.Throws<LeNetGenException>(() => network.Fit(dataset, new Sgd(), Loss, options)).Message);
        }
    }

    private static LinearNetwork Network() => LinearNetwork.Create(Input, classes: 5, seed: 1, scale: 1 / 255f);

    private static List<(int, double, double, double?, double?)> Figures(History history) =>
    [
        .. history.Epochs.Select(
            epoch => (epoch.Epoch, epoch.Loss, epoch.Accuracy, epoch.ValidationLoss, epoch.ValidationAccuracy)),
    ];
}
