using LeNetGen;
using Trainer.Data;

namespace Trainer.Models;

/// <summary>
/// LeNet-5 as Keras tutorials build it "from the paper" (LeCun, Bottou, Bengio, Haffner, "Gradient-based learning applied to document
/// recognition", 1998): hyperbolic tangents, digits in 32x32 pixels.
/// </summary>
[Network(1, 32, 32)]
[Input(Pad = 2)]
[Conv2D(6, 5, Activation = Activation.Tanh)]
[AveragePooling2D(2)]
[Conv2D(16, 5, Activation = Activation.Tanh)]
[AveragePooling2D(2)]
[Flatten]
[Dense(120, Activation = Activation.Tanh)]
[Dense(84, Activation = Activation.Tanh)]
[Dense(10, Activation = Activation.Softmax)]
public sealed partial class LeNet5
{
    internal static ModelRecipe Recipe { get; } = new()
    {
        Key = "paper",
        Title = "LeNet-5 of the paper",
        Create = seed => new LeNet5(seed),
        Load = Load,
        Dataset = DatasetChoice.Mnist,
        Optimizer = OptimizerChoice.Adam,
        Loss = LossChoice.CategoricalCrossEntropy,
        Epochs = 5,
    };
}
