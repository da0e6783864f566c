namespace LeNetGen.Execution.Tests.Networks;

/// <summary>The PyTorch module of the requirement documents: max pooling, and a ReLU after the last layer too.</summary>
[Network(1, 28, 28)]
[Conv2D(6, 5, Activation = Activation.ReLU)]
[MaxPooling2D(2)]
[Conv2D(16, 5, Activation = Activation.ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(120, Activation = Activation.ReLU)]
[Dense(84, Activation = Activation.ReLU)]
[Dense(10, Activation = Activation.ReLU)]
public sealed partial class Pooled;
