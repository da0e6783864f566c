using LeNetGen.CodeFixes;

namespace LeNetGen.Generator.Tests.CodeFixes;

/// <summary>Modifiers and keywords that a network's class cannot have.</summary>
public class ClassFormTests
{
    private static readonly RemoveModifierCodeFix Modifier = new();
    private static readonly RecordToClassCodeFix Record = new();

    [Theory]
    [InlineData("file sealed partial class Net;", "sealed partial class Net;", "file")]
    [InlineData("public static partial class Net;", "public partial class Net;", "static")]
    [InlineData("public abstract /* why? */ partial class Net;", "public  /* why? */ partial class Net;", "abstract")]
    [InlineData("abstract\npartial class Net;", "partial class Net;", "abstract")]
    [InlineData("public abstract partial class Net;\npublic abstract partial class Net;",
        "public partial class Net;\npublic partial class Net;", "abstract")]
    public Task Modifier_OfClass_IsRemoved(string before, string after, string modifier) => Fixed.AssertAsync(
        Modifier, $"Remove '{modifier}'", Network(before), Network(after));

    [Fact]
    public Task File_OfTypeAround_IsRemoved() => Fixed.AssertAsync(
        Modifier,
        "Remove 'file'",
        "using LeNetGen;\nfile partial class Outer { [Network(1, 4, 4), Flatten] public partial class Net; }",
        "using LeNetGen;\npartial class Outer { [Network(1, 4, 4), Flatten] public partial class Net; }");

    [Theory]
    [InlineData("public static partial class Net { public static int Twice(this int x) => 2 * x; }")]
    [InlineData("public abstract partial class Net { public abstract int Twice(int x); }")]
    [InlineData("file partial class Net;", "class Net;")]
    public async Task Modifier_ThatTheClassNeeds_IsNotOffered(string type, string? other = null)
    {
        using var editor = new Editor(Modifier, [Network(type), other ?? ""]);
        Assert.Empty(await editor.TitlesAsync());
    }

    [Theory]
    [InlineData("public sealed partial record Net;", "public sealed partial class Net;")]
    [InlineData("partial record class Net { }\npartial record Net { }", "partial class Net { }\npartial class Net { }")]
    public Task Record_BecomesAClass(string before, string after) => Fixed.AssertAsync(
        Record, "Make 'Net' a class", Network(before), Network(after));

    [Theory]
    [InlineData("public partial record Net(int Epochs);")]
    [InlineData("public partial record Net : Settings;\npublic record Settings;")]
    public Task Record_WithMoreToIt_IsNotOffered(string type) => Fixed.AssertOffersAsync(Record, Network(type));

    [Fact]
    public Task FixAll_TwoClasses_RemovesBothModifiers() => Fixed.AssertAllAsync(
        Modifier, "RemoveModifier",
        TwoClasses.Of("[Flatten]", "[Flatten]").Replace("sealed", "abstract"),
        TwoClasses.Of("[Flatten]", "[Flatten]").Replace("sealed ", ""));

    [Fact]
    public Task FixAll_TwoClasses_MakesBothClasses() => Fixed.AssertAllAsync(
        Record, "RecordToClass",
        TwoClasses.Of("[Flatten]", "[Flatten]").Replace("class", "record"),
        TwoClasses.Of("[Flatten]", "[Flatten]"));

    private static string Network(string type) => $"using LeNetGen;\n[Network(1, 4, 4)]\n[Flatten]\n{type}";
}
