namespace LeNetGen.Execution.Tests.Networks;

/// <summary>Kernels too large to unroll whole, 1x1 kernels, more filters than a register tile holds, strides in a gradient.</summary>
[Network(2, 15, 40)]
[Conv2D(18, 9, Padding = Padding.Same)]
[AveragePooling2D(2)]
[Conv2D(17, 1, Activation = Activation.Sigmoid)]
[Conv2D(21, 3, Strides = 3, Activation = Activation.Tanh)]
[Flatten]
[Dense(33)]
[Dense(3, Activation = Activation.Softmax)]
public sealed partial class Wide;
