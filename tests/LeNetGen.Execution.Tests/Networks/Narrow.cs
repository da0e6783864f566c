namespace LeNetGen.Execution.Tests.Networks;

/// <summary>
/// Convolutions of few filters with poolings behind them, whose lanes are windows where one image is predicted: 17 windows, so that at every
/// width a vector has lanes left over, 4 and 7; padding as wide as several windows; strides, gaps between windows, columns that no window
/// covers; activations before the pooling and in the convolution.
/// </summary>
[Network(2, 24, 35)]
[Conv2D(3, 3, 5, Padding = Padding.Same, Activation = Activation.Sigmoid)]
[AveragePooling2D(2)]
[Conv2D(2, 2, 3, Strides = 2, PadTop = 1, PadLeft = 5, PadRight = 3, Activation = Activation.ReLU)]
[MaxPooling2D(1, 2, StrideWidth = 3)]
[Conv2D(2, 3, 6, Pad = 4, Activation = Activation.Tanh)]
[MaxPooling2D(3, 1)]
[Flatten]
[Dense(5, Activation = Activation.Softmax)]
public sealed partial class Narrow;
