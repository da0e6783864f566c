using static LeNetGen.Layers;

namespace LeNetGen.Execution.Tests.Networks;

/// <summary>
/// Poolings that a prediction does together with the convolutions before them: of every kind, behind every activation that allows it; windows
/// of several shapes, some apart from each other, rows and columns left over, a strided kernel, a window of one element, two that meet.
/// </summary>
[Network(2, 40, 37)]
public sealed partial class Windows
{
    [Conv2D(5, 3, Activation = Activation.ReLU)]
    private static partial Node First(Node x);

    [MaxPooling2D(2, 3, Strides = 3)]
    private static partial Node FirstPool(Node x);

    [Conv2D(7, 2, 3, Activation = Activation.LeakyReLU, NegativeSlope = 1.5f)]
    private static partial Node Left(Node x);

    [Conv2D(3, 3, 2)]
    private static partial Node Right(Node x);

    [AveragePooling2D(2, 1, Strides = 3)]
    private static partial Node RightPool(Node x);

    [Conv2D(18, 1, Strides = 2, Activation = Activation.ReLU)]
    private static partial Node Last(Node x);

    [Dense(6, Activation = Activation.Softmax)]
    private static partial Node Classes(Node x);

    private static Node Forward(Node image)
    {
        Node x = FirstPool(First(image));
        Node towers = Concatenate(MaxPooling2D(Left(x), 3, 2), RightPool(Right(x)));
        return Classes(Flatten(AveragePooling2D(Last(towers), 1)));
    }
}
