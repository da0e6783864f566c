using LeNetGen.Training;

namespace Trainer.Models;

/// <summary>An optimizer that --optimizer can name.</summary>
/// <param name="Key">The value of --optimizer.</param>
/// <param name="Title">How the literature calls it.</param>
/// <param name="LearningRate">Its learning rate where neither the command line nor the model's recipe gives one: Keras' default.</param>
/// <param name="Create">A new optimizer.</param>
internal sealed record OptimizerChoice(string Key, string Title, double LearningRate, Func<OptimizerSettings, Optimizer> Create)
{
    public static OptimizerChoice Sgd { get; } = new(
        "sgd", "SGD", 1e-2,
        settings => new Sgd(settings.LearningRate, settings.Momentum, settings.Nesterov) { ClipNorm = settings.ClipNorm });

    public static OptimizerChoice RmsProp { get; } = new(
        "rmsprop", "RMSprop", 1e-3, settings => new RmsProp(settings.LearningRate) { ClipNorm = settings.ClipNorm });

    public static OptimizerChoice Adam { get; } = new(
        "adam", "Adam", 1e-3, settings => new Adam(settings.LearningRate) { ClipNorm = settings.ClipNorm });

    public static OptimizerChoice AdamW { get; } = new(
        "adamw", "AdamW", 1e-3, settings => new AdamW(settings.LearningRate) { ClipNorm = settings.ClipNorm });

    /// <summary>The optimizer of LeCun et al. 1998; its rate is theirs, for batches of one image.</summary>
    public static OptimizerChoice Sdlm { get; } = new(
        "sdlm", "stochastic diagonal Levenberg-Marquardt", 5e-4,
        settings => new StochasticDiagonalLevenbergMarquardt(settings.LearningRate) { ClipNorm = settings.ClipNorm });

    /// <summary>What "adam" is for a model of PyTorch's: its epsilon, where it adds it.</summary>
    public static OptimizerChoice PyTorchAdam { get; } = Adam with
    {
        Title = "Adam as in PyTorch",
        Create = settings => new Adam(settings.LearningRate, epsilon: 1e-8, placement: EpsilonPlacement.PyTorch)
        {
            ClipNorm = settings.ClipNorm,
        },
    };

    /// <summary>All that can be named.</summary>
    public static IReadOnlyList<OptimizerChoice> All { get; } = [Sgd, RmsProp, Adam, AdamW, Sdlm];

    /// <summary>The optimizer of a key, or null.</summary>
    public static OptimizerChoice? Find(string key) => All.FirstOrDefault(choice => choice.Key == key);
}
