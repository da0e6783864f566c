namespace LeNetGen.Execution.Tests.Networks;

/// <summary>Three channels, odd sizes, strides, pixels dropped by pooling, raw pixels scaled, moved and padded.</summary>
[Network(3, 19, 17)]
[Input(Scale = 0.0123f, Offset = -0.7f, Pad = 2)]
[Conv2D(7, 3, Strides = 2, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling2D(3)]
[Conv2D(5, 2, Padding = Padding.Same, Activation = Activation.Tanh)]
[Flatten]
[Dense(9, Activation = Activation.ReLU)]
public sealed partial class Strided;
