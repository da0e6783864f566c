using LeNetGen;
using Trainer.Data;

namespace Trainer.Models;

/// <summary>LeNet as "Dive into Deep Learning" trains it on Fashion-MNIST: sigmoids, average pooling, softmax.</summary>
[Network(1, 28, 28)]
[Conv2D(6, 5, Padding = Padding.Same, Activation = Activation.Sigmoid)]
[AveragePooling2D(2)]
[Conv2D(16, 5, Activation = Activation.Sigmoid)]
[AveragePooling2D(2)]
[Flatten]
[Dense(120, Activation = Activation.Sigmoid)]
[Dense(84, Activation = Activation.Sigmoid)]
[Dense(10, Activation = Activation.Softmax)]
public sealed partial class LeNet
{
    internal static ModelRecipe Recipe { get; } = new()
    {
        Key = "d2l",
        Title = "LeNet of Dive into Deep Learning",
        Create = seed => new LeNet(seed),
        Load = Load,
        Dataset = DatasetChoice.FashionMnist,
        Optimizer = OptimizerChoice.RmsProp,
        Epochs = 20,
        SyntheticEpochs = 60,
        BatchSize = 256,
        ValidationSplit = 0.2,
    };
}
