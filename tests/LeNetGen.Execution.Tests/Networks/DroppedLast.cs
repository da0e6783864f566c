namespace LeNetGen.Execution.Tests.Networks;

/// <summary>Dropout at the very end, where training has other outputs than a prediction, and between a convolution and a Flatten.</summary>
[Network(2, 5, 6)]
[Conv2D(3, 2, Activation = Activation.Sigmoid)]
[Dropout(0.4)]
[Flatten]
[Dense(5, Activation = Activation.LeakyReLU, NegativeSlope = 0.5f)]
[Dropout(0.35)]
public sealed partial class DroppedLast;
