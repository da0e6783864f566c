using LeNetGen;
using static LeNetGen.Layers;

namespace Trainer.Models;

/// <summary>
/// The LeNet of Dive into Deep Learning once more, written as Keras' functional API writes it: layers are called one after the other.
/// </summary>
[Network(1, 28, 28)]
public sealed partial class FunctionalLeNet
{
    [Conv2D(6, 5, Padding = Padding.Same)] private static partial Node Conv1(Node x);

    [Conv2D(16, 5)] private static partial Node Conv2(Node x);

    [Dense(120)] private static partial Node Dense1(Node x);

    [Dense(84)] private static partial Node Dense2(Node x);

    [Dense(10)] private static partial Node Dense3(Node x);

    internal static ModelRecipe Recipe { get; } = LeNet.Recipe with
    {
        Key = "d2l-functional",
        Title = "the LeNet of Dive into Deep Learning, layer by layer",
        Create = seed => new FunctionalLeNet(seed),
        Load = Load,
    };

    private static Node Forward(Node image)
    {
        var x = Sigmoid(Conv1(image));
        x = AveragePooling2D(x, 2);
        x = Sigmoid(Conv2(x));
        x = AveragePooling2D(x, 2);
        x = Flatten(x);
        x = Sigmoid(Dense1(x));
        x = Sigmoid(Dense2(x));
        return Softmax(Dense3(x));
    }
}
