using LeNetGen.CodeFixes;

namespace LeNetGen.Generator.Tests.CodeFixes;

/// <summary>A ReLU of the network's outputs.</summary>
public class FinalReluTests
{
    private const string RemoveTitle = "Remove the ReLU";
    private const string ReplaceTitle = "Replace the ReLU by a softmax";
    private static readonly FinalReluCodeFix Fix = new();

    [Theory]
    [InlineData("[Flatten][Dense(3, Activation = Activation.ReLU)]", RemoveTitle, "[Flatten][Dense(3)]")]
    [InlineData("[Flatten][Dense(3, Activation = Activation.ReLU, Name = \"Scores\")]", RemoveTitle,
        "[Flatten][Dense(3, Name = \"Scores\")]")]
    [InlineData("[Conv2D(3, 4, Activation = Activation.ReLU)][Flatten]", RemoveTitle, "[Conv2D(3, 4)][Flatten]")]
    [InlineData("[Flatten][Dense(3, Activation = Activation.ReLU /* cut */)]", ReplaceTitle,
        "[Flatten][Dense(3, Activation = Activation.Softmax /* cut */)]")]
    public Task Attribute_Last_IsMended(string before, string title, string after) => Fixed.AssertAsync(
        Fix, title, Declarations.Network($"[Network(1, 4, 4)]{before}"), Declarations.Network($"[Network(1, 4, 4)]{after}"));

    [Theory]
    [InlineData("Relu(Logits(Flatten(image)))", RemoveTitle, "Logits(Flatten(image))")]
    [InlineData("Relu(Logits(Flatten(image)))", ReplaceTitle, "Softmax(Logits(Flatten(image)))")]
    [InlineData("Layers.Relu(x: /* of */ Logits(Flatten(image)))", ReplaceTitle, "Softmax(x: /* of */ Logits(Flatten(image)))")]
    public Task Call_Last_IsMended(string before, string title, string after) => Fixed.AssertAsync(
        Fix, title, Graph(before), Graph(after));

    [Theory]
    [InlineData(RemoveTitle, "Dense(3)")]
    [InlineData(ReplaceTitle, "Dense(3, Activation = Activation.Softmax)")]
    public Task LayerMethod_Last_IsMended(string title, string after) => Fixed.AssertAsync(
        Fix,
        title,
        Graph("Logits(Flatten(image))", "Dense(3, Activation = Activation.ReLU)"),
        Graph("Logits(Flatten(image))", after));

    [Fact]
    public Task LayerMethod_CalledElsewhereToo_IsNotOffered() => Fixed.AssertOffersAsync(
        Fix, Graph("Logits(Logits(Flatten(image)))", "Dense(64, Activation = Activation.ReLU)"));

    [Theory]
    [InlineData("[Conv2D(3, 4, Activation = Activation.ReLU)][Flatten]")]
    [InlineData("[Flatten][Dense(3, Activation = Activation.ReLU)]\n[Flatten]")]
    public Task Softmax_WhereThereCanBeNone_IsNotOffered(string layers) =>
        Fixed.AssertOffersAsync(Fix, Declarations.Network($"[Network(1, 4, 4)]{layers}"), RemoveTitle);

    [Fact]
    public Task Relu_BetweenLayers_IsLeftAlone() => Fixed.AssertOffersAsync(
        Fix, Declarations.Network("[Network(1, 4, 4)][Flatten][Dense(3, Activation = Activation.ReLU)][Dense(2)]"));

    [Theory]
    [InlineData("RemoveFinalRelu", "")]
    [InlineData("ReplaceFinalRelu", ", Activation = Activation.Softmax")]
    public Task FixAll_TwoClasses_MendsBoth(string key, string activation) => Fixed.AssertAllAsync(
        Fix, key,
        TwoClasses.Of("[Flatten][Dense(3, Activation = Activation.ReLU)]", "[Flatten]\n[Dense(2, Activation = Activation.ReLU)]"),
        TwoClasses.Of($"[Flatten][Dense(3{activation})]", $"[Flatten]\n[Dense(2{activation})]"));

    private static string Graph(string value, string attribute = "Dense(3)") => Graphs.Network(
        $"    [{attribute}] private static partial Node Logits(Node x);\n    private static Node Forward(Node image) => {value};");
}
