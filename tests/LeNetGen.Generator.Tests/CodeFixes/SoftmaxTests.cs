using LeNetGen.CodeFixes;

namespace LeNetGen.Generator.Tests.CodeFixes;

/// <summary>A softmax that is not that of the last layer.</summary>
public class SoftmaxTests
{
    private const string MoveTitle = "Move the softmax to the last layer";
    private const string RemoveTitle = "Remove the softmax";
    private static readonly MoveSoftmaxCodeFix Move = new();
    private static readonly RemoveSoftmaxCodeFix Remove = new();

    [Theory]
    [InlineData("[Flatten][Dense(4, Activation = Activation.Softmax)][Dense(3)]",
        "[Flatten][Dense(4)][Dense(3, Activation = Activation.Softmax)]")]
    [InlineData("[Flatten]\n[Dense(4, Activation = Activation.Softmax, Name = \"F\")] // wide\n[Dense(3, Name = \"Scores\")]",
        "[Flatten]\n[Dense(4, Name = \"F\")] // wide\n[Dense(3, Activation = Activation.Softmax, Name = \"Scores\")]")]
    [InlineData("[Conv2D(2, 3, Activation = Activation.Softmax)][Flatten][Dense(3, Activation = Activation.None)]",
        "[Conv2D(2, 3)][Flatten][Dense(3, Activation = Activation.Softmax)]")]
    public Task Attribute_NotLast_IsMoved(string before, string after) => Fixed.AssertAsync(
        Move, MoveTitle, Declarations.Network($"[Network(1, 4, 4)]{before}"), Declarations.Network($"[Network(1, 4, 4)]{after}"));

    [Theory]
    [InlineData("[Flatten][Dense(4, Activation = Activation.Softmax)][Dense(3, Activation = Activation.Softmax)]",
        "[Flatten][Dense(4)][Dense(3, Activation = Activation.Softmax)]")]
    [InlineData("[Conv2D(2, 3, // shape\n    Activation = Activation.Softmax /* too early */)][Flatten][Dense(3)]",
        "[Conv2D(2, 3 // shape\n     /* too early */)][Flatten][Dense(3)]")]
    [InlineData("[Conv2D(2, 3, Activation = Activation.Softmax)]", "[Conv2D(2, 3)]")]
    public Task Attribute_NotLast_IsRemoved(string before, string after) => Fixed.AssertAsync(
        Remove, RemoveTitle, Declarations.Network($"[Network(1, 4, 4)]{before}"), Declarations.Network($"[Network(1, 4, 4)]{after}"));

    [Theory]
    [InlineData("[Dense(4, Activation = Activation.Softmax)][Dense(3, Activation = Activation.Softmax)]")]
    [InlineData("[Dense(4, Activation = Activation.Softmax)][Dense(3, Activation = Activation.ReLU)]")]
    [InlineData("[Dense(4, Activation = Activation.Softmax)][Dropout(0.5)]")]
    [InlineData("[Dense(4)][Dense(3, Activation = Activation.Softmax)]")]
    public Task Attribute_BeforeNoPlaceForIt_IsNotMoved(string attributes) =>
        Fixed.AssertOffersAsync(Move, Declarations.Network($"[Network(1, 4, 4)][Flatten]{attributes}"));

    [Theory]
    [InlineData("return Logits(Softmax(x));", "return Softmax(Logits(x));")]
    [InlineData("x = Softmax( x: x ) + x; // sum\n        return Logits(x);", "x = x + x; // sum\n        return Softmax(Logits(x));")]
    [InlineData("return Logits(x * Softmax(x + x));", "return Softmax(Logits(x * (x + x)));")]
    public Task Call_NotLast_IsMoved(string before, string after) => Fixed.AssertAsync(
        Move, MoveTitle, Forward(before), Forward(after));

    [Theory]
    [InlineData("return Softmax(Logits(Softmax(x)));", "return Softmax(Logits(x));")]
    [InlineData("return Logits(Softmax(/* of */ x) * x);", "return Logits(/* of */ x * x);")]
    [InlineData("return Softmax(Softmax(Logits(x)));", "return Softmax(Logits(x));")]
    [InlineData("return Softmax(x) * Logits(x) + Logits(x);", "return x * Logits(x) + Logits(x);", "Dense(64)")]
    public Task Call_NotLast_IsRemoved(string before, string after, string attribute = "Dense(3)") => Fixed.AssertAsync(
        Remove, RemoveTitle, Forward(before, attribute), Forward(after, attribute));

    [Fact]
    public Task LayerMethod_NotLast_IsMoved() => Fixed.AssertAsync(
        Move,
        MoveTitle,
        Forward("return Relu(Logits(x));", "Dense(3, Activation = Activation.Softmax)"),
        Forward("return Softmax(Relu(Logits(x)));"));

    [Fact]
    public Task Call_BeforeImage_IsNotMoved() => Fixed.AssertOffersAsync(
        Move, Graphs.Network("    private static Node Forward(Node image) => Relu(Softmax(image));"));

    [Fact]
    public Task Call_BeforeSoftmax_IsNotMoved() => Fixed.AssertOffersAsync(Move, Forward("return Softmax(Logits(Softmax(x)));"));

    [Fact]
    public Task FixAll_TwoClasses_MovesBoth() => Fixed.AssertAllAsync(
        Move, "MoveSoftmax",
        TwoClasses.Of(
            "[Conv2D(2, 3, Activation = Activation.Softmax)][Flatten]\n[Dense(4, Activation = Activation.Softmax)]\n[Dense(2)]",
            "[Flatten][Dense(4, Activation = Activation.Softmax)][Dense(2)]"),
        TwoClasses.Of(
            "[Conv2D(2, 3)][Flatten]\n[Dense(4)]\n[Dense(2, Activation = Activation.Softmax)]",
            "[Flatten][Dense(4)][Dense(2, Activation = Activation.Softmax)]"));

    [Fact]
    public Task FixAll_TwoClasses_RemovesBoth() => Fixed.AssertAllAsync(
        Remove, "RemoveSoftmax",
        TwoClasses.Of("[Conv2D(2, 3, Activation = Activation.Softmax)]", "[Flatten][Dense(4, Activation = Activation.Softmax)][Dense(2)]"),
        TwoClasses.Of("[Conv2D(2, 3)]", "[Flatten][Dense(4)][Dense(2)]"));

    private static string Forward(string body, string attribute = "Dense(3)") => Graphs.Network($$"""
            [{{attribute}}] private static partial Node Logits(Node x);
            private static Node Forward(Node image)
            {
                var x = Flatten(image);
                {{body}}
            }
        """);
}
