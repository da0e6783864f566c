namespace LeNetGen.Execution.Tests.Networks;

/// <summary>
/// Tables of connections on padded and strided convolutions, one with a channel that no filter reads and one that gives filters unequal
/// lists; subsampling whose windows overlap and reach into the padding; radial basis functions between other layers.
/// </summary>
[Network(2, 13, 11)]
[Conv2D(5, 3, Pad = 1, Activation = Activation.ReLU, Connections = ["X X . X .", "X . X X X"])]
[Subsampling2D(3, Strides = 2, Pad = 1, Activation = Activation.ScaledTanh)]
[Conv2D(7, 3, 2, Strides = 2, Pad = 1, Activation = Activation.Tanh, Connections =
[
    "X......",
    "XXX..X.",
    "XXXXX.X",
    ".......",
    "XX.XX..",
])]
[Subsampling2D(2, 3)]
[Flatten]
[Rbf("XX.X..X .X.X..X", "....... .......", "X.X.X.X .X.X.X.", "..XX..X X..XX.X", "XXXX... ...XXXX")]
[Dense(4, Activation = Activation.Softmax)]
internal sealed partial class Connected;
