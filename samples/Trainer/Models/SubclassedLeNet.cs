using LeNetGen;
using Trainer.Data;

namespace Trainer.Models;

/// <summary>
/// The LeNet of Dive into Deep Learning as a subclass of Keras' Model, to which the number of classes is an argument; its first convolution
/// does not pad, so that 256 features are left and not 400.
/// </summary>
[Network(1, 28, 28)]
[Conv2D(6, 5, Activation = Activation.Sigmoid)]
[AveragePooling2D(2)]
[Conv2D(16, 5, Activation = Activation.Sigmoid)]
[AveragePooling2D(2)]
[Flatten]
[Dense(120, Activation = Activation.Sigmoid)]
[Dense(84, Activation = Activation.Sigmoid)]
[Dense(Classes, Activation = Activation.Softmax)]
public sealed partial class SubclassedLeNet
{
    /// <summary>The number of classes: shapes are the compiler's business here, so it is a constant.</summary>
    public const int Classes = 10;

    internal static ModelRecipe Recipe { get; } = new()
    {
        Key = "d2l-subclass",
        Title = "the same, subclassed, without padding",
        Create = seed => new SubclassedLeNet(seed),
        Load = Load,
        Dataset = DatasetChoice.FashionMnist,
        Optimizer = OptimizerChoice.RmsProp,
        Epochs = 20,
        SyntheticEpochs = 30,
        BatchSize = 256,
        ValidationSplit = 0.2,
    };
}
