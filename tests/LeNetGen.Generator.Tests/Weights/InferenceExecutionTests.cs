using System.Reflection;
using System.Runtime.Intrinsics.X86;

namespace LeNetGen.Generator.Tests.Weights;

/// <summary>
/// Networks that only predict, run: at every vector width each layer computes, bit for bit, what the compiler has worked out by itself.
/// </summary>
public class InferenceExecutionTests
{
    private delegate int FirstDifference(
        ReadOnlySpan<float> packed, Span<float> workspace, ReadOnlySpan<float> image, Span<float> output, ReadOnlySpan<uint> checksums);

    public static TheoryData<string, string, string[]> Networks => new()
    {
        {
            "a LeNet",
            "[Network(1, 12, 12)][Input(Pad = 1)][Conv2D(3, 5, Padding = Padding.Same, Activation = Activation.Sigmoid)][AveragePooling2D(2)]"
            + "[Conv2D(5, 3, Activation = Activation.Tanh)][MaxPooling2D(2)][Dropout(0.5)][Flatten]"
            + "[Dense(7, Activation = Activation.ReLU)][Dense(4, Activation = Activation.Softmax)] sealed partial class Net;",
            [
                "Conv2D_1.weight [3, 1, 5, 5]", "Conv2D_1.bias [3]", "Conv2D_2.weight [5, 3, 3, 3]", "Conv2D_2.bias [5]",
                "Dense_1.weight [7, 20]", "Dense_1.bias [7]", "Dense_2.weight [4, 7]", "Dense_2.bias [4]",
            ]
        },
        {
            "strides, pads and windows that overlap",
            "[Network(2, 9, 11)][Conv2D(18, 3, 2, StrideHeight = 2, PadTop = 1, PadLeft = 1, Activation = Activation.LeakyReLU)]"
            + "[MaxPooling2D(3, Strides = 1, Padding = Padding.Same)][AveragePooling2D(2, 3)][Flatten][Dense(17)] sealed partial class Net;",
            ["Conv2D_1.weight [18, 2, 3, 2]", "Conv2D_1.bias [18]", "Dense_1.weight [17, 108]", "Dense_1.bias [17]"]
        },
        {
            "an image that is pooled first",
            "[Network(3, 6, 6)][MaxPooling2D(2)][Flatten][Dense(3, Activation = Activation.Softmax)] sealed partial class Net;",
            ["Dense_1.weight [3, 27]", "Dense_1.bias [3]"]
        },
        {
            "tables, subsampling and codes",
            "[Network(2, 9, 11)][Conv2D(5, 3, Activation = Activation.ScaledTanh, Connections = new[] { \"X.X.X\", \".XXX.\" })]"
            + "[Subsampling2D(2, Strides = 1, Pad = 1, Activation = Activation.Sigmoid)][Subsampling2D(3)][Flatten]"
            + "[Rbf(\"X.XX.X..XX.X..X .X.XX.XX..X..XX\", \"XXXXX.....XXXXX .XX.XX.XX.XX.XX\")] sealed partial class Net;",
            [
                "Conv2D_1.weight [6, 1, 3, 3]", "Conv2D_1.bias [5]", "Subsampling2D_1.weight [5, 1, 1, 1]", "Subsampling2D_1.bias [5]",
                "Subsampling2D_2.weight [5, 1, 1, 1]", "Subsampling2D_2.bias [5]",
            ]
        },
        {
            "a graph",
            """
            [Network(1, 6, 6)] sealed partial class Net
            {
                [Conv2D(5, 3, Padding = Padding.Same)] private static partial Node Stem(Node x);
                [Conv2D(5, 3, Padding = Padding.Same)] private static partial Node Refine(Node x);
                [Dense(6, Activation = Activation.Tanh)] private static partial Node Code(Node x);
                [Dense(3)] private static partial Node Classes(Node x);

                private static Node Forward(Node image)
                {
                    var x = Relu(Stem(image));
                    x = Sigmoid(x + Refine(Refine(x)));
                    var wide = Concatenate(x, image, MaxPooling2D(x, 1));
                    var near = Code(Flatten(AveragePooling2D(wide, 3)));
                    return Softmax(Classes(near * Code(Flatten(MaxPooling2D(wide, 3)))));
                }
            }
            """,
            [
                "Stem.weight [5, 1, 3, 3]", "Stem.bias [5]", "Refine.weight [5, 5, 3, 3]", "Refine.bias [5]", "Code.weight [6, 44]",
                "Code.bias [6]", "Classes.weight [3, 6]", "Classes.bias [3]",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Network_AtEveryWidth_ComputesWhatTheCompilerDid(string what, string declaration, string[] tensors)
    {
        Assembly program = Compile(declaration, tensors);
        Type network = program.GetType("Net")!;
        Assert.True(network.GetMethod("SelfTest")!.Invoke(null, null) is null, what);
        foreach (string width in Widths())
            Assert.Equal(-1, DifferenceAt(program, width));
    }

    private delegate void Prediction(ReadOnlySpan<byte> rawImage, Span<float> output);

    private delegate int Classification(ReadOnlySpan<byte> rawImage);

    [Theory]
    [InlineData("a LeNet", false)]
    [InlineData("tables, subsampling and codes", true)]
    public void Classify_OfOutputsOrPenalties_TakesTheLargestOrTheSmallest(string what, bool arePenalties)
    {
        object[] network = Networks.Select(row => (object[])row).Single(row => (string)row[0] == what);
        Assembly program = Compile((string)network[1], (string[])network[2]);
        Type type = program.GetType("Net")!;
        Type[] raw = [typeof(ReadOnlySpan<byte>)];
        var predict = type.GetMethod("Predict", [.. raw, typeof(Span<float>)])!.CreateDelegate<Prediction>();
        var classify = type.GetMethod("Classify", raw)!.CreateDelegate<Classification>();
        byte[] images = Values<byte>(program, "Golden", "Images");
        byte[] image = images[..(images.Length / 2)];
        float[] output = new float[(int)type.GetField("OutputLength")!.GetRawConstantValue()!];

        predict(image, output);

        Assert.Equal(Array.IndexOf(output, arePenalties ? output.Min() : output.Max()), classify(image));
        Assert.NotEqual(output.Min(), output.Max());
    }

    [Fact]
    public void Network_AnotherWeight_IsFoundAtItsLayer()
    {
        object[] lenet = [.. Networks.First()];
        Assembly program = Compile((string)lenet[1], (string[])lenet[2]);
        foreach (string width in Widths())
        {
            // A convolution whose lanes are windows leaves no output that could be compared before the pooling behind it. Dense_1 is the
            // seventh layer; its biases are the last but those of Dense_2 and its weights, a cache line at least each.
            Assert.InRange(DifferenceAt(program, width, packed => packed[0] += 1), 0, width == "Scalar" ? 0 : 1);
            Assert.Equal(7, DifferenceAt(program, width, packed => packed[^16] += 1));
        }
    }

    private static IEnumerable<string> Widths()
    {
        if (Avx512F.IsSupported)
            yield return "512";
        if (Avx2.IsSupported && Fma.IsSupported)
            yield return "256";
        if (Fma.IsSupported)
            yield return "128";
        yield return "Scalar";
    }

    /// <summary>What the kernels of a width say of the first golden image.</summary>
    private static int DifferenceAt(Assembly program, string width, Action<float[]>? change = null)
    {
        Type kernels = program.GetType($"LeNetGen.Generated.Net.Kernels{width}")!;
        var difference = kernels.GetMethod("FirstDifference")!.CreateDelegate<FirstDifference>();
        var length = (int)kernels.GetField("SingleWorkspaceLength")!.GetRawConstantValue()!;
        float[] packed = Values<float>(program, "Packed", "Values");
        change?.Invoke(packed);
        Type network = program.GetType("Net")!;
        var inputLength = (int)network.GetField("InputLength")!.GetRawConstantValue()!;
        var outputLength = (int)network.GetField("OutputLength")!.GetRawConstantValue()!;
        byte[] images = Values<byte>(program, "Golden", "Images");
        uint[] checksums = Values<uint>(program, "Golden", "Checksums");
        byte[] raw = images[..(images.Length / 2)];
        float[] image = new float[inputLength];
        if (raw.Length == inputLength)
        {
            LeNetGen.Execution.PixelConversion.Convert(raw, image, 1, 1, inputLength, 0, 1f / 255, 0);
        }
        else
        {
            // The only network here with padding: one channel, a pixel on each side.
            LeNetGen.Execution.PixelConversion.Convert(raw, image, 1, 12, 12, 1, 1f / 255, 0);
        }

        return difference(packed, new float[length], image, new float[outputLength], checksums.AsSpan(0, checksums.Length / 2));
    }

    private delegate ReadOnlySpan<T> Reading<T>();

    private static T[] Values<T>(Assembly program, string type, string property) => program.GetType($"LeNetGen.Generated.Net.{type}")!
        .GetProperty(property, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
        .GetMethod!.CreateDelegate<Reading<T>>()().ToArray();

    private static Assembly Compile(string declaration, string[] tensors)
    {
        string source = $"using LeNetGen;\nusing static LeNetGen.Layers;\n\n{declaration}";
        GeneratorRun run = GeneratorRun.WithoutChecks(Compilations.Of(source), TestedProject.Inference.WithNumbers("Net", tensors));
        using var image = new MemoryStream();
        var result = run.Output.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Concat(run.AnalyzerDiagnostics()).Take(10)));
        return Assembly.Load(image.ToArray());
    }
}
