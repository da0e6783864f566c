namespace LeNetGen.Benchmarks.Networks;

/// <summary>The D2L LeNet of the requirement documents.</summary>
[Network(1, 28, 28)]
[Conv2D(6, 5, Padding = Padding.Same, Activation = Activation.Sigmoid)]
[AveragePooling2D(2)]
[Conv2D(16, 5, Activation = Activation.Sigmoid)]
[AveragePooling2D(2)]
[Flatten]
[Dense(120, Activation = Activation.Sigmoid)]
[Dense(84, Activation = Activation.Sigmoid)]
[Dense(10, Activation = Activation.Softmax)]
public sealed partial class LeNet;
