using LeNetGen.CodeFixes;

namespace LeNetGen.Generator.Tests.CodeFixes;

/// <summary>[Flatten] above a dense layer that reads an image, and Flatten around the argument of one that is called.</summary>
public class InsertFlattenTests
{
    private static readonly InsertFlattenCodeFix Fix = new();

    [Theory]
    [InlineData("[Network(1, 4, 4)]\n[Dense(3)]", "[Network(1, 4, 4)]\n[Flatten]\n[Dense(3)]")]
    [InlineData("[Network(1, 4, 4)][Dense(3)]", "[Network(1, 4, 4)][Flatten][Dense(3)]")]
    [InlineData("[Network(1, 4, 4)] [Dense(3)]", "[Network(1, 4, 4)] [Flatten] [Dense(3)]")]
    [InlineData("[Network(1, 4, 4), Dense(3)]", "[Network(1, 4, 4), Flatten, Dense(3)]")]
    [InlineData("[Network(1, 4, 4),\n Dense(3)]", "[Network(1, 4, 4),\n Flatten,\n Dense(3)]")]
    [InlineData("[Network(1, 4, 4)] // in\n\n// scores,\n// one a class\n[Dense(3)] // out",
        "[Network(1, 4, 4)] // in\n\n[Flatten]\n// scores,\n// one a class\n[Dense(3)] // out")]
    [InlineData("[Network(1, 4, 4)]\r\n[MaxPooling2D(2)]\r\n  [Dense(3)]",
        "[Network(1, 4, 4)]\r\n[MaxPooling2D(2)]\r\n  [Flatten]\r\n  [Dense(3)]")]
    public Task Dense_OfImage_GetsFlattenAbove(string before, string after) => Fixed.AssertAsync(
        Fix, "Insert [Flatten] above", Declarations.Network(before), Declarations.Network(after));

    [Fact]
    public Task Dense_WithoutUsing_GetsQualifiedFlatten() => Fixed.AssertAsync(
        Fix,
        "Insert [Flatten] above",
        "[LeNetGen.Network(1, 4, 4)]\n[LeNetGen.Dense(3)]\npublic sealed partial class Net;\n",
        "[LeNetGen.Network(1, 4, 4)]\n[LeNetGen.Flatten]\n[LeNetGen.Dense(3)]\npublic sealed partial class Net;\n");

    [Theory]
    [InlineData("Logits(image)", "Logits(Flatten(image))")]
    [InlineData("Softmax(Logits( x: Relu(image) /* bright */ ))", "Softmax(Logits( x: Flatten(Relu(image)) /* bright */ ))")]
    [InlineData("Logits(image + image)", "Logits(Flatten(image + image))")]
    public Task Call_OfImage_GetsFlattenedInput(string before, string after) => Fixed.AssertAsync(
        Fix, "Flatten the input", Forward(before), Forward(after));

    [Theory]
    [InlineData("Logits(Concatenate(Flatten(image), Relu(image)))", "Logits(Concatenate(Flatten(image), Flatten(Relu(image))))")]
    [InlineData("Logits(Concatenate(image, Flatten(image)))", "Logits(Concatenate(Flatten(image), Flatten(image)))")]
    [InlineData("Logits(Concatenate(Flatten(image), Flatten(image), image /* raw */))",
        "Logits(Concatenate(Flatten(image), Flatten(image), Flatten(image) /* raw */))")]
    public Task Image_BesideVector_IsFlattened(string before, string after) => Fixed.AssertAsync(
        Fix, "Flatten the input", Forward(before), Forward(after));

    [Fact]
    public async Task Images_BesideVector_AreFlattenedOneByOne()
    {
        string before = Forward("Logits(Concatenate(image, Relu(image), Flatten(image)))");
        using var editor = new Editor(Fix, [before]);
        string next = Assert.Single(await editor.ApplyAsync("Flatten the input"));
        Assert.Equal(Forward("Logits(Concatenate(Flatten(image), Relu(image), Flatten(image)))"), next);
        await Fixed.AssertAsync(
            Fix, "Flatten the input", next, Forward("Logits(Concatenate(Flatten(image), Flatten(Relu(image)), Flatten(image)))"));
    }

    [Fact]
    public Task Images_InAnArray_AreNotOffered() =>
        Fixed.AssertOffersAsync(Fix, Forward("Logits(Concatenate([Flatten(image), image]))"));

    [Fact]
    public Task Call_WithoutUsing_GetsQualifiedFlatten() => Fixed.AssertAsync(
        Fix,
        "Flatten the input",
        Forward("Logits(image)").Replace("using static LeNetGen.Layers;\n", ""),
        Forward("Logits(Layers.Flatten(image))").Replace("using static LeNetGen.Layers;\n", ""));

    [Fact]
    public Task FixAll_TwoClasses_FlattensBoth() => Fixed.AssertAllAsync(
        Fix,
        "InsertFlatten",
        TwoClasses.Of("[Dense(3)]", "[AveragePooling2D(2)][Dense(3)]"),
        TwoClasses.Of("[Flatten]\n[Dense(3)]", "[AveragePooling2D(2)][Flatten][Dense(3)]"));

    [Fact]
    public Task FixAll_TwoGraphs_FlattensEveryImage() => Fixed.AssertAllAsync(
        Fix,
        "InsertFlatten",
        TwoClasses.OfGraphs(
            "private static Node Forward(Node image) => Concatenate(image, Flatten(image));",
            "private static Node Forward(Node image) => Concatenate(Flatten(image), Relu(image));"),
        TwoClasses.OfGraphs(
            "private static Node Forward(Node image) => Concatenate(Flatten(image), Flatten(image));",
            "private static Node Forward(Node image) => Concatenate(Flatten(image), Flatten(Relu(image)));"));

    [Fact]
    public Task Dense_OfVector_IsLeftAlone() =>
        Fixed.AssertOffersAsync(Fix, Declarations.Network("[Network(1, 4, 4)][Flatten][Dense(3)]"));

    private static string Forward(string value) => Graphs.Network(
        $"    [Dense(3)] private static partial Node Logits(Node x);\n    private static Node Forward(Node image) => {value};");
}
