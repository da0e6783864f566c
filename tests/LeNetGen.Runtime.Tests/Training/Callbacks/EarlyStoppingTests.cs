using LeNetGen.Training;

namespace LeNetGen.Tests.Training.Callbacks;

public sealed class EarlyStoppingTests
{
    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(2, 5)]
    [InlineData(3, 6)]
    [InlineData(4, 7)]
    public void Patience_EpochsWithoutImprovement_EndTheTraining(int patience, int epochs)
    {
        // Better in epochs 1 and 3 only.
        var training = new ScriptedTraining(1, 0.5f, 2, 2, 1, 1.5f, 0.1f);
        var stopping = new EarlyStopping(patience: patience);

        History history = training.Fit(stopping);

        Assert.Equal(epochs, history.Epochs.Count);
        Assert.Equal(patience == 4 ? StopReason.Finished : StopReason.Stopped, history.StopReason);
        Assert.Equal(epochs > 2 ? 3 : 1, stopping.BestEpoch);
        Assert.Equal(history.Epochs[stopping.BestEpoch - 1].ValidationLoss, stopping.Best);
    }

    [Fact]
    public void Message_AfterPatience_SaysWhatDidNotImprove()
    {
        Assert.Equal(
            "The validation loss has not improved on the 0.126928 of epoch 1 for 2 epochs.",
            new ScriptedTraining(2, 1, 1, 1).Fit(new EarlyStopping(patience: 2)).Message);
        Assert.Equal(
            "The accuracy has not improved on the 1 of epoch 1 for 1 epoch.",
            new ScriptedTraining(2, 1, 1, 1).Fit(new EarlyStopping(Monitored.Accuracy)).Message);
    }

    [Theory]
    [InlineData(Monitored.Loss, 3)]
    [InlineData(Monitored.ValidationLoss, 3)]
    [InlineData(Monitored.Accuracy, 2)]
    [InlineData(Monitored.ValidationAccuracy, 2)]
    public void Monitor_EachFigure_KnowsWhatIsBetter(Monitored monitor, int bestEpoch)
    {
        // Right from epoch 2 on, with a loss that is least in epoch 3.
        var stopping = new EarlyStopping(monitor, patience: 9);
        new ScriptedTraining(-1, 1, 2, 1.5f).Fit(stopping);
        Assert.Equal(bestEpoch, stopping.BestEpoch);
        Assert.Equal(monitor, stopping.Monitor);
    }

    [Fact]
    public void MinDelta_SmallerChanges_AreNoImprovement()
    {
        // Losses 0.313, 0.307, 0.302, 0.127.
        var stopping = new EarlyStopping(patience: 9, minDelta: 0.02);
        new ScriptedTraining(1, 1.02f, 1.04f, 2).Fit(stopping);
        Assert.Equal(4, stopping.BestEpoch);

        var strict = new EarlyStopping(patience: 2, minDelta: 0.02);
        Assert.Equal(3, new ScriptedTraining(1, 1.02f, 1.04f, 2).Fit(strict).Epochs.Count);
        Assert.Equal(1, strict.BestEpoch);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 0.25f)]
    public void RestoreBest_Stopped_GivesTheBestParametersBack(bool restoreBest, float bias)
    {
        var training = new ScriptedTraining(1, 2, 0.5f, 0.25f, 3);
        History history = training.Fit(new EarlyStopping(patience: 2, restoreBest: restoreBest));
        Assert.Equal((StopReason.Stopped, 4), (history.StopReason, history.Epochs.Count));
        Assert.Equal(bias, training.Bias);
    }

    [Fact]
    public void RestoreBest_AllEpochsDone_GivesTheBestParametersBack()
    {
        var training = new ScriptedTraining(1, 2, 0.5f);
        History history = training.Fit(new EarlyStopping(patience: 5, restoreBest: true));
        Assert.Equal((StopReason.Finished, 3), (history.StopReason, history.Epochs.Count));
        Assert.Equal(2, training.Bias);
    }

    [Fact]
    public void RestoreBest_Cancelled_GivesTheBestParametersBack()
    {
        using var cancellation = new CancellationTokenSource();
        var training = new ScriptedTraining(1, 2, 0.5f, 4);
        var cancelling = new RecordingCallback((made, _) =>
        {
            if (made == "batch 4.1")
                cancellation.Cancel();
        });

        History history = training.Fit(
            validationSplit: 0.5, [new EarlyStopping(patience: 5, restoreBest: true), cancelling], cancellation.Token);

        Assert.Equal((StopReason.Cancelled, 3), (history.StopReason, history.Epochs.Count));
        Assert.Equal(2, training.Bias);
    }

    [Fact]
    public void RestoreBest_CancelledInTheFirstEpoch_KeepsTheLastStep()
    {
        using var cancellation = new CancellationTokenSource();
        var training = new ScriptedTraining(1, 2);
        History history = training.Fit(
            validationSplit: 0.5, [new EarlyStopping(restoreBest: true), new RecordingCallback((_, _) => cancellation.Cancel())],
            cancellation.Token);
        Assert.Empty(history.Epochs);
        Assert.Equal(StopReason.Cancelled, history.StopReason);
    }

    [Fact]
    public void RestoreBest_Diverged_GivesTheBestParametersBackAndSaysSo()
    {
        var training = new ScriptedTraining(1, 2, 0.5f, float.NaN);
        History history = training.Fit(new EarlyStopping(patience: 5, restoreBest: true));
        Assert.Equal((StopReason.LossNotFinite, 3), (history.StopReason, history.Epochs.Count));
        Assert.Equal(2, training.Bias);
        Assert.Contains("the network's parameters are those of the end of epoch 2", history.Message);
    }

    [Fact]
    public void Use_InASecondTraining_StartsAnew()
    {
        var stopping = new EarlyStopping(patience: 2, restoreBest: true);
        new ScriptedTraining(5, 4, 4).Fit(stopping);
        var second = new ScriptedTraining(1, 2, 0.5f);
        Assert.Equal(3, second.Fit(stopping).Epochs.Count);
        Assert.Equal(2, stopping.BestEpoch);
        Assert.Equal(2, second.Bias);
    }

    [Fact]
    public void Fit_NoValidation_SaysSoBeforeTheFirstStep()
    {
        var training = new ScriptedTraining(1, 2);
        float[] before = training.Network.Parameters.ToArray();
        Assert.Equal(
            "EarlyStopping monitors the validation accuracy, but there are no validation images; set ValidationSplit or Validation, or "
            + "monitor the training.",
            Assert.Throws<LeNetGenException>(
                () => training.Fit(validationSplit: 0, [new EarlyStopping(Monitored.ValidationAccuracy)])).Message);
        Assert.Equal(before, training.Network.Parameters.ToArray());
        Assert.Equal(2, training.Fit(validationSplit: 0, [new EarlyStopping(Monitored.Loss)]).Epochs.Count);
    }

    [Fact]
    public void Construction_NumberOutOfRange_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("patience", () => new EarlyStopping(patience: -1));
        Assert.Throws<ArgumentOutOfRangeException>("minDelta", () => new EarlyStopping(minDelta: -0.1));
        Assert.Throws<ArgumentOutOfRangeException>("minDelta", () => new EarlyStopping(minDelta: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("monitored", () => new EarlyStopping((Monitored)9));
    }
}
