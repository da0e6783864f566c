using System.Reflection;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Tests;

/// <summary>A wrong declaration still has its members, so that its uses do not add errors of their own.</summary>
public class WrongDeclarationTests
{
    private const string Use = """

        static class Use
        {
            static int All(string path)
            {
                const int total = Net.InputLength + Net.OutputLength + Net.ParameterCount;
                Net network = new(1);
                network = new Net(1, LeNetGen.Execution.VectorWidth.Scalar);
                network = Net.Load(path);
                return total / Net.OutputLength + network.Dense_1.Weight.Values.Length + Net.Definition.Layers.Length;
            }
        }
        """;

    [Theory]
    [InlineData("[Network(1, 4, 4)][Conv2D(6, 5)][Flatten][Dense(10)] partial class Net;", "LNG2003", "5")]
    [InlineData("[Network(1, 4, 4)][Dense(10)] partial class Net;", "LNG2005", "Dense(10)")]
    [InlineData("[Network(0, 4, 4)][Flatten][Dense(10)] partial class Net;", "LNG2001", "0")]
    [InlineData("[Network(1, 4, 4)][Flatten][Dense(0)] partial class Net;", "LNG2001", "0")]
    [InlineData("[Network(1, 4, 4)][Flatten][Dense(10)][Dense(3, Name = \"Dense_1\")] partial class Net;", "LNG1013", "\"Dense_1\"")]
    [InlineData("[Network(1, 4, 4)][Flatten][Dense(10)][Dense(3, Name = \"a\\nb\")] partial class Net;", "LNG1012", "\"a\\nb\"")]
    [InlineData("[Network(1, 4, 4)][Flatten][Dense(10)][Dense(3, Name = \"Load\")] partial class Net;", "LNG1014", "\"Load\"")]
    [InlineData("[Network(1, 4, 4)][Flatten][Dense(10)] partial record Net;", "LNG1005", "Net")]
    [InlineData(
        "class Base { public static int Load(string path) => 1; } [Network(1, 4, 4)][Flatten][Dense(10)] partial class Net : Base;",
        "LNG1007", "Base")]
    public void Members_OfWrongDeclaration_CanBeUsed(string declaration, string id, string span)
    {
        GeneratorRun run = Unchecked(declaration + Use);
        Diagnostic only = Assert.Single(run.Diagnostics());
        Assert.Equal((id, span), (only.Id, only.Location.SourceTree!.GetText().ToString(only.Location.SourceSpan)));
    }

    [Fact]
    public void Members_OfStaticClass_AreTheStaticOnes()
    {
        GeneratorRun run = Unchecked(
            "[Network(1, 4, 4)][Flatten][Dense(10)] static partial class Net "
            + "{ public static int Use() => InputLength + Definition.Layers.Length; }");
        Assert.Equal("LNG1004", Assert.Single(run.Diagnostics()).Id);
    }

    [Fact]
    public void Members_WithOneOfTheUsersOwn_LeaveItAlone()
    {
        GeneratorRun run = Unchecked(
            "[Network(1, 4, 4)][Flatten][Dense(10)] partial class Net { public const int InputLength = 3; "
            + "static int Use() => InputLength + OutputLength + new Net(1).Dense_1.Bias.Values.Length; }");
        Assert.Equal("LNG1009", Assert.Single(run.Diagnostics()).Id);
    }

    [Fact]
    public void Constants_OfWrongDeclaration_AreKnownWhereTheyCanBe()
    {
        string text = Unchecked("[Network(1, 4, 4)][Conv2D(6, 5)][Flatten][Dense(10)] partial class Net;")["Net"];
        Assert.Contains("InputLength = 16;", text, StringComparison.Ordinal);
        Assert.Contains("OutputLength = 10;", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Definition", "get_Definition")]
    [InlineData("Load", "Load")]
    public void StaticMember_OfWrongDeclaration_ThrowsTheDiagnostic(string member, string method)
    {
        Exception thrown = Throws("[Network(1, 4, 4)][Flatten][Dense(0)] public partial class Net;", type =>
            type.GetMethod(method)!.Invoke(null, member == "Load" ? ["path"] : null));
        Assert.Equal(ZeroUnits, thrown.Message);
    }

    [Fact]
    public void Constructor_OfWrongDeclaration_ThrowsTheDiagnostic()
    {
        Exception thrown = Throws(
            "[Network(1, 4, 4)][Flatten][Dense(0)] public partial class Net;",
            type => Activator.CreateInstance(type, 1));
        Assert.Equal(ZeroUnits, thrown.Message);
    }

    // What the compiler rejects it reports itself; we add nothing, and the members are there.
    [Theory]
    [InlineData("[Network(1, 4, 4)][Conv2D(6)][Dense(10)]", "CS1729")]
    [InlineData("[Network(1, 4, 4)][Conv2D(6, \"5\")][Dense(10)]", "CS1503")]
    [InlineData("[Network(1, 4, 4)][Conv2D(6, 5, Size = 7)][Dense(10)]", "CS0246")]
    [InlineData("[Network(1, 4, 4)][Flaten][Dense(10)]", "CS0246")]
    [InlineData("[Network(1, 4, 4)][Dense(Unknown)]", "CS0103")]
    [InlineData("[Network(1, 4, 4)][Flatten][Dense(10, Name = 1)]", "CS0029")]
    [InlineData("[Network(1, 4)][Dense(10)]", "CS7036")]
    [InlineData("[Network(1, 4, 4)][Network(1, 4, 4)][Dense(10)]", "CS0579")]
    [InlineData("[Network(1, 4, 4)][Input(Pad = null)][Dense(10)]", "CS0037")]
    public void Declaration_ThatDoesNotCompile_GetsOnlyTheCompilersErrors(string attributes, string id)
    {
        GeneratorRun run = Unchecked(
            $"{attributes} partial class Net {{ static LeNetGen.Execution.LayerParameters Use() => new Net(1).Dense_1; }}");
        Assert.Null(run.Result.Exception);
        Assert.Contains(run.Diagnostics(), diagnostic => diagnostic.Id == id);
        Assert.DoesNotContain(run.Diagnostics(), diagnostic => diagnostic.Id == "CS1061");
        if (id != "CS0579")
            Assert.DoesNotContain(run.Diagnostics(), diagnostic => diagnostic.Id.StartsWith("LNG", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("struct")]
    [InlineData("interface")]
    [InlineData("record struct")]
    public void Network_OnOtherThanClass_IsTheCompilersAffair(string kind)
    {
        GeneratorRun run = Unchecked($"[Network(1, 4, 4)] partial {kind} Net;");
        Assert.Equal("CS0592", Assert.Single(run.Diagnostics()).Id);
        Assert.Empty(run.Result.GeneratedSources);
    }

    private const string ZeroUnits =
        "The declaration of network 'Net' is wrong. LNG2001: Layer 'Dense_1': units is 0; it must be at least 1.";

    private static GeneratorRun Unchecked(string source) => GeneratorRun.WithoutChecks(Compilations.Of("using LeNetGen;\n" + source));

    private static Exception Throws(string source, Action<Type> use)
    {
        using var assembly = new MemoryStream();
        Assert.True(Unchecked(source).Output.WithAssemblyName($"Emitted{Guid.NewGuid():N}").Emit(assembly).Success);
        Type type = Assembly.Load(assembly.ToArray()).GetType("Net")!;
        return Assert.IsType<InvalidOperationException>(Assert.Throws<TargetInvocationException>(() => use(type)).InnerException);
    }
}
