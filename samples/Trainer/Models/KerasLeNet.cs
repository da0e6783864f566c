using LeNetGen;
using Trainer.Data;

namespace Trainer.Models;

/// <summary>The LeNet that Keras tutorials build: 3x3 kernels, ReLUs, average pooling, for digits in 32x32 pixels.</summary>
[Network(1, 32, 32)]
[Input(Pad = 2)]
[Conv2D(6, 3, Activation = Activation.ReLU)]
[AveragePooling2D(2)]
[Conv2D(16, 3, Activation = Activation.ReLU)]
[AveragePooling2D(2)]
[Flatten]
[Dense(120, Activation = Activation.ReLU)]
[Dense(84, Activation = Activation.ReLU)]
[Dense(10, Activation = Activation.Softmax)]
public sealed partial class KerasLeNet
{
    internal static ModelRecipe Recipe { get; } = new()
    {
        Key = "keras3x3",
        Title = "LeNet with 3x3 kernels and ReLUs",
        Create = seed => new KerasLeNet(seed),
        Load = Load,
        Dataset = DatasetChoice.Mnist,
        Optimizer = OptimizerChoice.Adam,
        Epochs = 5,
    };
}
