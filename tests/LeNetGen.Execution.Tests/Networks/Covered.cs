namespace LeNetGen.Execution.Tests.Networks;

/// <summary>
/// Poolings whose windows are too large, or have too many forms at the borders, for straight-line code, one of which leaves rows that it
/// does not cover; and an overlapping pool as the last layer.
/// </summary>
[Network(1, 16, 18)]
[Conv2D(4, 3, Strides = 1, Padding = Padding.Same, Activation = Activation.Sigmoid)]
[MaxPooling2D(7, Strides = 1, Padding = Padding.Same)]
[AveragePooling2D(7, 9, StrideHeight = 2, StrideWidth = 1, PadTop = 3, PadLeft = 8, PadRight = 5)]
[Conv2D(5, 3, 4, PadTop = 4, PadBottom = 2, Activation = Activation.ReLU)]
[AveragePooling2D(2, 3, StrideHeight = 3)]
[Conv2D(3, 1, Activation = Activation.Tanh)]
[MaxPooling2D(3, 2, Strides = 1, Pad = 1)]
public sealed partial class Covered;
