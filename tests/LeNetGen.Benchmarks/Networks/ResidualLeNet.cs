using static LeNetGen.Layers;

namespace LeNetGen.Benchmarks.Networks;

/// <summary>A LeNet with residual connections: each block adds what it computes to what it reads.</summary>
[Network(1, 28, 28)]
public sealed partial class ResidualLeNet
{
    [Conv2D(16, 5, Padding = Padding.Same)] private static partial Node Stem(Node x);

    [Conv2D(16, 3, Padding = Padding.Same)] private static partial Node Block1A(Node x);

    [Conv2D(16, 3, Padding = Padding.Same)] private static partial Node Block1B(Node x);

    [Conv2D(16, 3, Padding = Padding.Same)] private static partial Node Block2A(Node x);

    [Conv2D(16, 3, Padding = Padding.Same)] private static partial Node Block2B(Node x);

    [Dense(10)] private static partial Node Classes(Node x);

    private static Node Forward(Node image)
    {
        var x = MaxPooling2D(Relu(Stem(image)), 2);
        x = Relu(x + Block1B(Relu(Block1A(x))));
        x = Relu(x + Block2B(Relu(Block2A(x))));
        return Softmax(Classes(Flatten(AveragePooling2D(x, 2))));
    }
}
