using LeNetGen;
using Trainer.Data;
using static LeNetGen.Layers;

namespace Trainer.Models;

/// <summary>Two towers that share their weights: one sees the image as it is, the other at half its size.</summary>
[Network(1, 28, 28)]
public sealed partial class TwoTowerLeNet
{
    [Conv2D(8, 5, Padding = Padding.Same, Activation = Activation.ReLU)] private static partial Node Edges(Node x);

    [Conv2D(16, 3, Padding = Padding.Same, Activation = Activation.ReLU)] private static partial Node Shapes(Node x);

    [Dense(84, Activation = Activation.ReLU)] private static partial Node Hidden(Node x);

    [Dense(10)] private static partial Node Classes(Node x);

    internal static ModelRecipe Recipe { get; } = new()
    {
        Key = "two-towers",
        Title = "LeNet with two towers of shared weights",
        Create = seed => new TwoTowerLeNet(seed),
        Load = Load,
        Dataset = DatasetChoice.FashionMnist,
        Optimizer = OptimizerChoice.Adam,
        Epochs = 5,
        BatchSize = 64,
    };

    private static Node Forward(Node image)
    {
        var near = MaxPooling2D(Shapes(MaxPooling2D(Edges(image), 2)), 2);
        var far = MaxPooling2D(Shapes(Edges(AveragePooling2D(image, 2))), 2);
        return Softmax(Classes(Hidden(Concatenate(Flatten(near), Flatten(far)))));
    }
}
