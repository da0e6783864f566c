namespace LeNetGen.Benchmarks.Networks;

/// <summary>The perceptron of the requirement documents.</summary>
[Network(1, 28, 28)]
[Flatten]
[Dense(128, Activation = Activation.ReLU)]
[Dense(10, Activation = Activation.Softmax)]
public sealed partial class Mlp;
