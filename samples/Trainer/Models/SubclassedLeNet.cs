using LeNetGen;
using Trainer.Data;

namespace Trainer.Models;

/// <summary>
/// The LeNet of Dive into Deep Learning as a subclass of Keras' Model, to which the number of classes is an argument; its first convolution
/// does not pad, so that 256 features are left and not 400.
/// </summary>
[Network(1, 28, 28)]
public sealed partial class SubclassedLeNet
{
    /// <summary>The number of classes: shapes are the compiler's business here, so it is a constant.</summary>
    private const int Classes = 10;

    [Conv2D(6, 5, Activation = Activation.Sigmoid)] private static partial Node Conv1(Node x);

    [AveragePooling2D(2)] private static partial Node Pool1(Node x);

    [Conv2D(16, 5, Activation = Activation.Sigmoid)] private static partial Node Conv2(Node x);

    [AveragePooling2D(2)] private static partial Node Pool2(Node x);

    [Flatten] private static partial Node Features(Node x);

    [Dense(120, Activation = Activation.Sigmoid)] private static partial Node Dense1(Node x);

    [Dense(84, Activation = Activation.Sigmoid)] private static partial Node Dense2(Node x);

    [Dense(Classes, Activation = Activation.Softmax)] private static partial Node Dense3(Node x);

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

    private static Node Forward(Node image)
    {
        var features = Features(Pool2(Conv2(Pool1(Conv1(image)))));
        return Dense3(Dense2(Dense1(features)));
    }
}
