namespace LeNetGen.Execution.Tests.Networks;

/// <summary>Dropout wherever it can stand: first, below and above each kind of layer, twice in a row, of rate 0, before the last layer.</summary>
[Network(1, 13, 11)]
[Dropout(0.1)]
[Conv2D(5, 3, Padding = Padding.Same, Activation = Activation.LeakyReLU)]
[Dropout(0.3)]
[MaxPooling2D(2)]
[Dropout(0.25)]
[Conv2D(6, 2, Activation = Activation.Tanh)]
[AveragePooling2D(2)]
[Flatten]
[Dropout(0.5)]
[Dropout(0.2)]
[Dense(21, Activation = Activation.ReLU)]
[Dropout(0)]
[Dense(9, Activation = Activation.Sigmoid)]
[Dropout(0.9)]
[Dense(7, Activation = Activation.Softmax)]
public sealed partial class Dropped;
