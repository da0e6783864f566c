namespace LeNetGen.Generator.Tests;

public class ShapeDiagnosticTests
{
    [Theory]
    [InlineData("[Network(0, 8, 8)][Flatten]", "0", "Network 'Net': channels is 0; it must be at least 1")]
    [InlineData("[Network(1, -3, 8)][Flatten]", "-3", "Network 'Net': height is -3; it must be at least 1")]
    [InlineData("[Network(1, 8, width: 0)][Flatten]", "0", "Network 'Net': width is 0; it must be at least 1")]
    [InlineData("[Network(1, 8, 8)][Conv2D(0, 3)][Flatten]", "0", "Layer 'Conv2D_1': filters is 0; it must be at least 1")]
    [InlineData("[Network(1, 8, 8)][Conv2D(6, -5)][Flatten]", "-5", "Layer 'Conv2D_1': kernelSize is -5; it must be at least 1")]
    [InlineData("[Network(1, 8, 8)][Conv2D(kernelSize: 0, filters: 6)]", "0", "Layer 'Conv2D_1': kernelSize is 0; it must be at least 1")]
    [InlineData("[Network(1, 8, 8)][Conv2D(6, 3, Strides = 0)][Flatten]", "0", "Layer 'Conv2D_1': Strides is 0; it must be at least 1")]
    [InlineData("[Network(1, 8, 8)][AveragePooling2D(0)][Flatten]", "0",
        "Layer 'AveragePooling2D_1': poolSize is 0; it must be at least 1")]
    [InlineData("[Network(1, 8, 8)][MaxPooling2D(0x80000000 == 0 ? 1 : -9)]", "0x80000000 == 0 ? 1 : -9",
        "Layer 'MaxPooling2D_1': poolSize is -9; it must be at least 1")]
    [InlineData("[Network(1, 8, 8)][Conv2D(6, 0, 3)]", "0", "Layer 'Conv2D_1': kernelHeight is 0; it must be at least 1")]
    [InlineData("[Network(1, 8, 8)][Conv2D(6, 3, -1)]", "-1", "Layer 'Conv2D_1': kernelWidth is -1; it must be at least 1")]
    [InlineData("[Network(1, 8, 8)][MaxPooling2D(2, 0)]", "0", "Layer 'MaxPooling2D_1': poolWidth is 0; it must be at least 1")]
    [InlineData("[Network(1, 8, 8)][AveragePooling2D(poolWidth: 2, poolHeight: -2)]", "-2",
        "Layer 'AveragePooling2D_1': poolHeight is -2; it must be at least 1")]
    [InlineData("[Network(1, 8, 8)][Conv2D(6, 3, StrideHeight = -4)]", "-4",
        "Layer 'Conv2D_1': StrideHeight is -4; it must be at least 1")]
    [InlineData("[Network(1, 8, 8)][MaxPooling2D(2, StrideWidth = 0)]", "0",
        "Layer 'MaxPooling2D_1': StrideWidth is 0; it must be at least 1")]
    [InlineData("[Network(1, 8, 8)][AveragePooling2D(2, Strides = 0, StrideHeight = 1, StrideWidth = 1)]", "0",
        "Layer 'AveragePooling2D_1': Strides is 0; it must be at least 1")]
    [InlineData("[Network(1, 8, 8)][Flatten][Dense(0)]", "0", "Layer 'Dense_1': units is 0; it must be at least 1")]
    public void Size_NotPositive_ReportsLNG2001(string attributes, string span, string message) =>
        Report(attributes, "LNG2001", span, message);

    [Theory]
    [InlineData("-1", 8, 8, 3)]
    [InlineData("4", 8, 8, 3)]
    [InlineData("4", 9, 8, 3)]
    [InlineData("2147483647", 9, 9, 4)]
    public void Pad_OutOfRange_ReportsLNG2002(string pad, int height, int width, int largest) => Report(
        $"[Network(1, {height}, {width})][Input(Pad = {pad})][Flatten]",
        "LNG2002", pad,
        $"Network 'Net': Pad is {pad}, but with an input of {height}x{width} it must lie between 0 and {largest}; pad is what "
            + "surrounds the raw image to make that input");

    [Fact]
    public void Pad_LeavesOnePixel_IsWelcome() => GeneratorRun.Of(Declarations.Network("[Network(1, 9, 9)][Input(Pad = 4)][Flatten]"));

    [Fact]
    public void Convolution_KernelLargerThanInput_ReportsLNG2003() => Report(
        "[Network(1, 8, 9)][AveragePooling2D(2)][Conv2D(6, kernelSize: 5)][Flatten][Dense(10)]",
        "LNG2003", "5",
        "Layer 'Conv2D_1': a 5x5 kernel does not fit its 4x4 input, produced by 'AveragePooling2D_1'; "
        + "reduce kernelSize to at most 4 or set Padding = Padding.Same");

    [Fact]
    public void Convolution_KernelLargerThanOneSide_ReportsLNG2003() => Report(
        "[Network(1, 9, 4)][Conv2D(6, 5, Name = \"C1\")][Flatten][Dense(10)]",
        "LNG2003", "5",
        "Layer 'C1': a 5x5 kernel does not fit its 9x4 input, the network's input; reduce kernelSize to at most 4 or set Padding = "
            + "Padding.Same");

    [Theory]
    [InlineData("Conv2D(6, 7, 5)", 6, 9, "7", "a 7x5 kernel", "6x9", "kernelHeight to at most 6", "set Padding = Padding.Same")]
    [InlineData("Conv2D(6, 3, kernelWidth: 5)", 6, 4, "5", "a 3x5 kernel", "6x4", "kernelWidth to at most 4", "set Padding = Padding.Same")]
    [InlineData("Conv2D(6, 9, Pad = 1)", 6, 12, "9", "a 9x9 kernel", "6x12 (with padding 8x14)", "kernelSize to at most 8",
        "enlarge the padding")]
    [InlineData("Conv2D(6, 9, 5, PadTop = 2, PadLeft = 3)", 6, 1, "9", "a 9x5 kernel", "6x1 (with padding 8x4)",
        "kernelHeight to at most 8", "enlarge the padding")]
    [InlineData("Conv2D(6, 8, 5, PadTop = 2, PadLeft = 3)", 6, 1, "5", "a 8x5 kernel", "6x1 (with padding 8x4)",
        "kernelWidth to at most 4", "enlarge the padding")]
    [InlineData("Conv2D(6, 7, PadLeft = 9, PadTop = 0)", 6, 1, "7", "a 7x7 kernel", "6x1 (with padding 6x10)", "kernelSize to at most 6",
        "enlarge the padding")]
    public void Convolution_KernelLargerThanPaddedAxis_ReportsLNG2003(
        string attribute, int height, int width, string span, string kernel, string input, string remedy, string other) => Report(
        $"[Network(1, {height}, {width})][{attribute}][Flatten][Dense(10)]",
        "LNG2003", span,
        $"Layer 'Conv2D_1': {kernel} does not fit its {input} input, the network's input; reduce {remedy} or {other}");

    [Fact]
    public void Pooling_WindowLargerThanPaddedInput_ReportsLNG2004() => Report(
        "[Network(1, 9, 3)][AveragePooling2D(2, 6, Pad = 1)]",
        "LNG2004", "6",
        "Layer 'AveragePooling2D_1': a 2x6 window does not fit its 9x3 (with padding 11x5) input, the network's input; reduce poolWidth "
            + "to at most 5 or enlarge the padding");

    [Theory]
    [InlineData("Conv2D(2, 3, Pad = -1)", "-1", "Conv2D_1", "Pad")]
    [InlineData("Conv2D(2, 3, PadTop = -2)", "-2", "Conv2D_1", "PadTop")]
    [InlineData("Conv2D(2, 3, PadRight = 2147483647)", "2147483647", "Conv2D_1", "PadRight")]
    [InlineData("MaxPooling2D(3, PadBottom = -1)", "-1", "MaxPooling2D_1", "PadBottom")]
    [InlineData("AveragePooling2D(3, 2, PadLeft = int.MinValue)", "int.MinValue", "AveragePooling2D_1", "PadLeft")]
    public void Pad_Impossible_ReportsLNG2011(string attribute, string span, string layer, string argument)
    {
        string value = span == "int.MinValue" ? "-2147483648" : span;
        Report(
            $"[Network(1, 8, 8)][{attribute}]",
            "LNG2011", span, $"Layer '{layer}': {argument} is {value}; it must lie between 0 and 33,554,431");
    }

    [Theory]
    [InlineData("MaxPooling2D(2, Pad = 2)", "2", "MaxPooling2D_1", "Pad", "2x2", 1)]
    [InlineData("MaxPooling2D(3, 2, Pad = 2)", "2", "MaxPooling2D_1", "Pad", "3x2", 1)]
    [InlineData("MaxPooling2D(3, 2, Pad = 2, PadLeft = 1, PadRight = 5)", "5", "MaxPooling2D_1", "PadRight", "3x2", 1)]
    [InlineData("AveragePooling2D(3, PadBottom = 4)", "4", "AveragePooling2D_1", "PadBottom", "3x3", 2)]
    [InlineData("AveragePooling2D(1, Pad = 1)", "1", "AveragePooling2D_1", "Pad", "1x1", 0)]
    public void Pooling_PadAsLargeAsTheWindow_ReportsLNG2012(
        string attribute, string span, string layer, string argument, string window, int most) => Report(
        $"[Network(1, 8, 8)][{attribute}]",
        "LNG2012", span,
        $"Layer '{layer}': {argument} is {span}, so that a {window} window would lie in the padding alone; "
            + $"reduce {argument} to at most {most}");

    [Fact]
    public void Pooling_PadBelowTheWindow_IsWelcome() =>
        GeneratorRun.Of(Declarations.Network("[Network(1, 8, 8)][MaxPooling2D(3, 2, Pad = 1, PadTop = 2, PadBottom = 2)]"));

    [Fact]
    public void Convolution_PadAsLargeAsTheKernel_IsWelcome() =>
        GeneratorRun.Of(Declarations.Network("[Network(1, 8, 8)][Conv2D(2, 1, 3, Pad = 4)]")).AssertKernelsCompile();

    [Fact]
    public void PaddedInput_TooLarge_ReportsLNG2009() => Report(
        "[Network(4, 4, 1000)][Conv2D(1, 3, StrideHeight = 100, PadTop = 16777, PadBottom = 8)]",
        "LNG2009", "16777",
        "Layer 'Conv2D_1': its padded input 4@16789x1000 brings the network to 67,156,000 elements for each image, more than the "
            + "33,554,431 that can be addressed; reduce the sizes");

    [Fact]
    public void PaddedInput_OfSamePaddingTooLarge_ReportsLNG2009() => Report(
        "[Network(1, 8, 8)][MaxPooling2D(2, int.MaxValue, Padding = Padding.Same)]",
        "LNG2009", "int.MaxValue",
        "Layer 'MaxPooling2D_1': its padded input 1@8x2147483647 brings the network to 17,179,869,176 elements for each image, more than "
            + "the 33,554,431 that can be addressed; reduce the sizes");

    [Fact]
    public void Pooling_WindowLargerThanInput_ReportsLNG2004() => Report(
        "[Network(1, 5, 5)][Conv2D(1, 3, Name = \"C1\")][MaxPooling2D(4)][Conv2D(6, 5)][Flatten][Dense(10)]",
        "LNG2004", "4",
        "Layer 'MaxPooling2D_1': a 4x4 window does not fit its 3x3 input, produced by 'C1'; reduce poolSize to at most 3 "
            + "or set Padding = Padding.Same");

    [Fact]
    public void Dense_WithoutFlatten_ReportsLNG2005() => Report(
        "[Network(1, 8, 8)][Conv2D(6, 3)][Dense(120)][Dense(10)]",
        "LNG2005", "Dense(120)",
        "Layer 'Dense_1' reads a vector, but its input is 6@6x6, produced by 'Conv2D_1'; insert [Flatten] above it");

    [Theory]
    [InlineData("Conv2D(6, 3)", "Conv2D_1")]
    [InlineData("AveragePooling2D(2)", "AveragePooling2D_1")]
    [InlineData("MaxPooling2D(2)", "MaxPooling2D_1")]
    public void ImageLayer_AfterFlatten_ReportsLNG2006(string attribute, string name) => Report(
        $"[Network(1, 8, 8)][Flatten][{attribute}][Dense(10)]",
        "LNG2006", attribute,
        $"Layer '{name}' reads an image, but its input is a vector of 64, produced by 'Flatten_1'; move it above the layer that "
        + "makes the vector");

    [Theory]
    [InlineData("Dense(10)", "Dense_2")]
    [InlineData("Flatten", "Flatten_2")]
    [InlineData("Dropout(0.5)", "Dropout_1")]
    public void Softmax_NotLast_ReportsLNG2007(string below, string name) => Report(
        $"[Network(1, 8, 8)][Flatten][Dense(20, Activation = Activation.Softmax)][{below}]",
        "LNG2007", "Activation.Softmax",
        $"Layer 'Dense_1' has Activation.Softmax, but '{name}' follows it; only the last layer can end in softmax, so choose "
            + "another activation here");

    [Theory]
    [InlineData("")]
    [InlineData("[Flatten][Dense(10)]")]
    public void Softmax_OfConvolution_ReportsLNG2008(string below) => Report(
        $"[Network(1, 8, 8)][Conv2D(6, 8, Activation = Activation.Softmax)]{below}",
        "LNG2008", "Activation.Softmax",
        "Layer 'Conv2D_1' has Activation.Softmax, but its output is an image, not a vector of classes; end the network with "
            + "[Flatten] and a [Dense] layer that has the softmax");

    [Fact]
    public void Input_TooLarge_ReportsLNG2009() => Report(
        "[Network(2, 4096, 4096)][Flatten]",
        "LNG2009", "Network(2, 4096, 4096)",
        "Network 'Net': the input 2@4096x4096 brings the network to 33,554,432 elements for each image, more than the 33,554,431 "
            + "that can be addressed; reduce the sizes");

    [Fact]
    public void Input_ProductOverflowsLong_ReportsLNG2009() => Report(
        "[Network(2147483647, 2147483647, 2147483647)][Flatten]",
        "LNG2009", "Network(2147483647, 2147483647, 2147483647)",
        "Network 'Net': the input 2147483647@2147483647x2147483647 brings the network to 9,223,372,036,854,775,807 elements for "
            + "each image, more than the 33,554,431 that can be addressed; reduce the sizes");

    [Theory]
    [InlineData("AveragePooling2D(1)", "AveragePooling2D_1")]
    [InlineData("Dropout(0.5)", "Dropout_1")]
    public void Outputs_TooLargeTogether_ReportsLNG2009(string layer, string name) => Report(
        $"[Network(1, 4096, 4096)][{layer}][Flatten]",
        "LNG2009", layer,
        $"Layer '{name}': its output 1@4096x4096 brings the network to 33,554,432 elements for each image, more than the "
            + "33,554,431 that can be addressed; reduce the sizes");

    [Theory]
    [InlineData("[Network(2, 8, 8)][Conv2D(4, 3, Connections = new string[0])][Flatten]", "new string[0]", "Conv2D_1", "Connections")]
    [InlineData("[Network(2, 8, 8)][Flatten][Rbf]", "Rbf", "Rbf_1", "codes")]
    [InlineData("[Network(2, 8, 8)][Flatten][Rbf(\"\")]", "\"\"", "Rbf_1", "codes")]
    public void Table_Empty_ReportsLNG2001(string attributes, string span, string layer, string argument) =>
        Report(attributes, "LNG2001", span, $"Layer '{layer}': the length of {argument} is 0; it must be at least 1");

    [Fact]
    public void Connections_OfAnotherSize_ReportsLNG2021() => Report(
        "[Network(1, 8, 8)][Conv2D(3, 3)][Conv2D(4, 3, Name = \"C3\", Connections = new[] { \"XX.X\", \"X.XX\" })][Flatten]",
        "LNG2021", "new[] { \"XX.X\", \"X.XX\" }",
        "Layer 'C3': Connections is a table of 2 rows and 4 columns, but its input 3@6x6, produced by 'Conv2D_1', has 3 channels, and "
            + "there are 4 filters; write 3 strings of 4 characters");

    [Fact]
    public void Codes_OfAnotherLength_ReportsLNG2022() => Report(
        "[Network(1, 8, 8)][Flatten][Dense(5)][Rbf(\"X..X\", \".XX.\")]",
        "LNG2022", "\"X..X\"",
        "Layer 'Rbf_1': its codes have 4 characters, but its input is a vector of 5, produced by 'Dense_1'; write codes of 5 "
            + "characters, or make the vector as long");

    [Fact]
    public void Rbf_OfImage_ReportsLNG2005() => Report(
        "[Network(1, 2, 2)][Rbf(\"X..X\", \".XX.\")]",
        "LNG2005", "Rbf(\"X..X\", \".XX.\")",
        "Layer 'Rbf_1' reads a vector, but its input is 1@2x2, the network's input; insert [Flatten] above it");

    [Fact]
    public void Subsampling_WindowLargerThanInput_ReportsLNG2004() => Report(
        "[Network(1, 4, 4)][Subsampling2D(5)][Flatten]",
        "LNG2004", "5",
        "Layer 'Subsampling2D_1': a 5x5 window does not fit its 4x4 input, the network's input; reduce poolSize to at most 4 or set "
            + "Padding = Padding.Same");

    [Fact]
    public void Subsampling_Softmax_ReportsLNG2008() => Report(
        "[Network(1, 4, 4)][Subsampling2D(2, Activation = Activation.Softmax)]",
        "LNG2008", "Activation.Softmax",
        "Layer 'Subsampling2D_1' has Activation.Softmax, but its output is an image, not a vector of classes; end the network with "
            + "[Flatten] and a [Dense] layer that has the softmax");

    [Fact]
    public void Filters_OverflowInt_ReportsLNG2009() => Report(
        "[Network(1, 8, 8)][Conv2D(int.MaxValue, 3)][Flatten]",
        "LNG2009", "int.MaxValue",
        "Layer 'Conv2D_1': its output 2147483647@6x6 brings the network to 77,309,411,356 elements for each image, more than the "
            + "33,554,431 that can be addressed; reduce the sizes");

    [Fact]
    public void Parameters_TooMany_ReportsLNG2010() => Report(
        "[Network(1, 8, 8)][Flatten][Dense(1048576)][Dense(128)]",
        "LNG2010", "128",
        "Layer 'Dense_2' brings the network to 202,375,296 parameters, more than the 134,217,727 that can be addressed; reduce "
        + "the sizes");

    [Fact]
    public void Kernel_LargestIntWithSamePadding_ReportsLNG2010() => Report(
        "[Network(3, 8, 8)][Conv2D(2, int.MaxValue, Padding = Padding.Same)][Flatten]",
        "LNG2010", "2",
        "Layer 'Conv2D_1' brings the network to 9,223,372,036,854,775,807 parameters, more than the 134,217,727 that can be "
            + "addressed; reduce the sizes");

    [Fact]
    public void Mistakes_Independent_AreAllReported() => GeneratorRun.Of(
        Declarations.Network("[Network(1, 8, 8)][Conv2D(6, 9)][Conv2D(6, 0)][Dense(10, Name = \"-\")]"),
        new Expected("LNG2003", "9", "Layer 'Conv2D_1': a 9x9 kernel does not fit its 8x8 input, the network's input; "
            + "reduce kernelSize to at most 8 or set Padding = Padding.Same"),
        new Expected("LNG2001", "0", "Layer 'Conv2D_2': kernelSize is 0; it must be at least 1"),
        new Expected("LNG1012", "\"-\"", "Layer name '-' is not a C# identifier, but it names a generated member; "
            + "use letters, digits and underscores, with a letter first"));

    [Fact]
    public void Pragma_AroundDeclaration_SilencesIt() => GeneratorRun.Of($"""
        #pragma warning disable LNG2003
        {Declarations.Network("[Network(1, 4, 4)][Conv2D(6, 5)]").Replace("using LeNetGen;", "")}
        """.Insert(0, "using LeNetGen;\n"));

    private static void Report(string attributes, string id, string span, string message) =>
        GeneratorRun.Of(Declarations.Network(attributes), new Expected(id, span, message));
}
