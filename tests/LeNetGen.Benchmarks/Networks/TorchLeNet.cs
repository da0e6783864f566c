namespace LeNetGen.Benchmarks.Networks;

/// <summary>PyTorch's LeNet-5 of the requirement documents.</summary>
[Network(1, 28, 28)]
[Conv2D(6, 5, Activation = Activation.ReLU)]
[MaxPooling2D(2)]
[Conv2D(16, 5, Activation = Activation.ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(120, Activation = Activation.ReLU)]
[Dense(84, Activation = Activation.ReLU)]
[Dense(10, Activation = Activation.ReLU)]
public sealed partial class TorchLeNet;
