namespace LeNetGen.Benchmarks.Networks;

/// <summary>The Keras variant of the requirement documents.</summary>
[Network(1, 32, 32)]
[Conv2D(6, 3, Activation = Activation.ReLU)]
[AveragePooling2D(2)]
[Conv2D(16, 3, Activation = Activation.ReLU)]
[AveragePooling2D(2)]
[Flatten]
[Dense(120, Activation = Activation.ReLU)]
[Dense(84, Activation = Activation.ReLU)]
[Dense(10, Activation = Activation.Softmax)]
public sealed partial class KerasLeNet;
