using LeNetGen.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LeNetGen.Generator.Tests.CodeFixes;

/// <summary>The modifier partial where it is missing.</summary>
public class MakePartialTests
{
    private const string Layers = "[Network(1, 4, 4)] [Flatten] [Dense(2)]";
    private static readonly MakePartialCodeFix Fix = new();

    [Theory]
    [InlineData("public sealed class Net;", "public sealed partial class Net;")]
    [InlineData("/* it */ class // name\n    Net { }", "/* it */ partial class // name\n    Net { }")]
    public Task Class_NotPartial_BecomesPartial(string before, string after) => Fixed.AssertAsync(
        Fix, "Make 'Net' partial", $"using LeNetGen;\n{Layers}\n{before}\n", $"using LeNetGen;\n{Layers}\n{after}\n");

    [Fact]
    public Task TypesAround_NotPartial_AllBecomePartial() => Fixed.AssertAsync(
        Fix,
        "Make 'Outermost' and 'Outer' and 'Net' partial",
        $"using LeNetGen;\nrecord Outermost {{ static class Outer {{\n  {Layers}\n  internal class Net;\n}} }}\n",
        $"using LeNetGen;\npartial record Outermost {{ static partial class Outer {{\n  {Layers}\n  internal partial class Net;\n}} }}\n");

    [Fact]
    public Task TypeAround_NotPartial_BecomesPartial() => Fixed.AssertAsync(
        Fix,
        "Make 'Outer' partial",
        $"using LeNetGen;\npublic struct Outer\n{{\n  {Layers}\n  internal partial class Net;\n}}\n",
        $"using LeNetGen;\npublic partial struct Outer\n{{\n  {Layers}\n  internal partial class Net;\n}}\n");

    [Fact]
    public async Task OtherDeclaration_NotPartial_BecomesPartialInItsFile()
    {
        string declared = $"using LeNetGen;\n{Layers}\npublic partial class Net;\n";
        using var editor = new Editor(Fix, [declared, "public class Net { }\n"]);
        string[] after = await editor.ApplyAsync("Make 'Net' partial");
        Assert.Equal([declared, "public partial class Net { }\n"], after);
        Fixed.AssertCreates(after);
    }

    [Fact]
    public Task FixAll_TwoClassesInOneType_MakesTypesPartialOnce() => Fixed.AssertAllAsync(
        Fix,
        "MakePartial",
        $"using LeNetGen;\nclass Outer\n{{\n  {Layers}\n  class Net;\n  {Layers}\n  partial class Other;\n}}\n",
        $"using LeNetGen;\npartial class Outer\n{{\n  {Layers}\n  partial class Net;\n  {Layers}\n  partial class Other;\n}}\n");

    [Fact]
    public Task Class_FileLocal_IsStillOffered() => Fixed.AssertOffersAsync(
        Fix, $"using LeNetGen;\n{Layers}\nfile class Net;\n", "Make 'Net' partial");

    [Fact]
    public Task Class_Partial_IsLeftAlone() => Fixed.AssertOffersAsync(Fix, $"using LeNetGen;\n{Layers}\nstatic partial class Net;\n");
}
