namespace LeNetGen.Execution.Tests.Networks;

/// <summary>
/// Windows of every geometry: a pool as the first layer, rectangular and strided kernels with a pad on each side alone, poolings that
/// overlap, with padding or as Keras' same, and one that leaves gaps.
/// </summary>
[Network(2, 31, 27)]
[MaxPooling2D(3, Strides = 2, PadTop = 1)]
[Conv2D(9, 3, 5, StrideWidth = 2, PadTop = 2, PadBottom = 1, PadRight = 3, Activation = Activation.ReLU)]
[MaxPooling2D(3, Strides = 2)]
[Conv2D(6, 2, 1, PadLeft = 2, Activation = Activation.Tanh)]
[AveragePooling2D(3, 2, Strides = 1, Padding = Padding.Same)]
[Conv2D(5, 1, 3, Pad = 1, Activation = Activation.Sigmoid)]
[MaxPooling2D(2, 1, Strides = 3, PadTop = 1)]
[Flatten]
[Dense(7, Activation = Activation.Softmax)]
public sealed partial class Overlapping;
