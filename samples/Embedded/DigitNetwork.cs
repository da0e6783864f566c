using LeNetGen;

namespace Embedded;

/// <summary>
/// The LeNet of the Trainer sample, whose weights lie beside this file: <c>--model d2l --dataset mnist</c>. The same declaration trains in
/// one project and ships in another; what it is compiled to is the project's affair.
/// </summary>
[Network(1, 28, 28)]
[Deploy(MaxParameterBytes = 300_000, MaxWorkingBytes = 65_536, MaxMultiplyAdds = 500_000)]
[Conv2D(6, 5, Padding = Padding.Same, Activation = Activation.Sigmoid)]
[AveragePooling2D(2)]
[Conv2D(16, 5, Activation = Activation.Sigmoid)]
[AveragePooling2D(2)]
[Flatten]
[Dense(120, Activation = Activation.Sigmoid)]
[Dense(84, Activation = Activation.Sigmoid)]
[Dense(10, Activation = Activation.Softmax)]
public sealed partial class DigitNetwork;
