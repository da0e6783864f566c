using LeNetGen.Training;

namespace Trainer.Models;

/// <summary>A course of the learning rate that --schedule can name.</summary>
/// <param name="Key">The value of --schedule.</param>
/// <param name="Create">The schedule that starts from a rate, for a training of so many steps, the first of which may warm up.</param>
internal sealed record ScheduleChoice(string Key, Func<double, long, long, LearningRateSchedule> Create)
{
    public static ScheduleChoice Constant { get; } = new("constant", (rate, _, _) => rate);

    /// <summary>A tenth of the rate after each third of the training.</summary>
    public static ScheduleChoice Step { get; } = new("step", (rate, steps, _) => new StepDecay(rate, (steps + 2) / 3, factor: 0.1));

    /// <summary>Half a wave of the cosine, down to 0; the only one with a warm-up.</summary>
    public static ScheduleChoice Cosine { get; } = new("cosine", (rate, steps, warmUp) => new CosineDecay(rate, steps, warmUp));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ScheduleChoice> All { get; } = [Constant, Step, Cosine];

    /// <summary>The schedule of a key, or null.</summary>
    public static ScheduleChoice? Find(string key) => All.FirstOrDefault(choice => choice.Key == key);
}
