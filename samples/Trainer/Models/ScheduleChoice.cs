using LeNetGen.Training;

namespace Trainer.Models;

/// <summary>A course of the learning rate that --schedule can name.</summary>
/// <param name="Key">The value of --schedule.</param>
/// <param name="Create">The schedule that starts from a rate, for a training of some length.</param>
internal sealed record ScheduleChoice(string Key, Func<double, TrainingLength, LearningRateSchedule> Create)
{
    public static ScheduleChoice Constant { get; } = new("constant", (rate, _) => rate);

    /// <summary>A tenth of the rate after each third of the training.</summary>
    public static ScheduleChoice Step { get; } = new("step", (rate, length) => new StepDecay(rate, (length.Steps + 2) / 3, factor: 0.1));

    /// <summary>Half a wave of the cosine, down to 0; the only one with a warm-up.</summary>
    public static ScheduleChoice Cosine { get; } = new(
        "cosine", (rate, length) => new CosineDecay(rate, length.Steps, length.WarmUpSteps));

    /// <summary>
    /// The passes of LeCun et al. 1998, section III-B: two at the rate, three at 0.4 of it (0.0002 after 0.0005), three at 0.2, four at 0.1,
    /// the others at 0.02.
    /// </summary>
    public static ScheduleChoice Passes { get; } = new("passes", (rate, length) => new PiecewiseConstantDecay(
        new long[] { 2, 5, 8, 12 }.Select(epoch => epoch * length.StepsPerEpoch),
        new[] { 1, 0.4, 0.2, 0.1, 0.02 }.Select(share => share * rate)));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ScheduleChoice> All { get; } = [Constant, Step, Cosine, Passes];

    /// <summary>The schedule of a key, or null.</summary>
    public static ScheduleChoice? Find(string key) => All.FirstOrDefault(choice => choice.Key == key);
}
