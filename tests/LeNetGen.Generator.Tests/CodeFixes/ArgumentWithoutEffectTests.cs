using LeNetGen.CodeFixes;

namespace LeNetGen.Generator.Tests.CodeFixes;

/// <summary>Arguments that belong to nothing: removed, or given what they belong to.</summary>
public class ArgumentWithoutEffectTests
{
    private static readonly RemoveArgumentCodeFix Remove = new();
    private static readonly UseNumberCodeFix Use = new();
    private static readonly RemovePaddingCodeFix RemovePadding = new();

    [Theory]
    [InlineData("Conv2D(2, 3, NegativeSlope = 0.1f)", "Remove NegativeSlope", "Conv2D(2, 3)")]
    [InlineData("Conv2D(2, 3, NegativeSlope = 0.1f, Activation = Activation.ReLU)", "Remove NegativeSlope",
        "Conv2D(2, 3, Activation = Activation.ReLU)")]
    [InlineData("Conv2D(2, 3,\n    // steep\n    NegativeSlope = 0.1f, // very\n    Strides = 1)", "Remove NegativeSlope",
        "Conv2D(2, 3\n    // steep\n    , // very\n    Strides = 1)")]
    [InlineData("Conv2D(2, 3,\n    KernelConstant = 1f,\n    Strides = 1)", "Remove KernelConstant", "Conv2D(2, 3,\n    Strides = 1)")]
    [InlineData("Conv2D(2, 3, BiasConstant = 1f)", "Remove BiasConstant", "Conv2D(2, 3)")]
    public Task Argument_WithoutEffect_IsRemoved(string before, string title, string after) => Fixed.AssertAsync(
        Remove, title, Declarations.Network($"[Network(1, 4, 4)][{before}]"), Declarations.Network($"[Network(1, 4, 4)][{after}]"));

    [Theory]
    [InlineData("Conv2D(2, 3, NegativeSlope = 0.1f)", "Set Activation = Activation.LeakyReLU",
        "Conv2D(2, 3, Activation = Activation.LeakyReLU, NegativeSlope = 0.1f)")]
    [InlineData("Conv2D(2, 3, NegativeSlope = 0.1f, Activation = Activation.ReLU)", "Set Activation = Activation.LeakyReLU",
        "Conv2D(2, 3, NegativeSlope = 0.1f, Activation = Activation.LeakyReLU)")]
    [InlineData("Conv2D(2, 3, KernelConstant = 1f)", "Set KernelInitializer = Initializer.Constant",
        "Conv2D(2, 3, KernelInitializer = Initializer.Constant, KernelConstant = 1f)")]
    [InlineData("Conv2D(2, 3, BiasInitializer = Initializer.Zeros, BiasConstant = 1f)", "Set BiasInitializer = Initializer.Constant",
        "Conv2D(2, 3, BiasInitializer = Initializer.Constant, BiasConstant = 1f)")]
    public Task Argument_WithoutEffect_IsGivenWhatItBelongsTo(string before, string title, string after) => Fixed.AssertAsync(
        Use, title, Declarations.Network($"[Network(1, 4, 4)][{before}]"), Declarations.Network($"[Network(1, 4, 4)][{after}]"));

    [Theory]
    [InlineData("NegativeSlope = 0.1f", "NegativeSlope")]
    [InlineData("KernelConstant = 1f", "KernelConstant")]
    [InlineData("Name = \"Scores\"", "Name")]
    public Task ArgumentOfLayerMethod_WithoutEffect_IsRemoved(string argument, string name) => Fixed.AssertAsync(
        Remove, $"Remove {name}", Graph($"Dense(3, {argument})"), Graph("Dense(3)"));

    [Theory]
    [InlineData("Pad = 1, Padding = Padding.Same", "Remove Pad", "Padding = Padding.Same")]
    [InlineData("PadLeft = 1, Padding = Padding.Same, PadTop = 0 /* none */", "Remove PadLeft and PadTop",
        "Padding = Padding.Same /* none */")]
    [InlineData("PadLeft = 1, Padding = Padding.Same, PadTop = 0", "Remove Padding = Padding.Same", "PadLeft = 1, PadTop = 0")]
    public Task Pads_BesideSame_AreRemovedOrSameIs(string before, string title, string after) => Fixed.AssertAsync(
        RemovePadding,
        title,
        Declarations.Network($"[Network(1, 4, 4)][MaxPooling2D(2, {before})]"),
        Declarations.Network($"[Network(1, 4, 4)][MaxPooling2D(2, {after})]"));

    [Fact]
    public Task Pads_WithoutRoomForTheKernel_AreOfferedStill() => Fixed.AssertOffersAsync(
        RemovePadding,
        Declarations.Network("[Network(1, 4, 4)][Conv2D(2, 9, Padding = Padding.Same, Pad = 1)]"),
        "Remove Pad",
        "Remove Padding = Padding.Same");

    [Fact]
    public Task FixAll_TwoClasses_RemovesEveryArgument() => Fixed.AssertAllAsync(
        Remove, "RemoveArgument",
        TwoClasses.Of(
            "[Conv2D(2, 3, KernelConstant = 1f, NegativeSlope = 0.1f, BiasConstant = 2f)]", "[Flatten][Dense(2, NegativeSlope = 1f)]"),
        TwoClasses.Of("[Conv2D(2, 3)]", "[Flatten][Dense(2)]"));

    [Fact]
    public Task FixAll_TwoClasses_UsesEveryArgument() => Fixed.AssertAllAsync(
        Use, "UseNumber",
        TwoClasses.Of("[Conv2D(2, 3, KernelConstant = 1f)]\n[Conv2D(2, 3, BiasConstant = 1f)]", "[Flatten][Dense(2, NegativeSlope = 1f)]"),
        TwoClasses.Of(
            "[Conv2D(2, 3, KernelInitializer = Initializer.Constant, KernelConstant = 1f)]\n"
                + "[Conv2D(2, 3, BiasInitializer = Initializer.Constant, BiasConstant = 1f)]",
            "[Flatten][Dense(2, Activation = Activation.LeakyReLU, NegativeSlope = 1f)]"));

    [Theory]
    [InlineData("RemovePads", "Padding = Padding.Same", "Padding = Padding.Same")]
    [InlineData("RemovePaddingSame", "PadTop = 1, PadLeft = 2", "Pad = 1")]
    public Task FixAll_TwoClasses_RemovesPads(string key, string first, string second) => Fixed.AssertAllAsync(
        RemovePadding, key,
        TwoClasses.Of(
            "[Conv2D(2, 3, PadTop = 1, Padding = Padding.Same, PadLeft = 2)]", "[MaxPooling2D(2, Padding = Padding.Same, Pad = 1)]"),
        TwoClasses.Of($"[Conv2D(2, 3, {first})]", $"[MaxPooling2D(2, {second})]"));

    [Fact]
    public async Task Arguments_WithEffect_AreLeftAlone()
    {
        string network = Declarations.Network(
            "[Network(1, 4, 4)][Conv2D(2, 3, Activation = Activation.LeakyReLU, NegativeSlope = 0.1f, Pad = 1)]");
        await Fixed.AssertOffersAsync(Remove, network);
        await Fixed.AssertOffersAsync(Use, network);
        await Fixed.AssertOffersAsync(RemovePadding, network);
    }

    private static string Graph(string attribute) => Graphs.Network(
        $"    [{attribute}] private static partial Node Scores(Node x);\n"
            + "    private static Node Forward(Node image) => Scores(Flatten(image));");
}
