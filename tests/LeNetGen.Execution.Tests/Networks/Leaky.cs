namespace LeNetGen.Execution.Tests.Networks;

/// <summary>LeakyReLU wherever an activation can stand: below both poolings, below a dense layer, at the end; with several slopes.</summary>
[Network(1, 14, 13)]
[Conv2D(5, 3, Padding = Padding.Same, Activation = Activation.LeakyReLU)]
[AveragePooling2D(2)]
[Conv2D(6, 3, Activation = Activation.LeakyReLU, NegativeSlope = 0.01f)]
[MaxPooling2D(2)]
[Conv2D(4, 2, Padding = Padding.Same, Activation = Activation.LeakyReLU, NegativeSlope = 1.5f)]
[Flatten]
[Dense(17, Activation = Activation.LeakyReLU, NegativeSlope = 0)]
[Dense(4, Activation = Activation.LeakyReLU)]
public sealed partial class Leaky;
