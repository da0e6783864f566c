using LeNetGen;
using Trainer.Data;
using static LeNetGen.Layers;

namespace Trainer.Models;

/// <summary>
/// A LeNet whose middle looks at the image through windows of several sizes at once, as GoogLeNet's Inception blocks do (Szegedy and others,
/// "Going deeper with convolutions", 2015).
/// </summary>
[Network(1, 28, 28)]
public sealed partial class InceptionLeNet
{
    [Conv2D(8, 5, Padding = Padding.Same, Activation = Activation.ReLU)] private static partial Node Stem(Node x);

    [Conv2D(8, 1, Activation = Activation.ReLU)] private static partial Node Point(Node x);

    [Conv2D(8, 3, Padding = Padding.Same, Activation = Activation.ReLU)] private static partial Node Near(Node x);

    [Conv2D(4, 5, Padding = Padding.Same, Activation = Activation.ReLU)] private static partial Node Far(Node x);

    [MaxPooling2D(3, Strides = 1, Padding = Padding.Same)] private static partial Node Largest(Node x);

    [Conv2D(4, 1, Activation = Activation.ReLU)] private static partial Node Projection(Node x);

    [Dense(84, Activation = Activation.ReLU)] private static partial Node Hidden(Node x);

    [Dense(10)] private static partial Node Classes(Node x);

    internal static ModelRecipe Recipe { get; } = new()
    {
        Key = "inception",
        Title = "LeNet with an Inception block",
        Create = seed => new InceptionLeNet(seed),
        Load = Load,
        Dataset = DatasetChoice.FashionMnist,
        Optimizer = OptimizerChoice.Adam,
        Epochs = 5,
        BatchSize = 64,
    };

    private static Node Forward(Node image)
    {
        var x = MaxPooling2D(Stem(image), 2);
        x = Concatenate(Point(x), Near(x), Far(x), Projection(Largest(x)));
        return Softmax(Classes(Hidden(Flatten(MaxPooling2D(x, 2)))));
    }
}
