using static LeNetGen.Layers;

namespace LeNetGen.Execution.Tests.Graphs;

/// <summary>A small residual network, of which PyTorch's answers are in <c>Golden/Graphs</c>.</summary>
[Network(1, 8, 8)]
public sealed partial class Residual
{
    [Conv2D(4, 3, Padding = Padding.Same)]
    private static partial Node Conv1(Node x);

    [Conv2D(4, 3, Padding = Padding.Same)]
    private static partial Node Conv2(Node x);

    [Dense(5)]
    private static partial Node Classes(Node x);

    private static Node Forward(Node image)
    {
        var x = Relu(Conv1(image));
        x = Relu(x + Conv2(x));
        return Softmax(Classes(Flatten(MaxPooling2D(x, 2))));
    }
}
