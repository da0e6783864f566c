using LeNetGen;
using Trainer.Data;

namespace Trainer.Models;

/// <summary>The network of Keras' first tutorial: one hidden layer of ReLUs.</summary>
[Network(1, 28, 28)]
[Flatten]
[Dense(128, Activation = Activation.ReLU)]
[Dense(10, Activation = Activation.Softmax)]
public sealed partial class Mlp
{
    internal static ModelRecipe Recipe { get; } = new()
    {
        Key = "mlp",
        Title = "multilayer perceptron of Keras' first tutorial",
        Create = seed => new Mlp(seed),
        Load = Load,
        Dataset = DatasetChoice.FashionMnist,
        Optimizer = OptimizerChoice.Adam,
        Epochs = 5,
    };
}
