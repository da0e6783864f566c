namespace LeNetGen.Benchmarks.Networks;

/// <summary>LeNet-5 "from the paper" of the requirement documents.</summary>
[Network(1, 32, 32)]
[Conv2D(6, 5, Activation = Activation.Tanh)]
[AveragePooling2D(2)]
[Conv2D(16, 5, Activation = Activation.Tanh)]
[AveragePooling2D(2)]
[Flatten]
[Dense(120, Activation = Activation.Tanh)]
[Dense(84, Activation = Activation.Tanh)]
[Dense(10, Activation = Activation.Softmax)]
public sealed partial class LeNet5;
