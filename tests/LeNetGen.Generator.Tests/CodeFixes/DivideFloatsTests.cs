using LeNetGen.CodeFixes;

namespace LeNetGen.Generator.Tests.CodeFixes;

/// <summary>A quotient of integers as the scale of pixels.</summary>
public class DivideFloatsTests
{
    private static readonly DivideFloatsCodeFix Fix = new();

    [Theory]
    [InlineData("1 / 255", "1f / 255f")]
    [InlineData("1/1_000", "1f/1_000f")]
    public Task Scale_OfIntegers_IsDividedInFloats(string before, string after) => Fixed.AssertAsync(
        Fix,
        $"Divide floats: {after.Replace("/", " / ").Replace("  ", " ")}",
        Declarations.Network($"[Network(1, 4, 4)][Input(Scale = {before})][Flatten]"),
        Declarations.Network($"[Network(1, 4, 4)][Input(Scale = {after})][Flatten]"));

    [Theory]
    [InlineData("0")]
    [InlineData("0 / 255")]
    [InlineData("1 / 0xFF")]
    [InlineData("1 * 0")]
    [InlineData("1f / 255")]
    public Task Scale_OfSomethingElse_IsNotOffered(string scale) => Fixed.AssertOffersAsync(
        Fix, Declarations.Network($"[Network(1, 4, 4)][Input(Scale = {scale})][Flatten]"));

    [Fact]
    public Task FixAll_TwoClasses_DividesFloats() => Fixed.AssertAllAsync(
        Fix, "DivideFloats",
        TwoClasses.Of("[Input(Scale = 1 / 255)][Flatten]", "[Flatten][Input(Scale = 1 / 127)]"),
        TwoClasses.Of("[Input(Scale = 1f / 255f)][Flatten]", "[Flatten][Input(Scale = 1f / 127f)]"));
}
