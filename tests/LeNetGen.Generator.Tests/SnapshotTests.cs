namespace LeNetGen.Generator.Tests;

public class SnapshotTests
{
    [Fact]
    public Task D2l() => Snapshot.Match(GeneratorRun.Of(Declarations.D2l));

    [Fact]
    public Task Nested() => Snapshot.Match(GeneratorRun.Of("""
        using LeNetGen;

        namespace Samples.@event;

        internal static partial class Outer<T>
        {
            [Network(1, 8, 8)]
            [Input(Scale = 0.5f, Offset = -0.1f, Pad = 2)]
            [MaxPooling2D(2)]
            [Conv2D(3, 3, Strides = 2, Padding = Padding.Same, Activation = Activation.ReLU, Name = "C1")]
            [Flatten]
            [Dense(4, Name = "class")]
            private sealed partial class @object;
        }
        """));

    [Fact]
    public Task WrongKernel() => Snapshot.Match(GeneratorRun.Of(
        Declarations.Network("[Network(1, 4, 4)][Conv2D(6, 5)][Flatten][Dense(10)]"),
        new Expected("LNG2003", "5", "Layer 'Conv2D_1': a 5x5 kernel does not fit its 4x4 input, the network's input; "
            + "reduce kernelSize to at most 4 or set Padding = Padding.Same")));
}
