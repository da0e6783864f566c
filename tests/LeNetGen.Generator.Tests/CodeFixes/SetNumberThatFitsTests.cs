using LeNetGen.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LeNetGen.Generator.Tests.CodeFixes;

/// <summary>The number that a message names in place of one that does not fit.</summary>
public class SetNumberThatFitsTests
{
    private static readonly SetNumberThatFitsCodeFix Fix = new();

    [Theory]
    [InlineData("Conv2D(2, 5)", "Set kernelSize to 4", "Conv2D(2, 4)")]
    [InlineData("Conv2D(2, 5, Pad = 0)", "Set kernelSize to 4", "Conv2D(2, 4, Pad = 0)")]
    [InlineData("Conv2D(2, 9, Pad = 1)", "Set kernelSize to 6", "Conv2D(2, 6, Pad = 1)")]
    [InlineData("Conv2D(2, kernelWidth: 5 /* wide */, kernelHeight: 2)", "Set kernelWidth to 4",
        "Conv2D(2, kernelWidth: 4 /* wide */, kernelHeight: 2)")]
    [InlineData("MaxPooling2D(\n    2 + 3)", "Set poolSize to 4", "MaxPooling2D(\n    4)")]
    [InlineData("AveragePooling2D(9, 1)", "Set poolHeight to 4", "AveragePooling2D(4, 1)")]
    [InlineData("Conv2D(0, 3)", "Set filters to 1", "Conv2D(1, 3)")]
    [InlineData("Conv2D(2, 3, Strides = 0)", "Set Strides to 1", "Conv2D(2, 3, Strides = 1)")]
    [InlineData("Conv2D(2, 3, PadTop = -1)", "Set PadTop to 0", "Conv2D(2, 3, PadTop = 0)")]
    [InlineData("MaxPooling2D(2, Pad = 5)", "Set Pad to 1", "MaxPooling2D(2, Pad = 1)")]
    [InlineData("MaxPooling2D(4, 2, Pad = 5)", "Set Pad to 1", "MaxPooling2D(4, 2, Pad = 1)")]
    [InlineData("MaxPooling2D(1, Pad = 1)", "Set Pad to 0", "MaxPooling2D(1, Pad = 0)")]
    public Task Number_OfLayer_IsSetToWhatFits(string before, string title, string after) => Fixed.AssertAsync(
        Fix, title, Declarations.Network($"[Network(1, 4, 4)][{before}]"), Declarations.Network($"[Network(1, 4, 4)][{after}]"));

    [Theory]
    [InlineData("[Network(0, 4, 4)]", "Set channels to 1", "[Network(1, 4, 4)]")]
    [InlineData("[Network(1, 4, 4)][Input(Pad = 2)]", "Set Pad to 1", "[Network(1, 4, 4)][Input(Pad = 1)]")]
    [InlineData("[Network(1, 4, 4)][Input(Pad = -2)]", "Set Pad to 0", "[Network(1, 4, 4)][Input(Pad = 0)]")]
    public Task Number_OfNetwork_IsSetToWhatFits(string before, string title, string after) => Fixed.AssertAsync(
        Fix, title, Declarations.Network($"{before}[Flatten][Dense(2)]"), Declarations.Network($"{after}[Flatten][Dense(2)]"));

    [Theory]
    [InlineData("MaxPooling2D(2, Strides = 3)", "Set Strides to 2", "MaxPooling2D(2, Strides = 2)")]
    [InlineData("Conv2D(2, 2, 1, Strides = 3)", "Set Strides to 1", "Conv2D(2, 2, 1, Strides = 1)")]
    [InlineData("AveragePooling2D(2, StrideWidth = 3 /* far */)", "Set StrideWidth to 2", "AveragePooling2D(2, StrideWidth = 2 /* far */)")]
    public Task Stride_ThatSkipsPixels_IsSetToTheWindow(string before, string title, string after) => Fixed.AssertAsync(
        Fix, title, Declarations.Network($"[Network(1, 8, 8)][{before}]"), Declarations.Network($"[Network(1, 8, 8)][{after}]"));

    [Theory]
    [InlineData("Conv2D(2, 9, 9)", "Set kernelHeight to 4")]
    [InlineData("MaxPooling2D(1, StrideHeight = 2, StrideWidth = 2)", "Set StrideHeight to 1")]
    public Task Number_OfHeightAndOfWidth_IsSetOneByOne(string attribute, string title) => Fixed.AssertOffersAsync(
        Fix, Declarations.Network($"[Network(1, 4, 4)][{attribute}]"), title);

    [Fact]
    public Task Stride_WithoutWhichNodesDiffer_IsNotOffered() => Fixed.AssertOffersAsync(
        Fix, Graph("Conv(image) + MaxPooling2D(image, 2)", "Conv2D(1, 1, Strides = 2)"));

    [Fact]
    public Task Units_OfTooManyParameters_AreSetToTheMost() => AssertOfferedAsync(
        "[Network(1, 1000, 1000)][Flatten][Dense(1000)]", "Set units to 134");

    [Fact]
    public Task Units_OfTooManyElements_AreSetToTheMost() => AssertOfferedAsync(
        "[Network(1, 1, 1)][Flatten][Dense(2_000_000_000)]", "Set units to 33554429");

    [Fact]
    public Task Filters_OfTooManyElements_AreSetToTheMost() => AssertOfferedAsync(
        "[Network(1, 1000, 1000)][Conv2D(100, 1)]", "Set filters to 32");

    [Theory]
    [InlineData("[Network(1, 5000, 5000)][Conv2D(2, 1)]")]
    [InlineData("[Network(1, 9000, 9000)][Conv2D(2, 1)]")]
    [InlineData("[Network(1, 4, 4)][Conv2D(2, 3, Pad = 2_000_000_000)]")]
    [InlineData("[Network(1, 4, 4)][Conv2D(2, 3)]")]
    public Task Number_WithoutOneThatFits_IsNotOffered(string attributes) =>
        Fixed.AssertOffersAsync(Fix, Declarations.Network(attributes));

    [Theory]
    [InlineData("MaxPooling2D(image, 9)", "Set poolSize to 8", "MaxPooling2D(image, 8)")]
    [InlineData("AveragePooling2D(image, poolWidth: 0, poolHeight: 1)", "Set poolWidth to 1",
        "AveragePooling2D(image, poolWidth: 1, poolHeight: 1)")]
    public Task Number_OfCall_IsSetToWhatFits(string before, string title, string after) => Fixed.AssertAsync(
        Fix, title, Graph(before), Graph(after));

    [Fact]
    public Task Number_OfLayerMethod_IsSetToWhatFits() => Fixed.AssertAsync(
        Fix, "Set kernelSize to 8", Graph("Conv(image)", "Conv2D(2, 9)"), Graph("Conv(image)", "Conv2D(2, 8)"));

    [Fact]
    public Task Number_OfLaterLayer_IsSetToWhatFits() => Fixed.AssertAsync(
        Fix,
        "Set kernelSize to 4",
        Declarations.Network("[Network(1, 8, 8)]\n[MaxPooling2D(2)] // half\n[Conv2D(2, 5)] // too large\n[Conv2D(2, 1)]"),
        Declarations.Network("[Network(1, 8, 8)]\n[MaxPooling2D(2)] // half\n[Conv2D(2, 4)] // too large\n[Conv2D(2, 1)]"));

    [Fact]
    public Task Number_OverAnotherMistake_IsOffered() => Fixed.AssertOffersAsync(
        Fix, Declarations.Network("[Network(1, 4, 4)][Conv2D(2, 5)][Conv2D(2, 5)]"), "Set kernelSize to 4");

    [Fact]
    public Task FixAll_TwoClasses_SetsBoth() => Fixed.AssertAllAsync(
        Fix, "SetNumberThatFits",
        TwoClasses.Of("[Conv2D(2, 9)]\n", "[MaxPooling2D(10)] [Flatten]"),
        TwoClasses.Of("[Conv2D(2, 8)]\n", "[MaxPooling2D(8)] [Flatten]"));

    [Fact]
    public Task FixAll_TwoClassesThatSkipPixels_SetsBoth() => Fixed.AssertAllAsync(
        Fix, "SetNumberThatFits",
        TwoClasses.Of("[Conv2D(2, 1, Strides = 2)]\n", "[MaxPooling2D(2, Strides = 3)] [Flatten]"),
        TwoClasses.Of("[Conv2D(2, 1, Strides = 1)]\n", "[MaxPooling2D(2, Strides = 2)] [Flatten]"));

    [Fact]
    public async Task FixAll_ProjectAndSolution_SetsAllOfThem()
    {
        string wrong = Declarations.Network("[Network(1, 4, 4)][Conv2D(2, 5)]"), right = wrong.Replace("2, 5", "2, 4");
        string other = wrong.Replace("Net;", "Other;");
        using var editor = new Editor(Fix, [wrong, other], [wrong]);
        Assert.Equal(
            [[right, right.Replace("Net;", "Other;")], [wrong]],
            await editor.ApplyToAllAsync("SetNumberThatFits", FixAllScope.Project));
        Assert.Equal(
            [[right, right.Replace("Net;", "Other;")], [right]],
            await editor.ApplyToAllAsync("SetNumberThatFits", FixAllScope.Solution));
        Assert.Equal([[right, other], [wrong]], await editor.ApplyToAllAsync("SetNumberThatFits", FixAllScope.Document));
    }

    /// <summary>The most that fits: with it nothing is wrong, with one more something is. Creating such a network takes too long.</summary>
    private static async Task AssertOfferedAsync(string attributes, string title)
    {
        using var editor = new Editor(Fix, [Declarations.Network(attributes)]);
        string after = Assert.Single(await editor.ApplyAsync(title));
        string number = title.Split(' ')[^1];
        await Fixed.AssertOffersAsync(Fix, after);
        string more = after.Replace(number, $"{int.Parse(number) + 1}");
        Assert.NotEqual(after, more);
        await Fixed.AssertOffersAsync(Fix, more, title);
    }

    private static string Graph(string value, string? attribute = null) => Graphs.Network(
        (attribute is null ? "" : $"    [{attribute}] private static partial Node Conv(Node x);\n")
            + $"    private static Node Forward(Node image) => {value};");
}
