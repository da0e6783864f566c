using static LeNetGen.Layers;

namespace LeNetGen.Execution.Tests.Networks;

/// <summary>The LeNet of Dive into Deep Learning as its subclass is written, but with the padding of the other two forms.</summary>
[Network(1, 28, 28)]
public sealed partial class SamePaddedSubclass
{
    private const int Classes = 10;

    [Conv2D(6, 5, Padding = Padding.Same, Activation = Activation.Sigmoid)]
    private static partial Node Conv1(Node x);

    [AveragePooling2D(2)]
    private static partial Node Pool1(Node x);

    [Conv2D(16, 5, Activation = Activation.Sigmoid)]
    private static partial Node Conv2(Node x);

    [Dense(120, Activation = Activation.Sigmoid)]
    private static partial Node Dense1(Node x);

    [Dense(84, Activation = Activation.Sigmoid)]
    private static partial Node Dense2(Node x);

    [Dense(Classes, Activation = Activation.Softmax)]
    private static partial Node Dense3(Node x);

    private static Node Forward(Node image) =>
        Dense3(Dense2(Dense1(Flatten(AveragePooling2D(Conv2(Pool1(Conv1(image))), 2)))));
}
