namespace LeNetGen.Benchmarks.Networks;

/// <summary>LeNet-5 of 1998, with codes that alternate: what they are makes no difference to speed.</summary>
[Network(1, 32, 32)]
[Conv2D(6, 5, Activation = Activation.ScaledTanh)]
[Subsampling2D(2, Activation = Activation.ScaledTanh)]
[Conv2D(16, 5, Activation = Activation.ScaledTanh, Connections =
[
    "X...XXX..XXXX.XX",
    "XX...XXX..XXXX.X",
    "XXX...XXX..X.XXX",
    ".XXX..XXXX..X.XX",
    "..XXX..XXXX.XX.X",
    "...XXX..XXXX.XXX",
])]
[Subsampling2D(2, Activation = Activation.ScaledTanh)]
[Conv2D(120, 5, Activation = Activation.ScaledTanh)]
[Flatten]
[Dense(84, Activation = Activation.ScaledTanh)]
[Rbf(
    "X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.",
    ".X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X.X",
    "XX..XX..XX..XX..XX..XX..XX..XX..XX..XX..XX..XX..XX..XX..XX..XX..XX..XX..XX..XX..XX..",
    "..XX..XX..XX..XX..XX..XX..XX..XX..XX..XX..XX..XX..XX..XX..XX..XX..XX..XX..XX..XX..XX",
    "XXX...XXX...XXX...XXX...XXX...XXX...XXX...XXX...XXX...XXX...XXX...XXX...XXX...XXX...",
    "...XXX...XXX...XXX...XXX...XXX...XXX...XXX...XXX...XXX...XXX...XXX...XXX...XXX...XXX",
    "XXXXXX......XXXXXX......XXXXXX......XXXXXX......XXXXXX......XXXXXX......XXXXXX......",
    "......XXXXXX......XXXXXX......XXXXXX......XXXXXX......XXXXXX......XXXXXX......XXXXXX",
    "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX",
    "....................................................................................")]
public sealed partial class LeNet5Of1998;
