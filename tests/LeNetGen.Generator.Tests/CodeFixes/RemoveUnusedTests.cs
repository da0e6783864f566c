using LeNetGen.CodeFixes;

namespace LeNetGen.Generator.Tests.CodeFixes;

/// <summary>Layers that Forward never calls, and calls whose value nothing uses.</summary>
public class RemoveUnusedTests
{
    private const string Conv = "[Conv2D(2, 3)] private static partial Node Conv(Node x);";
    private const string Forward = "private static Node Forward(Node image) => Relu(image);";
    private static readonly RemoveLayerMethodCodeFix RemoveMethod = new();
    private static readonly RemoveUnusedValueCodeFix RemoveValue = new();

    [Theory]
    [InlineData($"    {Conv}\n    {Forward}", $"    {Forward}")]
    [InlineData($"    {Conv} {Forward}", $"    {Forward}")]
    [InlineData($"    {Forward} {Conv}", $"    {Forward}")]
    [InlineData($"    {Forward}\n\n    {Conv}", $"    {Forward}")]
    [InlineData($"    {Conv}\n\n    {Forward}", $"    {Forward}")]
    [InlineData($"    // stem\n    [Conv2D(2, 3)]\n    private static partial Node Conv(Node x); // unused\n\n    {Forward}",
        $"    // stem\n    // unused\n\n    {Forward}")]
    [InlineData(
        $"    {Forward}\n\n    /// <summary>Edges.</summary>\n    /// <remarks>None.</remarks>\n    {Conv}\n\n    private int Two => 2;",
        $"    {Forward}\n\n    private int Two => 2;")]
    [InlineData($"    /// <summary>Edges.</summary>\n    // unused\n    {Conv}\n    {Forward}", $"    // unused\n    {Forward}")]
    [InlineData($"#pragma warning disable CS0169\n    {Conv}\n#pragma warning restore CS0169\n    {Forward}",
        $"#pragma warning disable CS0169\n#pragma warning restore CS0169\n    {Forward}")]
    public Task LayerMethod_NeverCalled_IsRemoved(string before, string after) => Fixed.AssertAsync(
        RemoveMethod, "Remove layer 'Conv'", Graphs.Network(before), Graphs.Network(after));

    [Theory]
    [InlineData($"    {Conv}\n    {Forward}\n    private const string Name = nameof(Conv);")]
    [InlineData($"    {Conv}\n    {Forward}\n    private static Node Twice(Node x) => Conv(Conv(x));")]
    [InlineData($"    [Conv2D(2, 3)]\n#if !X\n    private\n#else\n    public\n#endif\n    static partial Node Conv(Node x); {Forward}")]
    [InlineData($"    {Conv}\n    private static Node Forward(Node image) => Conv(image);")]
    public Task LayerMethod_ThatSomethingElseNeeds_IsNotOffered(string members) =>
        Fixed.AssertOffersAsync(RemoveMethod, Graphs.Network(members));

    [Theory]
    [InlineData("Relu(image); return Tanh(image);", "ReLU_1", "return Tanh(image);")]
    [InlineData("// try\n        _ = Relu(image); // in vain\n        return Tanh(image);", "ReLU_1",
        "// try\n        // in vain\n        return Tanh(image);")]
    [InlineData("var x = Tanh(image);\n\n        var y = Relu(x);\n\n        return x;", "ReLU_1",
        "var x = Tanh(image);\n\n        return x;")]
    [InlineData("var x = Tanh(image);\n        x = Relu(x);\n        x = Sigmoid(image);\n        return x;", "ReLU_1",
        "var x = Tanh(image);\n        x = Sigmoid(image);\n        return x;", "Tanh_1")]
    [InlineData("Node x = (Relu(image)); x = Tanh(image); return x;", "ReLU_1", null)]
    [InlineData("Node x = Relu(image); x = Tanh(image); return x;", "ReLU_1", "Node x; x = Tanh(image); return x;")]
    [InlineData("Node x = image; x *= Relu(x); return Tanh(image);", "Multiply_1", "Node x = image; return Tanh(image);")]
    [InlineData("_ = image + Relu(image);\n        return Tanh(image);", "Add_1", "return Tanh(image);")]
    public async Task Value_Unused_IsRemoved(string before, string name, string? after, string? next = null)
    {
        using var editor = new Editor(RemoveValue, [Body(before)]);
        if (after is null)
        {
            Assert.Empty(await editor.TitlesAsync());
            return;
        }

        Assert.Equal(Body(after), Assert.Single(await editor.ApplyAsync($"Remove '{name}'")));
        if (next is null)
            Fixed.AssertCreates(Body(after));
        else
            await Fixed.AssertOffersAsync(RemoveValue, Body(after));
    }

    [Theory]
    [InlineData("var x = Relu(image); x = Tanh(image); return x;")]
    [InlineData("Node x; _ = Relu(x = Tanh(image)); return x;")]
    [InlineData("Node x = Relu(image), y = Tanh(image); return y;")]
    [InlineData("return Tanh(image);")]
    public Task Value_ThatCannotGo_IsNotOffered(string body) => Fixed.AssertOffersAsync(RemoveValue, Body(body));

    [Fact]
    public Task FixAll_TwoClasses_RemovesEveryMethod() => Fixed.AssertAllAsync(
        RemoveMethod, "RemoveLayerMethod",
        TwoClasses.OfGraphs($"{Conv}\n    {Conv.Replace("Conv(", "Conv3(")}\n    {Forward}", $"{Forward}\n    {Conv}"),
        TwoClasses.OfGraphs(Forward, Forward));

    [Fact]
    public Task FixAll_TwoClasses_RemovesEveryValue() => Fixed.AssertAllAsync(
        RemoveValue, "RemoveUnusedValue",
        TwoClasses.OfGraphs(
            "private static Node Forward(Node image) { Relu(image); Relu(image); return Tanh(image); }",
            "private static Node Forward(Node image) { var x = Tanh(image); var y = Relu(x); return x; }"),
        TwoClasses.OfGraphs(
            "private static Node Forward(Node image) { return Tanh(image); }",
            "private static Node Forward(Node image) { var x = Tanh(image); return x; }"));

    private static string Body(string body) => Graphs.Network($$"""
            private static Node Forward(Node image)
            {
                {{body}}
            }
        """);
}
