using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Tests;

/// <summary>What is told of networks with which nothing is wrong.</summary>
public class DiagnosticNoteTests
{
    [Theory]
    [InlineData("Dropout(0.5)", "")]
    [InlineData("Dropout(rate: 0)", "[Flatten]")]
    public void Dropout_Last_ReportsLNG1021(string attribute, string above) => Report(
        $"[Network(1, 8, 8)]{above}[{attribute}]",
        "LNG1021", attribute,
        "Layer 'Dropout_1' drops outputs of the network itself, so that in training scores of classes become 0 at random; move it above "
        + "the last layer");

    [Theory]
    [InlineData("Conv2D(2, 1, Strides = 2)", "2", "Conv2D_1", "Strides is 2, but a window is 1x1", "Strides to at most 1")]
    [InlineData("MaxPooling2D(2, 3, Strides = 4)", "4", "MaxPooling2D_1", "Strides is 4, but a window is 2x3", "Strides to at most 2")]
    [InlineData("AveragePooling2D(2, StrideWidth = 3)", "3", "AveragePooling2D_1", "StrideWidth is 3, but a window is 2x2",
        "StrideWidth to at most 2")]
    [InlineData("Conv2D(2, 3, 1, Strides = 3)", "3", "Conv2D_1", "Strides is 3, but a window is 3x1", "Strides to at most 1")]
    [InlineData("Conv2D(2, 1, Strides = 3, Padding = Padding.Same)", "3", "Conv2D_1", "Strides is 3, but a window is 1x1",
        "Strides to at most 1")]
    public void Window_StrideLargerThanIt_ReportsLNG2017(string attribute, string span, string layer, string what, string remedy) => Report(
        $"[Network(1, 12, 12)][{attribute}][Flatten][Dense(10)]",
        "LNG2017", span,
        $"Layer '{layer}': {what}, so that pixels of its 12x12 input, the network's input, lie in no window; reduce {remedy} to use "
        + "them all");

    [Theory]
    [InlineData(9, 8, "MaxPooling2D(2)", "2", "MaxPooling2D_1", "the last row", "lies", "set Padding = Padding.Same")]
    [InlineData(8, 9, "AveragePooling2D(2, 2)", "2", "AveragePooling2D_1", "the last column", "lies", "set Padding = Padding.Same")]
    [InlineData(11, 11, "MaxPooling2D(4)", "4", "MaxPooling2D_1", "the last 3 rows and the last 3 columns", "lie",
        "set Padding = Padding.Same")]
    [InlineData(9, 8, "Conv2D(1, 4, 3, Strides = 2, PadLeft = 1)", "2", "Conv2D_1", "the last row", "lies", "enlarge the padding")]
    [InlineData(8, 10, "Conv2D(1, 2, 5, StrideHeight = 2, StrideWidth = 3)", "3", "Conv2D_1", "the last 2 columns", "lie",
        "set Padding = Padding.Same")]
    [InlineData(8, 8, "Conv2D(1, 5, Strides = 7)", "7", "Conv2D_1", "the last 3 rows and the last 3 columns", "lie",
        "set Padding = Padding.Same")]
    public void Windows_ThatEndEarly_ReportLNG2018(
        int height, int width, string attribute, string span, string layer, string what, string verb, string remedy) => Report(
        $"[Network(1, {height}, {width})][{attribute}][Flatten][Dense(10)]",
        "LNG2018", span,
        $"Layer '{layer}': {what} of its {height}x{width} input, the network's input, {verb} in no window; {remedy} to use them all");

    [Theory]
    [InlineData("Conv2D(2, 5)")]
    [InlineData("Conv2D(2, 1, 3)")]
    [InlineData("Conv2D(2, 3, Strides = 2, Padding = Padding.Same)")]
    [InlineData("MaxPooling2D(2)")]
    [InlineData("MaxPooling2D(5, Padding = Padding.Same)")]
    [InlineData("MaxPooling2D(12, Strides = 13)")]
    [InlineData("AveragePooling2D(3, Strides = 2, PadTop = 1, PadLeft = 1)")]
    [InlineData("MaxPooling2D(3, Strides = 2, PadBottom = 1, PadRight = 1)")]
    [InlineData("MaxPooling2D(5, PadBottom = 4, PadRight = 3)")]
    public void Windows_ThatCoverTheirInput_AreToldNothing(string attribute) =>
        AssertNothingTold($"[Network(1, 12, 12)][{attribute}][Flatten][Dense(10)]");

    [Theory]
    [InlineData("[Dense(10, Activation = Activation.ReLU)]", "Activation.ReLU", "Dense_1")]
    [InlineData("[Dense(10, Activation = Activation.ReLU, Name = \"F3\")][Flatten]", "Activation.ReLU", "F3", "Flatten_2")]
    public void Relu_Last_ReportsLNG2019(string below, string span, string layer, string? flattened = null)
    {
        Expected relu = new("LNG2019", span, ReluMessage(layer));
        Expected[] expected = flattened is null ? [relu] : [relu, new Expected("LNG2020", "Flatten")];
        GeneratorRun.Of(Declarations.Network($"[Network(1, 8, 8)][Flatten]{below}"), expected);
    }

    [Fact]
    public void Relu_OfConvolutionThatIsFlattenedIntoClasses_ReportsLNG2019() => Report(
        "[Network(1, 8, 8)][Conv2D(10, 8, Activation = Activation.ReLU)][Flatten]", "LNG2019", "Activation.ReLU", ReluMessage("Conv2D_1"));

    [Fact]
    public void Relu_CalledLast_ReportsLNG2019() => GeneratorRun.Of(
        Graphs.Forward("return Relu(Logits(Hidden(Flatten(Pool(Conv2(Conv1(image)))))));"),
        new Expected("LNG2019", "Relu(Logits(Hidden(Flatten(Pool(Conv2(Conv1(image)))))))", ReluMessage("ReLU_1")));

    [Theory]
    [InlineData("[Flatten][Dense(84, Activation = Activation.ReLU)][Dense(10)]")]
    [InlineData("[Flatten][Dense(10, Activation = Activation.LeakyReLU)]")]
    [InlineData("[Conv2D(3, 3, Activation = Activation.ReLU)]")]
    [InlineData("[Flatten]")]
    public void Outputs_WithoutRelu_AreToldNothing(string layers) => AssertNothingTold($"[Network(1, 8, 8)]{layers}");

    [Theory]
    [InlineData("[Flatten][Flatten]", "Flatten_2", 64, "produced by 'Flatten_1'")]
    [InlineData("[Conv2D(3, 8)][Flatten][Dense(7)]\n[Flatten]", "Flatten_2", 7, "produced by 'Dense_1'")]
    public void Flatten_OfVector_ReportsLNG2020(string layers, string layer, int length, string origin)
    {
        GeneratorRun run = Report(
            $"[Network(1, 8, 8)]{layers}",
            "LNG2020", "Flatten", $"Layer '{layer}' does nothing: its input is a vector of {length} already, {origin}; remove it");
        Location place = run.AnalyzerDiagnostics().Single().Location;
        Assert.Equal(place.SourceTree!.ToString().LastIndexOf("Flatten", StringComparison.Ordinal), place.SourceSpan.Start);
    }

    [Fact]
    public void Attribute_OfLayerCalledTwice_IsToldOfOnce() => GeneratorRun.Of(
        Graphs.Network("""
                [MaxPooling2D(3)] private static partial Node Pool(Node x);
                [Dense(3)] private static partial Node Logits(Node x);
                private static Node Forward(Node image) => Logits(Flatten(Pool(image) + Pool(Relu(image))));
            """),
        new Expected("LNG2018", "3",
            "Layer 'Pool': the last 2 rows and the last 2 columns of its 8x8 input, the network's input, lie in no window; set Padding = "
            + "Padding.Same to use them all"));

    [Fact]
    public void Notes_OfWrongNetwork_AreNotTold() => GeneratorRun.Of(
        Declarations.Network("[Network(1, 9, 9)][MaxPooling2D(2)][Flatten][Flatten][Dense(0)]"), new Expected("LNG2001", "0"));

    [Theory]
    [InlineData("[Network(1, 512, 512)]\n[Conv2D(8, 3, Padding = Padding.Same)]\n[Conv2D(16, 3, Padding = Padding.Same)]",
        "Conv2D(16, 3, Padding = Padding.Same)", "420 MB", "the output 16@512x512 of layer 'Conv2D_2'")]
    [InlineData("[Network(32, 512, 512)]\n[MaxPooling2D(4)]", "Network(32, 512, 512)", "570 MB", "the input 32@512x512")]
    public void Workspace_Large_ReportsLNG4002(string attributes, string span, string memory, string largest) => Report(
        $"{attributes}\n[MaxPooling2D(32)][Flatten][Dense(10)]",
        "LNG4002", span,
        $"Network 'Net' takes {memory} of memory for each thread, more than 256 MB, most of it for {largest}; reduce the sizes, such as by "
        + "a stride or a pooling above");

    [Theory]
    [InlineData("[Network(1, 512, 512)][Conv2D(2, 3, Padding = Padding.Same)][MaxPooling2D(32)][Flatten][Dense(10)]")]
    [InlineData("[Network(1, 512, 512)][Conv2D(8, 3, Padding = Padding.Same)][MaxPooling2D(32)][Flatten][Dense(10)]")]
    public void Workspace_BelowTheBound_IsToldNothing(string attributes) => AssertNothingTold(attributes);

    [Theory]
    [InlineData("[Conv2D(6, 5, Padding = Padding.Same, Unroll = Unroll.Layer)][Flatten]", "Conv2D_1", "Layer", "117,600", "Row", "4,200")]
    [InlineData("[Conv2D(96, 5, Padding = Padding.Same, Unroll = Unroll.Row)][Flatten]", "Conv2D_1", "Row", "67,200", "Tile", "525")]
    [InlineData("[Conv2D(2, 3)][Conv2D(2, 5, Unroll = Unroll.Layer)][Flatten]", "Conv2D_2", "Layer", "24,200", "Row", "1,100")]
    public void Unroll_TooMuch_ReportsLNG4006(
        string layers, string layer, string wanted, string multiplyAdds, string done, string fewer) => Report(
        $"[Network(1, 28, 28)]{layers}[Dense(10)]",
        "LNG4006", $"Unroll.{wanted}",
        $"Layer '{layer}': Unroll.{wanted} would write {multiplyAdds} multiply-adds one after the other, more than 12,000; Unroll.{done}, "
        + $"which writes {fewer}, is done instead: declare that");

    [Theory]
    [InlineData("[Conv2D(6, 5, Padding = Padding.Same, Unroll = Unroll.Row)][Flatten][Dense(10)]")]
    [InlineData("[Conv2D(6, 5, Padding = Padding.Same, Unroll = Unroll.Tile)][Flatten][Dense(10, Unroll = Unroll.Auto)]")]
    [InlineData("[MaxPooling2D(4)][Flatten][Dense(10, Unroll = Unroll.Layer)]")]
    public void Unroll_OfASmallLayer_IsToldNothing(string layers) => AssertNothingTold($"[Network(1, 28, 28)]{layers}");

    [Fact]
    public void Summary_SwitchedOn_ReportsLNG4001()
    {
        Compilation compilation = Compilations.Of(Declarations.D2l);
        compilation = compilation.WithOptions(
            compilation.Options.WithSpecificDiagnosticOptions([new("LNG4001", ReportDiagnostic.Info)]));
        Diagnostic summary = Assert.Single(GeneratorRun.WithoutChecks(compilation).AnalyzerDiagnostics());
        Assert.Equal("LNG4001", summary.Id);
        Assert.Equal("LeNet", summary.Location.SourceTree!.ToString().Substring(summary.Location.SourceSpan.Start, 5));
        Assert.Equal(
            "LeNet: 61,706 parameters, 416,520 multiply-adds for an image, 1@28x28 -> 10 in 8 layers; 247 kB of parameters, 674 kB of "
            + "memory for each thread",
            summary.GetMessage());
    }

    [Fact]
    public void Summary_AsItComes_IsOff() =>
        Assert.Empty(GeneratorRun.WithoutChecks(Compilations.Of(Declarations.D2l)).AnalyzerDiagnostics());

    private static string ReluMessage(string layer) =>
        $"Layer '{layer}' ends the network with ReLU, so that scores of classes below 0 all become 0, where they are tied and get no "
        + "gradient; leave the outputs as they are, or end in softmax";

    private static GeneratorRun Report(string attributes, string id, string span, string message) =>
        GeneratorRun.Of(Declarations.Network(attributes), new Expected(id, span, message));

    private static void AssertNothingTold(string attributes) =>
        Assert.Empty(GeneratorRun.WithoutChecks(Compilations.Of(Declarations.Network(attributes))).Diagnostics());
}
