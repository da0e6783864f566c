using LeNetGen.Execution.Tests.Compilation;

namespace LeNetGen.Execution.Tests.Mutations;

/// <summary>Small networks that together have every kind of kernel, in every form that the emitters know.</summary>
internal static class MutatedNetworks
{
    private const int MostComparisons = 48;
    private const string Pooled = "Pooled";
    private const string Overlapping = "Overlapping";

    private static readonly Dictionary<string, string> s_declarations = new()
    {
        // Border and inner tiles, a row left over, a final softmax.
        ["Padded"] = """
            [Network(2, 9, 28)]
            [Conv2D(6, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
            [AveragePooling2D(2)]
            [Conv2D(5, 3, Activation = Activation.ReLU)]
            [AveragePooling2D(2)]
            [Flatten]
            [Dense(7, Activation = Activation.Sigmoid)]
            [Dense(3, Activation = Activation.Softmax)]
            """,

        // Pooling of the image itself, strides, ReLU with nothing between it and the next layer's gradient, an activation of the output.
        ["Strided"] = """
            [Network(2, 22, 24)]
            [MaxPooling2D(2)]
            [Conv2D(4, 3, Padding = Padding.Same, Activation = Activation.Sigmoid)]
            [AveragePooling2D(2)]
            [Conv2D(3, 3, Strides = 2, Padding = Padding.Same, Activation = Activation.ReLU)]
            [Conv2D(4, 2)]
            [Flatten]
            [Dense(4, Activation = Activation.Tanh)]
            """,

        // Rows and columns left over by poolings that are trained through, and the choice of maxima.
        [Pooled] = """
            [Network(1, 13, 15)]
            [Conv2D(3, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
            [MaxPooling2D(2)]
            [AveragePooling2D(2)]
            [Flatten]
            [Dense(6, Activation = Activation.Tanh)]
            [Dense(3, Activation = Activation.Softmax)]
            """,

        // Poolings that a prediction does together with the convolutions before them, one of whose activations comes after the pooling.
        ["Fused"] = """
            [Network(2, 11, 20)]
            [Conv2D(3, 2, 3, Activation = Activation.ReLU)]
            [MaxPooling2D(2)]
            [Conv2D(2, 2, Activation = Activation.LeakyReLU)]
            [AveragePooling2D(1, 2)]
            [Flatten]
            [Dense(3, Activation = Activation.Softmax)]
            """,

        // LeakyReLU in every kernel that applies it or its derivative.
        ["Leaky"] = """
            [Network(1, 8, 10)]
            [Conv2D(3, 3, Activation = Activation.LeakyReLU)]
            [AveragePooling2D(2)]
            [Flatten]
            [Dense(5, Activation = Activation.LeakyReLU, NegativeSlope = 0.3f)]
            [Dense(3, Activation = Activation.LeakyReLU, NegativeSlope = 2)]
            """,

        // Filters that read some of the channels; trainable subsampling.
        ["Connected"] = """
            [Network(1, 9, 10)]
            [Conv2D(3, 3, Activation = Activation.Tanh)]
            [Conv2D(5, 2, Padding = Padding.Same, Activation = Activation.Sigmoid, Connections = new[] { "X.XX.", ".XX.X", "XX..X" })]
            [Subsampling2D(2, Activation = Activation.ScaledTanh)]
            [Flatten]
            [Dense(3, Activation = Activation.Softmax)]
            """,

        // Poolings whose windows overlap and reach into the padding, trained through.
        [Overlapping] = """
            [Network(1, 12, 12)]
            [Conv2D(3, 3, 2, PadTop = 1, PadRight = 1, Activation = Activation.Tanh)]
            [MaxPooling2D(3, Strides = 2, PadLeft = 1)]
            [AveragePooling2D(2, 3, Strides = 1, PadBottom = 1)]
            [Flatten]
            [Dense(3, Activation = Activation.Softmax)]
            """,

        // Dropout of an image and of vectors, behind activations with each form of derivative, and of the output.
        ["Dropped"] = """
            [Network(1, 5, 6)]
            [Dropout(0.2)]
            [Conv2D(3, 2, Activation = Activation.Tanh)]
            [Dropout(0.3)]
            [Flatten]
            [Dense(6, Activation = Activation.Sigmoid)]
            [Dropout(0.4)]
            [Dense(5, Activation = Activation.ReLU)]
            [Dropout(0.1)]
            [Dense(4, Activation = Activation.LeakyReLU)]
            [Dropout(0.2)]
            [Dense(4)]
            [Dropout(0.25)]
            """,
    };

    /// <summary>Networks whose layers are methods: the members of their class.</summary>
    private static readonly Dictionary<string, string> s_graphs = new()
    {
        // Sums, products, copies, shares of several readers in every kernel that adds them, layers that are called twice.
        ["Joined"] = """
            [Network(1, 6, 8)]
            public sealed partial class Joined
            {
                [Conv2D(3, 3, Padding = Padding.Same)] private static partial Node Conv2D_1(Node x);
                [Conv2D(3, 3, Padding = Padding.Same)] private static partial Node Conv2D_2(Node x);
                [Dense(6, Activation = Activation.Tanh)] private static partial Node Dense_1(Node x);
                [Dense(4)] private static partial Node Dense_2(Node x);
                [Dense(6)] private static partial Node Dense_3(Node x);

                private static Node Forward(Node image)
                {
                    var x = Sigmoid(Conv2D_1(image));
                    var y = Relu(x + Conv2D_2(x)) * Conv2D_2(Tanh(x));
                    var z = Concatenate(y, x, Dropout(y, 0.3));
                    var v = Flatten(AveragePooling2D(z, 2)) + Flatten(MaxPooling2D(z, 2));
                    var d = Dense_3(Dense_3(Dense_1(v)));
                    return Softmax(Dense_2(Concatenate(d, LeakyRelu(d * d))));
                }
            }
            """,
    };

    /// <summary>The networks' names.</summary>
    public static IEnumerable<string> Names => s_declarations.Keys.Concat(s_graphs.Keys);

    /// <summary>The network of that name.</summary>
    public static GeneratedNetwork Generate(string name) => GeneratedNetwork.Of(
        s_graphs.TryGetValue(name, out string? graph)
            ? $"using LeNetGen;\nusing static LeNetGen.Layers;\n{graph}"
            : $"using LeNetGen;\n{s_declarations[name]}\npublic sealed partial class {name};",
        name);

    /// <summary>
    /// Whether every statement of a method matters. Where columns are left over, convolutions have code for pixels that nobody reads; and
    /// of neighbouring pixels that a maximum is chosen from all but one have no gradient, so that their order does not matter.
    /// </summary>
    public static bool Matters(string network, EmittedMethod method) =>
        network is not (Pooled or Overlapping) || !method.Name.StartsWith("Conv2D_", StringComparison.Ordinal);

    /// <summary>
    /// What is compared, one after the other until there is a difference: another order of two additions changes few bits, which a later
    /// layer may round away. A comparison is of 17 images, a block and a second one with a single image. They and the parameters are
    /// random; every fourth time the last filter of each convolution is a positive bias alone: all its pixels are equal, so that max
    /// pooling has to choose among equals; and every fourth time a layer, the last one excepted, has no parameters but zeros: its outputs
    /// are where the two lines of a LeakyReLU meet.
    /// </summary>
    public static Lazy<InterpreterComparison>[] Comparisons(NetworkDefinition definition) =>
        [.. Enumerable.Range(0, MostComparisons).Select(seed => new Lazy<InterpreterComparison>(() => Comparison(definition, seed)))];

    private static InterpreterComparison Comparison(NetworkDefinition definition, int seed)
    {
        const int count = NetworkKernels.BlockSize + 1;
        var random = new Random(seed);
        float[] images = Uniform(random, count * definition.Input.Shape.Length);
        byte[] labels = [.. Enumerable.Range(0, count).Select(_ => (byte)random.Next(definition.Output.Length))];
        float[] parameters = Uniform(random, definition.ParameterCount);
        if (seed % 4 == 3)
        {
            foreach (Conv2DDefinition layer in definition.Layers.OfType<Conv2DDefinition>().Where(layer => layer.ParameterCount > 0))
            {
                ParameterDefinition weight = layer.Parameters[0], bias = layer.Parameters[1];
                int filterLength = weight.Length / bias.Length;
                parameters.AsSpan(weight.Offset + weight.Length - filterLength, filterLength).Clear();
                parameters[bias.Offset + bias.Length - 1] = 0.25f;
            }
        }

        if (seed % 4 == 1)
        {
            LayerDefinition[] weighted = [.. definition.Layers.SkipLast(1).Where(layer => layer.ParameterCount > 0)];
            LayerDefinition zero = weighted[seed / 4 % weighted.Length];
            parameters.AsSpan(zero.ParameterOffset, zero.ParameterCount).Clear();
        }

        return new InterpreterComparison(definition, images, labels, parameters);
    }

    private static float[] Uniform(Random random, int length)
    {
        var values = new float[length];
        foreach (ref float value in values.AsSpan())
            value = random.NextSingle() - 0.5f;
        return values;
    }
}
