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
    public Task Graph() => Snapshot.Match(GeneratorRun.Of("""
        using LeNetGen;
        using static LeNetGen.Layers;

        namespace Samples;

        [Network(1, 8, 8, KernelInitializer = Initializer.HeUniform)]
        public sealed partial class Residual
        {
            [Conv2D(2, 3, Padding = Padding.Same)] private static partial Node Stem(Node x);
            [Conv2D(2, 3, Padding = Padding.Same, Activation = Activation.ReLU)] private static partial Node Block(Node x);
            [MaxPooling2D(3, Strides = 2)] internal static partial Node Pool(Node @in);
            [Dense(3)] private static partial Node Logits(Node x);

            private static Node Forward(Node image)
            {
                var x = Relu(Stem(image));
                x += Block(Block(x));
                x = Concatenate(Pool(x), Pool(Sigmoid(x)));
                return Softmax(Logits(Flatten(x)));
            }
        }
        """));

    [Fact]
    public Task WrongKernel() => Snapshot.Match(GeneratorRun.Of(
        Declarations.Network("[Network(1, 4, 4)][Conv2D(6, 5)][Flatten][Dense(10)]"),
        new Expected("LNG2003", "5", "Layer 'Conv2D_1': a 5x5 kernel does not fit its 4x4 input, the network's input; "
            + "reduce kernelSize to at most 4 or set Padding = Padding.Same")));
}
