using LeNetGen.Training;

namespace Trainer.Models;

/// <summary>A loss that --loss can name.</summary>
/// <param name="Key">The value of --loss.</param>
/// <param name="Loss">The loss.</param>
internal sealed record LossChoice(string Key, Loss Loss)
{
    /// <summary>Keras' loss for labels; what PyTorch's CrossEntropyLoss computes.</summary>
    public static LossChoice SparseCategoricalCrossEntropy { get; } =
        new("sparse-categorical-crossentropy", new SparseCategoricalCrossEntropy());

    /// <summary>Keras' loss for one-hot targets.</summary>
    public static LossChoice CategoricalCrossEntropy { get; } = new("categorical-crossentropy", new CategoricalCrossEntropy());

    public static LossChoice MeanSquaredError { get; } = new("mean-squared-error", new MeanSquaredError());

    /// <summary>The criterion of LeCun et al. 1998, for networks whose outputs are penalties.</summary>
    public static LossChoice MaximumAPosteriori { get; } = new("maximum-a-posteriori", new MaximumAPosteriori());

    /// <summary>All of them.</summary>
    public static IReadOnlyList<LossChoice> All { get; } =
        [SparseCategoricalCrossEntropy, CategoricalCrossEntropy, MeanSquaredError, MaximumAPosteriori];

    /// <summary>The loss of a key, or null.</summary>
    public static LossChoice? Find(string key) => All.FirstOrDefault(choice => choice.Key == key);
}
