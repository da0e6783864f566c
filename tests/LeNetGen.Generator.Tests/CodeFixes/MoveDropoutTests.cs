using LeNetGen.CodeFixes;

namespace LeNetGen.Generator.Tests.CodeFixes;

/// <summary>A dropout of the network's outputs.</summary>
public class MoveDropoutTests
{
    private static readonly MoveDropoutCodeFix Fix = new();

    [Theory]
    [InlineData("[Flatten]\n[Dense(3)]\n[Dropout(0.5)]", "[Flatten]\n[Dropout(0.5)]\n[Dense(3)]")]
    [InlineData("[Flatten]\n// scores\n[Dense(3)] // ten\n[Dropout(0.5, Name = \"D\")]",
        "[Flatten]\n[Dropout(0.5, Name = \"D\")]\n// scores\n[Dense(3)] // ten")]
    [InlineData("[Flatten][Dense(3)][Dropout(0.5)]", "[Flatten][Dropout(0.5)][Dense(3)]")]
    [InlineData("[Flatten, Dense(3), Dropout(0.5)]", "[Flatten, Dropout(0.5), Dense(3)]")]
    [InlineData("[Flatten]\n[Dense(3), Dropout(0.5)]", "[Flatten]\n[Dropout(0.5), Dense(3)]")]
    public Task Attribute_Last_IsMoved(string before, string after) => Fixed.AssertAsync(
        Fix,
        "Move it above 'Dense_1'",
        Declarations.Network($"[Network(1, 4, 4)]\n{before}"),
        Declarations.Network($"[Network(1, 4, 4)]\n{after}"));

    [Fact]
    public Task Attribute_BehindFlatten_IsMovedAboveWhatIsFlattened() => Fixed.AssertAsync(
        Fix,
        "Move it above 'Conv2D_1'",
        Declarations.Network("[Network(1, 4, 4)][Conv2D(3, 4)][Flatten][Dropout(0.5)]"),
        Declarations.Network("[Network(1, 4, 4)][Dropout(0.5)][Conv2D(3, 4)][Flatten]"));

    [Theory]
    [InlineData("Dropout(Logits(Flatten(image)), 0.5)", "Logits(Dropout(Flatten(image), 0.5))")]
    [InlineData("Dropout(rate: 0.5, x: Tanh(Logits( x: Flatten(image) )))", "Tanh(Logits( x: Dropout(rate: 0.5, x: Flatten(image)) ))")]
    public Task Call_Last_IsMoved(string before, string after) => Fixed.AssertAsync(
        Fix, "Move it above 'Logits'", Graph(before), Graph(after));

    [Theory]
    [InlineData("Dropout(Logits(Flatten(image)) + Logits(Flatten(image)), 0.5)")]
    [InlineData("Dropout(Dropout(Logits(Flatten(image)), 0.5), 0.5)")]
    public Task Call_OfNoOneLayer_IsNotOffered(string value) => Fixed.AssertOffersAsync(Fix, Graph(value));

    [Theory]
    [InlineData("[Dropout(0.5)]")]
    [InlineData("[Flatten][Dense(3)][Dropout(0.5)][Dropout(0.5)]")]
    [InlineData("[Flatten][Dropout(0.5)][Dense(3)]")]
    public Task Attribute_WithoutAPlaceToGo_IsNotOffered(string layers) =>
        Fixed.AssertOffersAsync(Fix, Declarations.Network($"[Network(1, 4, 4)]{layers}"));

    [Fact]
    public Task FixAll_TwoClasses_MovesBoth() => Fixed.AssertAllAsync(
        Fix, "MoveDropout",
        TwoClasses.Of("[Flatten]\n[Dense(3)]\n[Dropout(0.5)]", "[Flatten][Dense(3), Dropout(0.2)]"),
        TwoClasses.Of("[Flatten]\n[Dropout(0.5)]\n[Dense(3)]", "[Flatten][Dropout(0.2), Dense(3)]"));

    private static string Graph(string value) => Graphs.Network(
        $"    [Dense(3)] private static partial Node Logits(Node x);\n    private static Node Forward(Node image) => {value};");
}
