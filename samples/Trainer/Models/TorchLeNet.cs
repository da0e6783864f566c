using LeNetGen;
using Trainer.Data;

namespace Trainer.Models;

/// <summary>
/// LeNet-5 as a PyTorch module, initialised as PyTorch does it: ReLUs and max pooling, and a ReLU after the last layer too, whose outputs the
/// cross-entropy takes for logits. The document is silent on optimizer and batch size; these are the usual ones.
/// </summary>
[Network(1, 28, 28, KernelInitializer = Initializer.PyTorchUniform, BiasInitializer = Initializer.PyTorchUniform)]
[Conv2D(6, 5, Activation = Activation.ReLU)]
[MaxPooling2D(2)]
[Conv2D(16, 5, Activation = Activation.ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(120, Activation = Activation.ReLU)]
[Dense(84, Activation = Activation.ReLU)]
[Dense(10, Activation = Activation.ReLU)]
public sealed partial class TorchLeNet
{
    internal static ModelRecipe Recipe { get; } = new()
    {
        Key = "torch",
        Title = "LeNet-5 as a PyTorch module",
        Create = seed => new TorchLeNet(seed),
        Load = Load,
        Dataset = DatasetChoice.Mnist,
        Optimizer = OptimizerChoice.PyTorchAdam,
        Epochs = 10,
        BatchSize = 64,
    };
}
