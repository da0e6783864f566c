using static LeNetGen.Layers;

namespace LeNetGen.Execution.Tests.Graphs;

/// <summary>A small network of branches that are concatenated and squared, of which PyTorch's answers are in <c>Golden/Graphs</c>.</summary>
[Network(1, 8, 8)]
public sealed partial class Concatenating
{
    [Conv2D(2, 1, Activation = Activation.ReLU)]
    private static partial Node Point(Node x);

    [Conv2D(3, 3, Pad = 1, Activation = Activation.Sigmoid)]
    private static partial Node Near(Node x);

    [Conv2D(2, 5, Pad = 2)]
    private static partial Node Far(Node x);

    [MaxPooling2D(3, Strides = 1, Pad = 1)]
    private static partial Node Largest(Node x);

    [Conv2D(1, 1)]
    private static partial Node Projection(Node x);

    [Dense(5)]
    private static partial Node Classes(Node x);

    private static Node Forward(Node image)
    {
        var x = Concatenate(Point(image), Near(image), Tanh(Far(image)), Projection(Largest(image)));
        return Softmax(Classes(Flatten(AveragePooling2D(x * x, 2))));
    }
}
