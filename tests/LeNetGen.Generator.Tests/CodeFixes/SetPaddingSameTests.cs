using LeNetGen.CodeFixes;

namespace LeNetGen.Generator.Tests.CodeFixes;

/// <summary>Padding.Same for a window that does not fit its input, or that leaves out its end.</summary>
public class SetPaddingSameTests
{
    private const string Title = "Set Padding = Padding.Same";
    private static readonly SetPaddingSameCodeFix Fix = new();

    [Theory]
    [InlineData("Conv2D(2, 5)", "Conv2D(2, 5, Padding = Padding.Same)")]
    [InlineData("Conv2D(2, 3, 5, Name = \"C1\")", "Conv2D(2, 3, 5, Padding = Padding.Same, Name = \"C1\")")]
    [InlineData("MaxPooling2D(poolSize: 5 /* wide */)", "MaxPooling2D(poolSize: 5 /* wide */, Padding = Padding.Same)")]
    [InlineData("AveragePooling2D(\n    5, // wide\n    Strides = 1)",
        "AveragePooling2D(\n    5, Padding = Padding.Same, // wide\n    Strides = 1)")]
    [InlineData("Conv2D(2, 5, Padding = Padding.Valid, Strides = 2)", "Conv2D(2, 5, Padding = Padding.Same, Strides = 2)")]
    [InlineData("Conv2D(2, 5, Padding = (Padding)0)", "Conv2D(2, 5, Padding = Padding.Same)")]
    public Task Window_TooLarge_IsPadded(string before, string after) => Fixed.AssertAsync(
        Fix, Title, Declarations.Network($"[Network(1, 4, 4)][{before}]"), Declarations.Network($"[Network(1, 4, 4)][{after}]"));

    [Theory]
    [InlineData("MaxPooling2D(3)", "MaxPooling2D(3, Padding = Padding.Same)")]
    [InlineData("Conv2D(2, 3, Strides = 2)", "Conv2D(2, 3, Padding = Padding.Same, Strides = 2)")]
    public Task Window_ThatLeavesOutTheEnd_IsPadded(string before, string after) => Fixed.AssertAsync(
        Fix, Title, Declarations.Network($"[Network(1, 4, 4)][{before}]"), Declarations.Network($"[Network(1, 4, 4)][{after}]"));

    [Fact]
    public Task LayerMethod_ThatLeavesOutTheEnd_IsPadded() => Fixed.AssertAsync(
        Fix, Title, Graph("MaxPooling2D(3)", "Layer(image)"), Graph("MaxPooling2D(3, Padding = Padding.Same)", "Layer(image)"));

    [Fact]
    public Task LayerMethod_WhosePaddingAnotherLayerCannotTake_IsNotOffered() => Fixed.AssertOffersAsync(
        Fix, Graph("MaxPooling2D(3)", "Layer(image) + AveragePooling2D(image, 4)"));

    [Fact]
    public Task LayerMethod_KernelTooLarge_IsPadded() => Fixed.AssertAsync(
        Fix, Title, Graph("Conv2D(2, 9)", "Layer(image)"), Graph("Conv2D(2, 9, Padding = Padding.Same)", "Layer(image)"));

    [Fact]
    public Task Window_WithoutUsing_GetsQualifiedPadding() => Fixed.AssertAsync(
        Fix,
        Title,
        "[LeNetGen.Network(1, 4, 4)]\n[LeNetGen.Conv2D(2, 5)]\npublic sealed partial class Net;\n",
        "[LeNetGen.Network(1, 4, 4)]\n[LeNetGen.Conv2D(2, 5, Padding = LeNetGen.Padding.Same)]\npublic sealed partial class Net;\n");

    [Fact]
    public Task Window_WithPads_IsNotOffered() =>
        Fixed.AssertOffersAsync(Fix, Declarations.Network("[Network(1, 4, 4)][Conv2D(2, 7, Pad = 1)]"));

    [Theory]
    [InlineData(9)]
    [InlineData(3)]
    public Task Function_ThatHasNoPadding_IsNotOffered(int poolSize) => Fixed.AssertOffersAsync(Fix, Graphs.Network(
        $"    private static Node Forward(Node image) => MaxPooling2D(image, {poolSize});"));

    [Fact]
    public Task FixAll_TwoClasses_PadsBoth() => Fixed.AssertAllAsync(
        Fix, "SetPaddingSame",
        TwoClasses.Of("[Conv2D(2, 9)]\n", "[MaxPooling2D(10)] [Flatten]"),
        TwoClasses.Of("[Conv2D(2, 9, Padding = Padding.Same)]\n", "[MaxPooling2D(10, Padding = Padding.Same)] [Flatten]"));

    [Fact]
    public Task FixAll_TwoClassesThatLeaveOutTheEnd_PadsBoth() => Fixed.AssertAllAsync(
        Fix, "SetPaddingSame",
        TwoClasses.Of("[MaxPooling2D(3)]\n", "[AveragePooling2D(5)] [Flatten]"),
        TwoClasses.Of("[MaxPooling2D(3, Padding = Padding.Same)]\n", "[AveragePooling2D(5, Padding = Padding.Same)] [Flatten]"));

    private static string Graph(string attribute, string value) => Graphs.Network(
        $"    [{attribute}] private static partial Node Layer(Node x);\n    private static Node Forward(Node image) => {value};");
}
