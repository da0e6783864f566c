namespace LeNetGen.Generator.Tests.Graph;

/// <summary>Shapes that do not fit together in a graph: at the attribute's argument that causes it, else at the call.</summary>
public class GraphShapeDiagnosticTests
{
    private const string Same = "[Conv2D(2, 3, Padding = Padding.Same)] private static partial Node Conv1(Node x);";
    private const string Wide = "[Conv2D(4, 3, Padding = Padding.Same)] private static partial Node Wide(Node x);";
    private const string Small = "[Conv2D(2, 3)] private static partial Node Small(Node x);";

    [Theory]
    [InlineData("Conv1(image) + Wide(image)", "adds 2@8x8, produced by 'Conv1', and 4@8x8, produced by 'Wide'", "Add_1")]
    [InlineData("image * Wide(image)", "multiplies 1@8x8, the network's input, and 4@8x8, produced by 'Wide'", "Multiply_1")]
    [InlineData("Conv1(image) + Small(image)", "adds 2@8x8, produced by 'Conv1', and 2@6x6, produced by 'Small'", "Add_1")]
    [InlineData("image + Flatten(image)", "adds 1@8x8, the network's input, and 64, produced by 'Flatten_1'", "Add_1")]
    public void Elementwise_ShapesDiffer_ReportsLNG2013(string value, string what, string layer) => Report(
        value, value,
        "LNG2013",
        $"Layer '{layer}' {what}, element by element, for which both must have the same shape; let the layers that make them agree");

    [Fact]
    public void CompoundAssignment_ShapesDiffer_ReportsLNG2013() => GeneratorRun.Of(
        Graphs.Network($"    {Wide}\n    private static Node Forward(Node image) {{ var x = image; x += Wide(x); return Flatten(x); }}"),
        new Expected("LNG2013", "x += Wide(x)"));

    [Fact]
    public void Concatenate_SizesDiffer_ReportsLNG2014() => Report(
        "Concatenate(image, Conv1(image), Small(image))", "Concatenate(image, Conv1(image), Small(image))",
        "LNG2014",
        "Layer 'Concatenate_1' puts the channels of 1@8x8, the network's input, beside those of 2@6x6, produced by 'Small', for which both "
        + "must have the same height and width; let the layers that make them agree, such as by Padding = Padding.Same");

    [Theory]
    [InlineData("Concatenate(Conv1(image), Flatten(image))", "2@8x8, produced by 'Conv1', beside 64, produced by 'Flatten_1'")]
    [InlineData("Concatenate(Flatten(image), image)", "64, produced by 'Flatten_1', beside 1@8x8, the network's input")]
    public void Concatenate_ImageAndVector_ReportsLNG2015(string value, string what) => Report(
        value, value,
        "LNG2015",
        $"Layer 'Concatenate_1' puts {what}, but one is an image and the other a vector; call Flatten on the image");

    [Fact]
    public void SharedConvolution_OtherChannels_ReportsLNG2016() => Report(
        "Conv1(Conv1(image))", "Conv1(Conv1(image))",
        "LNG2016",
        "Layer 'Conv1_2' reads 2@8x8, produced by 'Conv1', but its weights are those of 'Conv1', made for 1@8x8; call it on the same "
        + "number of channels, or declare a layer of its own");

    [Fact]
    public void SharedDense_OtherLength_ReportsLNG2016() => GeneratorRun.Of(
        Graphs.Network("""
                [Dense(3)] private static partial Node Logits(Node x);
                private static Node Forward(Node image) => Concatenate(Logits(Flatten(image)), Logits(Flatten(MaxPooling2D(image, 2))));
            """),
        new Expected("LNG2016", "Logits(Flatten(MaxPooling2D(image, 2)))",
            "Layer 'Logits_2' reads 16, produced by 'Flatten_2', but its weights are those of 'Logits', made for 64; call it on the same "
            + "shape, or declare a layer of its own"));

    [Fact]
    public void Dense_OfImage_ReportsLNG2005() => GeneratorRun.Of(
        Graphs.Network("""
                [Dense(3)] private static partial Node Logits(Node x);
                private static Node Forward(Node image) => Softmax(Logits(Relu(image)));
            """),
        new Expected("LNG2005", "Logits(Relu(image))",
            "Layer 'Logits' reads a vector, but its input is 1@8x8, produced by 'ReLU_1'; call Flatten on it first"));

    [Theory]
    [InlineData("Conv1(Flatten(image))", "Conv1")]
    [InlineData("MaxPooling2D(Flatten(image), 2)", "MaxPooling2D_1")]
    public void ImageLayer_OfVector_ReportsLNG2006(string value, string layer) => Report(
        value, value,
        "LNG2006",
        $"Layer '{layer}' reads an image, but its input is a vector of 64, produced by 'Flatten_1'; call it before the layer that "
        + "makes the vector");

    [Fact]
    public void Kernel_TooLarge_ReportsLNG2003AtTheAttribute() => GeneratorRun.Of(
        Graphs.Network("""
                [Conv2D(2, kernelSize: 9)] private static partial Node Large(Node x);
                private static Node Forward(Node image) => Flatten(Large(image));
            """),
        new Expected("LNG2003", "9",
            "Layer 'Large': a 9x9 kernel does not fit its 8x8 input, the network's input; reduce kernelSize to at most 8 or set Padding = "
            + "Padding.Same"));

    [Theory]
    [InlineData("MaxPooling2D(image, 9)", "9", "MaxPooling2D_1", "9x9", "poolSize to at most 8")]
    [InlineData("AveragePooling2D(poolWidth: 10, x: image, poolHeight: 1)", "10", "AveragePooling2D_1", "1x10", "poolWidth to at most 8")]
    public void Pool_TooLarge_ReportsLNG2004AtTheArgument(string value, string span, string layer, string window, string remedy) => Report(
        value, span,
        "LNG2004",
        $"Layer '{layer}': a {window} window does not fit its 8x8 input, the network's input; reduce {remedy} or "
        + "declare it as a method whose attribute sets Padding = Padding.Same");

    [Fact]
    public void PoolOfMethod_TooLarge_ReportsLNG2004WithItsPadding() => GeneratorRun.Of(
        Graphs.Network("""
                [MaxPooling2D(9)] private static partial Node Pool(Node x);
                private static Node Forward(Node image) => Pool(image);
            """),
        new Expected("LNG2004", "9",
            "Layer 'Pool': a 9x9 window does not fit its 8x8 input, the network's input; reduce poolSize to at most 8 or set Padding = "
            + "Padding.Same"));

    [Fact]
    public void PoolFunction_ThatLeavesOutTheEnd_ReportsLNG2018AtTheArgument() => Report(
        "MaxPooling2D(image, 3)", "3",
        "LNG2018",
        "Layer 'MaxPooling2D_1': the last 2 rows and the last 2 columns of its 8x8 input, the network's input, lie in no window; declare "
        + "it as a method whose attribute sets Padding = Padding.Same to use them all");

    [Theory]
    [InlineData("MaxPooling2D(image, 0)", "0", "LNG2001", "Layer 'MaxPooling2D_1': poolSize is 0; it must be at least 1")]
    [InlineData("Dropout(image, 1)", "1", "LNG1026",
        "Layer 'Dropout_1': rate is 1; it is the probability that an element is dropped, at least 0 and below 1")]
    [InlineData("LeakyRelu(image, -1)", "-1", "LNG1022",
        "Layer 'LeakyReLU_1': NegativeSlope is -1; it must be a finite number of at least 0")]
    public void Function_ValueOutOfRange_IsReportedAtTheArgument(string value, string span, string id, string message) =>
        Report(value, span, id, message);

    [Fact]
    public void AttributeOfLayerCalledTwice_Wrong_IsReportedOnce() => GeneratorRun.Of(
        Graphs.Network("""
                [MaxPooling2D(0)] private static partial Node Pool(Node x);
                [Conv2D(0, 3, NegativeSlope = 1f)] private static partial Node Conv(Node x);
                [Dense(3, Activation = Activation.Softmax)] private static partial Node Logits(Node x);
                private static Node Forward(Node image) =>
                    Logits(Flatten(Pool(Pool(Conv(Conv(image)))))) + Logits(Flatten(image));
            """),
        new Expected("LNG2001", "0", "Layer 'Pool': poolSize is 0; it must be at least 1"),
        new Expected("LNG2001", "0", "Layer 'Conv': filters is 0; it must be at least 1"),
        new Expected("LNG1023", "1f"),
        new Expected("LNG2007", "Activation.Softmax",
            "Layer 'Logits' has Activation.Softmax, but 'Add_1' follows it; only the last layer can end in softmax, so choose another "
            + "activation here"));

    [Fact]
    public void Softmax_NotLast_ReportsLNG2007() => GeneratorRun.Of(
        Graphs.Network("""
                [Dense(3)] private static partial Node Logits(Node x);
                private static Node Forward(Node image) => Logits(Softmax(Flatten(image)));
            """),
        new Expected("LNG2007", "Softmax(Flatten(image))",
            "Layer 'Softmax_1' has Activation.Softmax, but 'Logits' follows it; only the last layer can end in softmax, so choose another "
            + "activation here"));

    [Fact]
    public void Softmax_OfImage_ReportsLNG2008() => GeneratorRun.Of(
        Graphs.Network("    private static Node Forward(Node image) => Softmax(image);"),
        new Expected("LNG2008", "Softmax(image)",
            "Layer 'Softmax_1' has Activation.Softmax, but its output is an image, not a vector of classes; end the network with "
            + "[Flatten] and a [Dense] layer that has the softmax"));

    [Fact]
    public void Concatenate_TooLarge_ReportsLNG2009()
    {
        string nodes = string.Join(", ", Enumerable.Repeat("image", 40));
        GeneratorRun.Of(
            Graphs.Network($"    private static Node Forward(Node image) => Flatten(Concatenate({nodes}));")
                .Replace("1, 8, 8", "1, 1024, 1024"),
            new Expected("LNG2009", $"Concatenate({nodes})",
                "Layer 'Concatenate_1': its output 40@1024x1024 brings the network to 42,991,616 elements for each image, more than the "
                + "33,554,431 that can be addressed; reduce the sizes"));
    }

    [Fact]
    public void Mistakes_OfBranches_AreAllReported() => GeneratorRun.Of(
        Graphs.Network($$"""
                {{Wide}}
                {{Small}}
                private static Node Forward(Node image)
                {
                    var x = Small(Flatten(image));
                    var y = Wide(image) + image;
                    return Concatenate(x, y);
                }
            """),
        new Expected("LNG2006", "Small(Flatten(image))"),
        new Expected("LNG2013", "Wide(image) + image"));

    private static void Report(string value, string span, string id, string message)
    {
        string[] layers = [Same, Wide, Small];
        string[] used = [.. layers.Where(layer => value.Contains(layer.Split(' ')[^2].Split('(')[0], StringComparison.Ordinal))];
        GeneratorRun.Of(
            Graphs.Network($"    {string.Join("\n    ", used)}\n    private static Node Forward(Node image) => Flatten({value});"),
            new Expected(id, span, message));
    }
}
