using LeNetGen.CodeFixes;

namespace LeNetGen.Generator.Tests.CodeFixes;

/// <summary>Names that are used already, taken, or no identifiers.</summary>
public class RenameLayerTests
{
    private static readonly RenameLayerCodeFix Fix = new();

    [Theory]
    [InlineData("[Conv2D(2, 3, Name = \"C1\")][Conv2D(2, 1, Name = \"C1\")]", "C2",
        "[Conv2D(2, 3, Name = \"C1\")][Conv2D(2, 1, Name = \"C2\")]")]
    [InlineData("[Flatten(Name = \"Wide\")]\n[Dense(2, /* its */ Name = \"Wide\")]", "Wide2",
        "[Flatten(Name = \"Wide\")]\n[Dense(2, /* its */ Name = \"Wide2\")]")]
    [InlineData("[Conv2D(2, 1, Name = \"Conv2D_2\")][Conv2D(2, 3)]", "Conv2D_3", "[Conv2D(2, 1, Name = \"Conv2D_3\")][Conv2D(2, 3)]")]
    [InlineData("[Flatten][Dense(2, Name = \"Load\")]", "Load2", "[Flatten][Dense(2, Name = \"Load2\")]")]
    [InlineData("[Flatten][Dense(2, Name = \"1-2\")]", "Layer1_2", "[Flatten][Dense(2, Name = \"Layer1_2\")]")]
    [InlineData("[Flatten][Dense(2, Name = \"\")]", "Layer2", "[Flatten][Dense(2, Name = \"Layer2\")]")]
    [InlineData("[Flatten(Name = \"F99999999999\")][Dense(2, Name = \"F99999999999\")]", "F99999999999_2",
        "[Flatten(Name = \"F99999999999\")][Dense(2, Name = \"F99999999999_2\")]")]
    public Task Name_Wrong_BecomesNextFreeOne(string before, string name, string after) => Fixed.AssertAsync(
        Fix,
        $"Rename the layer to '{name}'",
        Declarations.Network($"[Network(1, 4, 4)]{before}"),
        Declarations.Network($"[Network(1, 4, 4)]{after}"));

    [Theory]
    [InlineData("[Flatten][Dense(2)]", "Dense_1", "[Flatten][Dense(2, Name = \"Dense_2\")]")]
    [InlineData("[Flatten][Dense(units: 2)]", "Dense_1", "[Flatten][Dense(units: 2, Name = \"Dense_2\")]")]
    [InlineData("[Flatten()][Dense(2)]", "Flatten_1", "[Flatten(Name = \"Flatten_2\")][Dense(2)]")]
    [InlineData("[Flatten][Dense(2)]", "Flatten_1", "[Flatten(Name = \"Flatten_2\")][Dense(2)]")]
    public Task Name_ThatMemberHas_IsWritten(string before, string member, string after)
    {
        string network = Declarations.Network("[Network(1, 4, 4)]LAYERS").Replace("Net;", $"Net {{ public int {member} => 1; }}");
        string name = member.Replace("_1", "_2");
        return Fixed.AssertAsync(Fix, $"Rename the layer to '{name}'", network.Replace("LAYERS", before), network.Replace("LAYERS", after));
    }

    [Fact]
    public Task Name_ThatConstantGives_BecomesLiteral()
    {
        string network = Declarations.Network("[Network(1, 4, 4)][Flatten(Name = \"F\")][Dense(2, Name = NAME)]")
            + "\npublic static class Names { public const string F = \"F\"; }\n";
        return Fixed.AssertAsync(
            Fix, "Rename the layer to 'F2'", network.Replace("NAME", "Names.F"), network.Replace("NAME", "\"F2\""));
    }

    [Fact]
    public Task FixAll_TwoClasses_GivesEveryLayerAnother() => Fixed.AssertAllAsync(
        Fix, "RenameLayer",
        TwoClasses.Of(
            "[Conv2D(2, 3, Name = \"C1\")][Conv2D(2, 3, Name = \"C1\")]\n[Conv2D(2, 3, Name = \"C3\")][Conv2D(2, 1, Name = \"C1\")]",
            "[Flatten(Name = \"C1\")][Dense(2, Name = \"C1\")][Dense(2, Name = \"Definition\")]"),
        TwoClasses.Of(
            "[Conv2D(2, 3, Name = \"C1\")][Conv2D(2, 3, Name = \"C2\")]\n[Conv2D(2, 3, Name = \"C3\")][Conv2D(2, 1, Name = \"C4\")]",
            "[Flatten(Name = \"C1\")][Dense(2, Name = \"C2\")][Dense(2, Name = \"Definition2\")]"));

    [Fact]
    public Task Names_AllDifferent_AreLeftAlone() =>
        Fixed.AssertOffersAsync(Fix, Declarations.Network("[Network(1, 4, 4)][Flatten(Name = \"F\")][Dense(2)]"));
}
