using LeNetGen.CodeFixes;

namespace LeNetGen.Generator.Tests.CodeFixes;

/// <summary>What flattens a vector.</summary>
public class RemoveFlattenTests
{
    private static readonly RemoveFlattenCodeFix Fix = new();

    [Theory]
    [InlineData("[Flatten]\n[Flatten]\n[Dense(3)]", "[Flatten]\n[Dense(3)]", "Flatten_2")]
    [InlineData("[Flatten]\n[Flatten(Name = \"F\")] // again\n[Dense(3)]", "[Flatten]\n// again\n[Dense(3)]", "F")]
    [InlineData("[Flatten][Flatten][Dense(3)]", "[Flatten][Dense(3)]", "Flatten_2")]
    [InlineData("[Flatten, Flatten, Dense(3)]", "[Flatten, Dense(3)]", "Flatten_2")]
    [InlineData("[Flatten]\n[Flatten /* again */, Dense(3)]", "[Flatten]\n[ /* again */ Dense(3)]", "Flatten_2")]
    [InlineData("[Flatten]\n[Flatten,\n    Dense(3)]", "[Flatten]\n[Dense(3)]", "Flatten_2")]
    [InlineData("[Flatten] [Dense(3)]\r\n[Flatten]\r\n", "[Flatten] [Dense(3)]\r\n", "Flatten_2")]
    public Task Attribute_OfVector_IsRemoved(string before, string after, string name) => Fixed.AssertAsync(
        Fix, $"Remove '{name}'", Declarations.Network($"[Network(1, 4, 4)]{before}"), Declarations.Network($"[Network(1, 4, 4)]{after}"));

    [Theory]
    [InlineData("return Logits(Flatten(x));", "return Logits(x);", "Flatten_2")]
    [InlineData("return Flatten(Logits(x) + Logits(x));", "return Logits(x) + Logits(x);", "Flatten_2")]
    [InlineData("x = Flatten(x); // again\n        return Logits(x);", "// again\n        return Logits(x);", "Flatten_2")]
    [InlineData("var y = Flatten(x);\n        return Logits(y);", "var y = x;\n        return Logits(y);", "Flatten_2")]
    [InlineData("return Logits(Features(x));", "return Logits(x);", "Features_2", "var x = Features(image);")]
    public Task Call_OfVector_IsRemoved(string before, string after, string name, string first = "var x = Flatten(image);") =>
        Fixed.AssertAsync(Fix, $"Remove '{name}'", Forward(first, before), Forward(first, after));

    [Theory]
    [InlineData("return Logits(x = Flatten(x));")]
    [InlineData("return Logits(Features(x));")]
    public Task Call_ThatLeavesSomethingUseless_IsNotOffered(string body) => Fixed.AssertOffersAsync(
        Fix, Forward("var x = Flatten(image);", body, "    [Flatten] private static partial Node Features(Node x);\n"));

    [Fact]
    public Task Flatten_OfImage_IsLeftAlone() =>
        Fixed.AssertOffersAsync(Fix, Declarations.Network("[Network(1, 4, 4)][Flatten][Dense(3)]"));

    [Fact]
    public Task FixAll_TwoClasses_RemovesAll() => Fixed.AssertAllAsync(
        Fix, "RemoveFlatten",
        TwoClasses.Of("[Flatten]\n[Flatten]\n[Flatten]\n[Dense(3)]", "[Flatten, Flatten, Flatten][Dense(3)][Flatten]"),
        TwoClasses.Of("[Flatten]\n[Dense(3)]", "[Flatten][Dense(3)]"));

    private static string Forward(string first, string body, string? members = null)
    {
        string features = first.Contains("Features") ? "    [Flatten] private static partial Node Features(Node x);\n" : "";
        return Graphs.Network($$"""
            {{members ?? features}}    [Dense(3)] private static partial Node Logits(Node x);
                private static Node Forward(Node image)
                {
                    {{first}}
                    {{body}}
                }
            """);
    }
}
