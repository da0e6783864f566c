using LeNetGen.CodeFixes;

namespace LeNetGen.Generator.Tests.CodeFixes;

/// <summary>Methods of layers, and Forward, that are not declared as they must be.</summary>
public class DeclareMethodTests
{
    private const string Forward = "    private static Node Forward(Node image) => Logits(Flatten(image));";
    private const string BodyTitle = "Leave the body of 'Logits' to the generator";
    private static readonly DeclareMethodCodeFix Fix = new();

    [Theory]
    [InlineData("    [Dense(3)] private partial Node Logits(Node x);\n    private static Node Forward(Node image) => image;",
        "    [Dense(3)] private static partial Node Logits(Node x);\n    private static Node Forward(Node image) => image;",
        "Logits")]
    [InlineData("    [Dense(3)] private static partial Node Logits(Node x);\n    private Node Forward(Node x) => Logits(Flatten(x));",
        "    [Dense(3)] private static partial Node Logits(Node x);\n    private static Node Forward(Node x) => Logits(Flatten(x));", "Forward")]
    public async Task Method_OfInstances_IsMadeStatic(string before, string after, string name)
    {
        using var editor = new Editor(Fix, [Graphs.Network(before)]);
        Assert.Equal(Graphs.Network(after), Assert.Single(await editor.ApplyAsync($"Make '{name}' static")));
        if (name == "Forward")
            Fixed.AssertCreates(Graphs.Network(after));
    }

    [Theory]
    [InlineData("[Dense(3)] private static Node Logits(Node x) => x;", "[Dense(3)] private static partial Node Logits(Node x);")]
    [InlineData("[Dense(3)] static Node Logits(Node x) { return x; }", "[Dense(3)] private static partial Node Logits(Node x);")]
    [InlineData("[Dense(3)] internal static partial Node Logits(Node x);\n    internal static partial Node Logits(Node x) => x;",
        "[Dense(3)] internal static partial Node Logits(Node x);")]
    [InlineData("[Dense(3)] internal static Node Logits(Node x) // of classes\n        => x; // none",
        "[Dense(3)] internal static partial Node Logits(Node x); // of classes // none")]
    [InlineData("[Dense(3)]\n    // scores\n    private static Node Logits(Node x) // of classes\n    {\n        return x;\n    }",
        "[Dense(3)]\n    // scores\n    private static partial Node Logits(Node x); // of classes")]
    public Task LayerMethod_WithBody_IsLeftToTheGenerator(string before, string after) => Fixed.AssertAsync(
        Fix, BodyTitle, Graphs.Network($"    {before}\n{Forward}"), Graphs.Network($"    {after}\n{Forward}"));

    [Theory]
    [InlineData("[Dense(3)] private static partial Node? Logits(Node x);")]
    [InlineData("[Dense(3)] private static partial Node Logits<T>(Node x);")]
    [InlineData("[Dense(3)] private static partial Node Logits(Node x);")]
    [InlineData("[Dense(3)] private partial Node Logits(Node x);\n    [Dense(3)] private static partial Node Logits(Node x);")]
    [InlineData("[Dense(3, partial Node Logits(Node x);\n    internal 5)] private static partial Node Logits(Node x);")]
    [InlineData("[Dense(3)] private static Node Logits(Node x) => x; private static Node Forward(Node[] image) => image[0];", BodyTitle)]
    public Task Method_WrongOtherwise_IsNotOffered(string members, params string[] titles) =>
        Fixed.AssertOffersAsync(Fix, Graphs.Network($"    {members}\n{(titles.Length > 0 ? "" : Forward)}"), titles);

    [Fact]
    public Task FixAll_TwoClasses_DeclaresEveryMethod() => Fixed.AssertAllAsync(
        Fix, "DeclareMethod",
        TwoClasses.OfGraphs(
            "[Conv2D(2, 3)] static Node Conv(Node x) => x;\n    [Dense(3)] static Node Logits(Node x) => x;\n"
                + "    private static Node Forward(Node image) => Logits(Flatten(Conv(image)));",
            "private Node Forward(Node image) => Relu(image);"),
        TwoClasses.OfGraphs(
            "[Conv2D(2, 3)] private static partial Node Conv(Node x);\n    [Dense(3)] private static partial Node Logits(Node x);\n"
                + "    private static Node Forward(Node image) => Logits(Flatten(Conv(image)));",
            "private static Node Forward(Node image) => Relu(image);"));
}
