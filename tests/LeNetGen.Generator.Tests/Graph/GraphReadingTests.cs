using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Tests.Graph;

/// <summary>Which layers a Forward is read as: their order, names, inputs and shared parameters.</summary>
public class GraphReadingTests
{
    private const string Head = "Flatten_1({0}) Hidden(Flatten_1) Logits(Hidden)";

    [Theory]
    [InlineData("var x = Relu(Conv1(image)); x = Relu(x + Conv2(x)); x = Pool(x);",
        "Conv1(image) ReLU_1(Conv1) Conv2(ReLU_1) Add_1(ReLU_1, Conv2) ReLU_2(Add_1) Pool(ReLU_2)")]
    [InlineData("Node x = Pool(Conv2(Conv1(image)));", "Conv1(image) Conv2(Conv1) Pool(Conv2)")]
    [InlineData("Node y = Conv1(image), x = Pool(Conv2(y));", "Conv1(image) Conv2(Conv1) Pool(Conv2)")]
    [InlineData("Node x; x = Conv1(image); { x = Conv2(x); ; x = Pool(x); }", "Conv1(image) Conv2(Conv1) Pool(Conv2)")]
    [InlineData("image = Conv1(image); var x = Pool(Conv2(image));", "Conv1(image) Conv2(Conv1) Pool(Conv2)")]
    [InlineData("Node x, y; x = y = Conv1(image); x = Pool(Conv2(x) * y);",
        "Conv1(image) Conv2(Conv1) Multiply_1(Conv2, Conv1) Pool(Multiply_1)")]
    [InlineData("Node y; var x = Pool((y = Conv1(image)) + Conv2(y));",
        "Conv1(image) Conv2(Conv1) Add_1(Conv1, Conv2) Pool(Add_1)")]
    [InlineData("var x = Conv1(image); x += Conv2(x); x *= Sigmoid(x); x = Pool(x);",
        "Conv1(image) Conv2(Conv1) Add_1(Conv1, Conv2) Sigmoid_1(Add_1) Multiply_1(Add_1, Sigmoid_1) Pool(Multiply_1)")]
    [InlineData("var x = Pool(Conv2(image) + Conv1(image));",
        "Conv2(image) Conv1(image) Add_1(Conv2, Conv1) Pool(Add_1)")]
    [InlineData("var x = Conv1(image); x = Pool(x + x * Conv2(x));",
        "Conv1(image) Conv2(Conv1) Multiply_1(Conv1, Conv2) Add_1(Conv1, Multiply_1) Pool(Add_1)")]
    [InlineData("var x = Pool(((Node)(Conv2((Conv1((image!)))))));", "Conv1(image) Conv2(Conv1) Pool(Conv2)")]
    [InlineData("var x = Pool(Conv1(image) + Conv2(image));", "Conv1(image) Conv2(image) Add_1(Conv1, Conv2) Pool(Add_1)")]
    [InlineData("var x = Conv2(Conv1(image)); x = Pool(x + x);", "Conv1(image) Conv2(Conv1) Add_1(Conv2, Conv2) Pool(Add_1)")]
    [InlineData("var x = Pool(Concatenate(Conv1(image), image, Conv2(image)));",
        "Conv1(image) Conv2(image) Concatenate_1(Conv1, image, Conv2) Pool(Concatenate_1)")]
    [InlineData("var x = Pool(Concatenate(new[] { Conv2(image), Conv1(image) }));",
        "Conv2(image) Conv1(image) Concatenate_1(Conv2, Conv1) Pool(Concatenate_1)")]
    [InlineData("var x = Pool(Concatenate(new Node[2] { Conv2(image), Conv1(image) }));",
        "Conv2(image) Conv1(image) Concatenate_1(Conv2, Conv1) Pool(Concatenate_1)")]
    [InlineData("var x = Pool(Concatenate([Conv1(image), Conv2(image)]));",
        "Conv1(image) Conv2(image) Concatenate_1(Conv1, Conv2) Pool(Concatenate_1)")]
    [InlineData("var x = Pool(Concatenate(nodes: Conv2(Conv1(image))));",
        "Conv1(image) Conv2(Conv1) Concatenate_1(Conv2) Pool(Concatenate_1)")]
    [InlineData("var x = Tanh(LeakyRelu(Dropout(AveragePooling2D(Conv1(image), 2), 0.5))); x = Pool(Conv2(Relu(Tanh(x))));",
        "Conv1(image) AveragePooling2D_1(Conv1) Dropout_1(AveragePooling2D_1) LeakyReLU_1(Dropout_1) Tanh_1(LeakyReLU_1) "
        + "Tanh_2(Tanh_1) ReLU_1(Tanh_2) Conv2(ReLU_1) Pool(Conv2)")]
    [InlineData("var x = Conv2(Conv1(image)); x = Pool(Conv2(Conv2(x)));",
        "Conv1(image) Conv2(Conv1) Conv2_2(Conv2) as Conv2 Conv2_3(Conv2_2) as Conv2 Pool(Conv2_3)")]
    [InlineData("var y = Pool(Conv1(image)); var x = Pool(Conv1(image)); x = Conv2(x + y);",
        "Conv1(image) Pool(Conv1) Conv1_2(image) as Conv1 Pool_2(Conv1_2) Add_1(Pool_2, Pool) Conv2(Add_1)")]
    public void Forward_AsWritten_IsReadInOrderOfCalls(string body, string calls)
    {
        string last = calls[..calls.LastIndexOf('(')].Split(' ')[^1];
        GeneratorRun run = GeneratorRun.Of(Graphs.Forward($"{body}\n        return Logits(Hidden(Flatten(x)));"));
        Assert.Equal($"{calls} {string.Format(null, Head, last)}", string.Join(' ', Graphs.Calls(run)));
    }

    [Theory]
    [InlineData("MaxPooling2D(x, 2)", 2, 2)]
    [InlineData("MaxPooling2D(poolSize: 2, x: x)", 2, 2)]
    [InlineData("MaxPooling2D(x, 4, 2)", 4, 2)]
    [InlineData("MaxPooling2D(poolWidth: 4, x: x, poolHeight: 1)", 1, 4)]
    [InlineData("MaxPooling2D(x, Two)", 2, 2)]
    [InlineData("MaxPooling2D(x, Two * local, 'a' - 96)", 6, 1)]
    [InlineData("LeNetGen.Layers.MaxPooling2D(x, poolSize: sizeof(int))", 4, 4)]
    [InlineData("L.MaxPooling2D(x, (int)2.9)", 2, 2)]
    public void Constants_OfAnyKind_AreRead(string call, int height, int width)
    {
        string source = Graphs.Network($$"""
                private const int Two = 2;
                [Dense(3)] private static partial Node Logits(Node x);
                private static Node Forward(Node x)
                {
                    const int local = 3;
                    x = {{call}};
                    return Logits(Flatten(x));
                }
            """).Replace("using System;", "using L = LeNetGen.Layers;");
        // The local constant is not used by every case.
        GeneratorRun run = GeneratorRun.Of(
            [source], call.Contains("local") ? [] : [new Expected("CS0219", "local")]);
        var pooling = (ShapedPooling)run.Values<ShapedNetwork>(TrackingNames.Networks).Single().Layers[0];
        Assert.Equal((height, width), (pooling.PoolHeight, pooling.PoolWidth));
    }

    [Theory]
    [InlineData("LeakyRelu(x)", 0.2f)]
    [InlineData("LeakyRelu(x, 0.25f)", 0.25f)]
    [InlineData("LeakyRelu(negativeSlope: 1, x: x)", 1f)]
    public void LeakyRelu_WithOrWithoutSlope_HasIt(string call, float slope)
    {
        GeneratorRun run = GeneratorRun.Of(Graphs.Network($"    public static Node Forward(Node x) => Flatten({call});"));
        ShapedLayer layer = run.Values<ShapedNetwork>(TrackingNames.Networks).Single().Layers[0];
        Assert.Equal(slope, layer.Activation.NegativeSlope);
    }

    [Fact]
    public void NamedArguments_InAnyOrder_AreEvaluatedAsWritten()
    {
        GeneratorRun run = GeneratorRun.Of(Graphs.Network("""
                private static Node Forward(Node image) =>
                    Flatten(MaxPooling2D(poolSize: 2, x: Relu(image)) + MaxPooling2D(x: Tanh(image), poolSize: 2));
            """));
        Assert.Equal(
            ["ReLU_1(image)", "MaxPooling2D_1(ReLU_1)", "Tanh_1(image)", "MaxPooling2D_2(Tanh_1)", "Add_1(MaxPooling2D_1, MaxPooling2D_2)",
                "Flatten_1(Add_1)"],
            Graphs.Calls(run));
    }

    [Fact]
    public void Names_OfMethodsThatLookNumbered_ArePassedOver()
    {
        GeneratorRun run = GeneratorRun.Of(Graphs.Network("""
                [Dense(4)] private static partial Node A(Node x);
                [Dense(4)] private static partial Node A_2(Node x);
                [Dense(4)] private static partial Node Tanh_1(Node x);
                [Dropout(0.5)] private static partial Node ReLU(Node x);
                private static Node Forward(Node image)
                {
                    var x = ReLU(ReLU(A(A(A(Flatten(image))))));
                    return A_2(A_2(Tanh_1(Tanh(Relu(Relu(x))))));
                }
            """).Replace("Dense(4)] private static partial Node A(", "Dense(64)] private static partial Node A("));
        Assert.Equal(
            ["Flatten_1", "A", "A_3", "A_4", "ReLU", "ReLU_2", "ReLU_1", "ReLU_3", "Tanh_2", "Tanh_1", "A_2", "A_2_2"],
            run.Values<ShapedNetwork>(TrackingNames.Networks).Single().Layers.Select(layer => layer.Name));
    }

    [Fact]
    public void SharedLayers_HaveTheParametersOfTheFirstCall()
    {
        GeneratorRun run = GeneratorRun.Of(Graphs.Forward("var x = Conv1(image); x = Conv2(x); x = Conv2(x); " + Graphs.Rest));
        ShapedNetwork network = run.Values<ShapedNetwork>(TrackingNames.Networks).Single();
        Assert.Equal([0, 20, 20, 58, 58, 58, 190], network.Layers.Select(layer => layer.ParameterOffset));
        Assert.Equal([20, 38, 0, 0, 0, 132, 15], network.Layers.Select(layer => layer.ParameterCount));
        Assert.Equal(205, network.ParameterCount);
    }

    [Fact]
    public void SharedConvolution_ImagesOfOtherSizes_IsWelcome()
    {
        GeneratorRun run = GeneratorRun.Of(
            Graphs.Forward("var x = Conv1(image); x = Conv2(x) + Conv2(x); x = Conv2(Pool(x)); " + Graphs.Rest));
        ShapedNetwork network = run.Values<ShapedNetwork>(TrackingNames.Networks).Single();
        IEnumerable<ShapedLayer> calls = network.Layers.Where(layer => layer.Method == "Conv2");
        Assert.Equal("2@8x8 2@8x8 2@4x4", string.Join(' ', calls.Select(layer => layer.Output)));
    }
}
