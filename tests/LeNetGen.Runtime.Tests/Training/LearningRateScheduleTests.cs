using LeNetGen.Tests.Execution;
using LeNetGen.Training;

namespace LeNetGen.Tests.Training;

public sealed class LearningRateScheduleTests
{
    [Fact]
    public void Number_IsTheScheduleThatStaysWithIt()
    {
        LearningRateSchedule schedule = 0.25;
        Assert.Equal(0.25, Assert.IsType<ConstantRate>(schedule).Rate);
        Assert.Equal([0.25, 0.25], new[] { schedule.At(0), schedule.At(long.MaxValue) });
        // A whole number too.
        Assert.Equal(0, new Sgd(0).LearningRate.At(7));
    }

    // PyTorch 1.13: o = torch.optim.SGD([p], lr=0.1); s = torch.optim.lr_scheduler.StepLR(o, 3, 0.5)
    //   for _ in range(9): s.get_last_lr(); o.step(); s.step()
    [Fact]
    public void StepDecay_GivesPyTorchsRates()
    {
        var schedule = new StepDecay(0.1, everySteps: 3, factor: 0.5);
        Assert.Equal([0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.025, 0.025, 0.025], Rates(schedule, 9));
    }

    [Fact]
    public void StepDecay_Factor_IsMultipliedByItsSquaringsFromTheLowestBit()
    {
        var schedule = new StepDecay(3, everySteps: 1, factor: 0.9);
        double square = 0.9 * 0.9, fourth = square * square, eighth = fourth * fourth;
        Assert.Equal([3, 3 * 0.9, 3 * square, 3 * (0.9 * square), 3 * fourth], Rates(schedule, 5));
        Assert.Equal(3 * (0.9 * square * eighth), schedule.At(11));
        Assert.Equal(3, new StepDecay(3, 1, factor: 1).At(long.MaxValue));
        Assert.Equal(0, schedule.At(long.MaxValue));
    }

    // PyTorch 1.13: as above with s = torch.optim.lr_scheduler.CosineAnnealingLR(o, 8, eta_min=0.02)
    [Fact]
    public void CosineDecay_GivesPyTorchsRates()
    {
        double[] expected =
        [
            0.1, 0.09695518130045147, 0.0882842712474619, 0.0753073372946036, 0.06,
            0.04469266270539641, 0.0317157287525381, 0.023044818699548532, 0.02,
        ];
        double[] actual = Rates(new CosineDecay(0.1, decaySteps: 8, final: 0.02), 9);
        for (int step = 0; step < expected.Length; step++)
            Assert.Equal(expected[step], actual[step], 1e-16);
    }

    [Fact]
    public void CosineDecay_WarmUp_RisesInALineAndThenFalls()
    {
        var schedule = new CosineDecay(0.5, decaySteps: 8, warmUpSteps: 4, warmUpStart: 0.125, final: 0.25);
        double[] rates = Rates(schedule, 10);
        Assert.Equal([0.125, 0.21875, 0.3125, 0.40625, 0.5], rates[..5]);
        Assert.Equal(0.25 + 0.25 * (1 + Math.Sqrt(0.5)) / 2, rates[5], 1e-16);
        Assert.Equal(0.375, rates[6], 1e-16);
        Assert.Equal(0.25 + 0.25 * (1 - Math.Sqrt(0.5)) / 2, rates[7], 1e-16);
        Assert.Equal([0.25, 0.25, 0.25], [.. rates[8..], schedule.At(long.MaxValue)]);
    }

    [Fact]
    public void CosineDecay_WarmUpAllButOneStep_IsAtItsHeightForOneStep() =>
        Assert.Equal([0, 0.25, 0.5, 0.75, 1, 0], Rates(new CosineDecay(1, decaySteps: 5, warmUpSteps: 4), 6));

    [Fact]
    public void CosineDecay_OneStep_FallsAfterIt() => Assert.Equal([1, 0], Rates(new CosineDecay(1, decaySteps: 1), 2));

    // PyTorch 1.13: as above with lr=1 and s = torch.optim.lr_scheduler.MultiStepLR(o, [2, 5], 0.5)
    [Fact]
    public void PiecewiseConstantDecay_GivesPyTorchsRates() =>
        Assert.Equal([1, 1, 0.5, 0.5, 0.5, 0.25, 0.25], Rates(new PiecewiseConstantDecay([2, 5], [1, 0.5, 0.25]), 7));

    [Fact]
    public void PiecewiseConstantDecay_AnyRates_HoldToTheirLastStep()
    {
        var schedule = new PiecewiseConstantDecay([1, 2, 1L << 40], [0, 3, 0.25, 7]);
        Assert.Equal([0, 3, 0.25], Rates(schedule, 3));
        Assert.Equal([0.25, 7, 7], new[] { schedule.At((1L << 40) - 1), schedule.At(1L << 40), schedule.At(long.MaxValue) });
        Assert.Equal([0.5, 0.5], Rates(new PiecewiseConstantDecay([], [0.5]), 2));
    }

    [Fact]
    public void PiecewiseConstantDecay_OtherNumberOfRates_SaysHowManyThereMustBe()
    {
        Assert.StartsWith(
            "There are 2 learning rates, but 2 boundaries need 3.",
            Assert.Throws<ArgumentException>("rates", () => new PiecewiseConstantDecay([1, 2], [1, 2])).Message);
        Assert.Throws<ArgumentException>("rates", () => new PiecewiseConstantDecay([], []));
    }

    [Fact]
    public void Construction_NumberOutOfRange_SaysWhatItMustBe()
    {
        AssertSentence("The learning rate is -1; it must be a number from 0 up.", () => new ConstantRate(-1));
        AssertSentence("The learning rate is NaN; it must be a number from 0 up.", () => (LearningRateSchedule)double.NaN);
        AssertSentence("The initial learning rate is -1; it must be a number from 0 up.", () => new StepDecay(-1, 10, 0.5));
        AssertSentence("The number of steps between decays is 0; it must be at least 1.", () => new StepDecay(1, 0, 0.5));
        AssertSentence("The factor of a decay is 0; it must be above 0 and at most 1.", () => new StepDecay(1, 10, 0));
        AssertSentence("The factor of a decay is 1.5; it must be above 0 and at most 1.", () => new StepDecay(1, 10, 1.5));
        AssertSentence("The factor of a decay is NaN; it must be above 0 and at most 1.", () => new StepDecay(1, 10, double.NaN));
        AssertSentence(
            "The initial learning rate is Infinity; it must be a number from 0 up.", () => new CosineDecay(double.PositiveInfinity, 10));
        AssertSentence("The number of decay steps is 0; it must be at least 1.", () => new CosineDecay(1, 0));
        AssertSentence(
            "The number of warm-up steps is -1; it must be at least 0 and below the number of decay steps, 10.",
            () => new CosineDecay(1, 10, -1));
        AssertSentence(
            "The number of warm-up steps is 10; it must be at least 0 and below the number of decay steps, 10.",
            () => new CosineDecay(1, 10, 10));
        AssertSentence(
            "The learning rate at the warm-up's start is -0.5; it must be from 0 to the initial one, 0.1.",
            () => new CosineDecay(0.1, 10, 2, -0.5));
        AssertSentence(
            "The final learning rate is 0.2; it must be from 0 to the initial one, 0.1.", () => new CosineDecay(0.1, 10, final: 0.2));
        AssertSentence(
            "The learning rate of a piece is -1; it must be a number from 0 up.", () => new PiecewiseConstantDecay([5], [1, -1]));
        AssertSentence("The boundary is 0; it must be above the one before it, 0.", () => new PiecewiseConstantDecay([0], [1, 2]));
        AssertSentence("The boundary is 5; it must be above the one before it, 5.", () => new PiecewiseConstantDecay([5, 5], [1, 2, 3]));

        static void AssertSentence(string sentence, Func<object> create) =>
            Assert.StartsWith(sentence, Assert.Throws<ArgumentOutOfRangeException>(create).Message);
    }

    [Theory]
    [InlineData(-0.5, "-0.5")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void Step_ScheduleOfOnesOwnGivesNoRate_SaysAtWhichStep(double third, string shown)
    {
        LinearNetwork network = LinearNetwork.Create(new Shape(1, 4, 4), classes: 3);
        var schedule = new Listed(0.1, 0.05, third);
        Exception exception = Assert.Throws<LeNetGenException>(() => TrainSteps(network, schedule, 3));
        Assert.Equal(
            $"The schedule Listed gives {shown} as the learning rate after 2 steps; it must be a number from 0 up.", exception.Message);
    }

    [Fact]
    public void Fit_Schedule_IsInTheRecordsAndTheProgress()
    {
        LinearNetwork network = LinearNetwork.Create(new Shape(1, 4, 4), classes: 3);
        var schedule = new StepDecay(0.5, everySteps: 1, factor: 0.5);
        var progress = new RecordingProgress();
        History history = network.Fit(
            TrainingData.Raw(network.Definition, 30), new Sgd(schedule), new SparseCategoricalCrossEntropy(),
            new FitOptions { Epochs = 2, BatchSize = 10, Progress = progress });

        Assert.Equal([0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625], progress.Reports.Select(report => report.LearningRate));
        Assert.Equal([0.125, 0.015625], history.Epochs.Select(epoch => epoch.LearningRate));
    }

    [Fact]
    public void Fit_LossNotFinite_SpeaksOfTheScheduleAndTheLastStepsRate()
    {
        LinearNetwork network = LinearNetwork.Create(new Shape(1, 4, 4), classes: 3);
        var progress = new RecordingProgress(_ => network.Parameters[3] = float.NaN);
        History history = network.Fit(
            TrainingData.Raw(network.Definition, 30), new Sgd(new StepDecay(0.5, everySteps: 1, factor: 0.5)),
            new SparseCategoricalCrossEntropy(), new FitOptions { BatchSize = 10, Progress = progress });

        Assert.EndsWith(
            "; the network's parameters are those that it started with, and a schedule of lower learning rates may help: the last step's was "
            + "0.25.",
            history.Message);
    }

    [Fact]
    public void ToString_Schedule_TellsItsNumbers()
    {
        Assert.Equal("0.001", new ConstantRate(0.001).ToString());
        Assert.Equal("0.1, times 0.5 every 100 steps", new StepDecay(0.1, 100, 0.5).ToString());
        Assert.Equal("0.1, 0.05 from step 100, 0.001 from step 250", new PiecewiseConstantDecay([100, 250], [0.1, 0.05, 0.001]).ToString());
        Assert.Equal("0.1, by a cosine to 0 at step 200", new CosineDecay(0.1, 200).ToString());
        Assert.Equal(
            "0.01 rising in 20 steps to 0.1, by a cosine to 0.02 at step 200", new CosineDecay(0.1, 200, 20, 0.01, 0.02).ToString());
    }

    private static void TrainSteps(Network network, LearningRateSchedule schedule, int steps)
    {
        using var trainer = new Trainer(network, new Sgd(schedule), new SparseCategoricalCrossEntropy());
        for (int step = 0; step < steps; step++)
        {
            trainer.Step(TrainingData.Raw(network.Definition, count: 10), [0, 1, 2]);
            Assert.Equal(schedule.At(step), trainer.LearningRate);
        }
    }

    private static double[] Rates(LearningRateSchedule schedule, int steps) =>
        [.. Enumerable.Range(0, steps).Select(step => schedule.At(step))];

    private sealed class Listed(params double[] rates) : LearningRateSchedule
    {
        public override double At(long step) => rates[step];
    }
}
