using LeNetGen.Training;

namespace Trainer.Models;

/// <summary>An optimizer that --optimizer can name.</summary>
/// <param name="Key">The value of --optimizer.</param>
/// <param name="Title">How the literature calls it.</param>
/// <param name="LearningRate">Its learning rate where none is given: Keras' default.</param>
/// <param name="Create">A new optimizer with a learning rate.</param>
internal sealed record OptimizerChoice(string Key, string Title, double LearningRate, Func<double, Optimizer> Create)
{
    public static OptimizerChoice RmsProp { get; } = new("rmsprop", "RMSprop", 1e-3, rate => new RmsProp(rate, rho: 0.9));

    public static OptimizerChoice Adam { get; } = new("adam", "Adam", 1e-3, rate => new Adam(rate));

    public static OptimizerChoice Sgd { get; } = new("sgd", "SGD", 1e-2, rate => new Sgd(rate));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<OptimizerChoice> All { get; } = [RmsProp, Adam, Sgd];

    /// <summary>The optimizer of a key, or null.</summary>
    public static OptimizerChoice? Find(string key) => All.FirstOrDefault(choice => choice.Key == key);
}
