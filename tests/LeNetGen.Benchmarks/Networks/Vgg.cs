namespace LeNetGen.Benchmarks.Networks;

/// <summary>A larger member of the family: pairs of 3x3 convolutions over 64x64 pixels in colour, 100 classes.</summary>
[Network(3, 64, 64)]
[Conv2D(32, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[Conv2D(32, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling2D(2)]
[Conv2D(64, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling2D(2)]
[Conv2D(128, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
[MaxPooling2D(2)]
[Flatten]
[Dense(256, Activation = Activation.ReLU)]
[Dense(100, Activation = Activation.Softmax)]
public sealed partial class Vgg;
