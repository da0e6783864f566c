namespace LeNetGen.Execution.Tests.Networks;

/// <summary>
/// Convolutions that go by turns with the poolings behind them, the first one at every width: one is padded and has an activation by
/// itself, one has connections; a row is left over behind the last windows, rows between windows make up most of a strip, and one strip
/// has no window.
/// </summary>
[Network(1, 33, 32)]
[Conv2D(8, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[AveragePooling2D(2, 1)]
[Conv2D(3, 1, Activation = Activation.ReLU, Connections = new[] { "X.X", ".X.", "XX.", "..X", "X..", ".XX", "..X", "XXX" })]
[MaxPooling2D(2, Strides = 5)]
[Flatten]
[Dense(6, Activation = Activation.Softmax)]
public sealed partial class Stripped;
