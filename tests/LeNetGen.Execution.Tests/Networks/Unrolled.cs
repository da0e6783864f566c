namespace LeNetGen.Execution.Tests.Networks;

/// <summary>Layers without loops over a row, and without any: padding, strides, several tiles of units.</summary>
[Network(2, 7, 9)]
[Conv2D(3, 3, Padding = Padding.Same, Activation = Activation.ReLU, Unroll = Unroll.Row)]
[Conv2D(3, 3, Strides = 2, Activation = Activation.Tanh, Unroll = Unroll.Layer)]
[Flatten]
[Dense(37, Unroll = Unroll.Row)]
[Dense(5, Activation = Activation.Softmax, Unroll = Unroll.Layer)]
public sealed partial class Unrolled;
