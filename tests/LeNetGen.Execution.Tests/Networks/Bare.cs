namespace LeNetGen.Execution.Tests.Networks;

/// <summary>No dense layer at all: pooling first, a convolution before the last Flatten, an activation other than softmax at the end.</summary>
[Network(1, 9, 7)]
[MaxPooling2D(2)]
[Conv2D(4, 3, Strides = 2, Padding = Padding.Same, Activation = Activation.ReLU)]
[AveragePooling2D(2)]
[Conv2D(3, 1, Activation = Activation.Sigmoid, Name = "Last")]
[Flatten]
public sealed partial class Bare;
