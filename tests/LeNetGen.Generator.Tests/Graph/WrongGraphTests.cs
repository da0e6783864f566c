using System.Reflection;

namespace LeNetGen.Generator.Tests.Graph;

/// <summary>A wrong declaration in the graph form still has its members, so that its mistake is the only error.</summary>
public class WrongGraphTests
{
    private const string Use = """

        public static class Use
        {
            public static int Everything(string path)
            {
                Net network = new(1, LeNetGen.Execution.VectorWidth.Scalar);
                network = Net.Load(path);
                return network.ConvParameters.Weight.Values.Length + network.LogitsParameters.Bias.Values.Length
                    + Net.TraceForward().Layers.Length + Net.Definition.Layers.Length + Net.InputLength + Net.OutputLength;
            }
        }
        """;

    [Theory]
    [InlineData("Logits(Flatten(Conv(image ?? image)))", "LNG1038")]
    [InlineData("Logits(Conv(image))", "LNG2005")]
    [InlineData("Logits(Flatten(Conv(Conv(Conv(image)))))", "LNG2016")]
    [InlineData("Logits(Flatten(Conv(image) + image))", "LNG2013")]
    [InlineData("Logits(Flatten(Conv(MaxPooling2D(image, 9))))", "LNG2004")]
    public void Members_OfWrongGraph_CanBeUsed(string value, string id) =>
        Assert.Contains(Unchecked(value, Use).Diagnostics(), diagnostic => diagnostic.Id == id);

    [Fact]
    public void Members_OfWrongGraph_LeaveOnlyItsMistake()
    {
        GeneratorRun run = Unchecked("Logits(Conv(image))", Use);
        Assert.Equal("LNG2005", Assert.Single(run.Diagnostics()).Id);
        Assert.Contains("OutputLength = 3;", run["Net"], StringComparison.Ordinal);
    }

    [Fact]
    public void OutputLength_BelowAnActivation_IsThatOfTheDenseLayer() => Assert.Contains(
        "OutputLength = 3;", Unchecked("Softmax(Logits(Conv(image)))", "")["Net"], StringComparison.Ordinal);

    [Fact]
    public void Members_OfNetworkWithoutForward_CanBeUsed()
    {
        string source = Source("Logits(Flatten(image))") + Use;
        GeneratorRun run = GeneratorRun.WithoutChecks(Compilations.Of(source.Replace("Node Forward", "Node Backward")));
        Assert.Equal("LNG1031", Assert.Single(run.Diagnostics()).Id);
    }

    [Fact]
    public void Members_OfBothForms_CanBeUsed()
    {
        string source = Source("Logits(Flatten(Conv(image)))").Replace("[Network(1, 8, 8)]", "[Network(1, 8, 8)][Flatten][Dense(7)]");
        GeneratorRun run = GeneratorRun.WithoutChecks(
            Compilations.Of(source + Use.Replace("Net.OutputLength", "network.Dense_1.Bias.Values.Length")));
        Assert.Equal("LNG1030", Assert.Single(run.Diagnostics()).Id);
    }

    [Theory]
    [InlineData("TraceForward")]
    [InlineData("get_Definition")]
    public void Member_OfWrongGraph_ThrowsTheDiagnostic(string member) =>
        Assert.Equal(WrongDense, Thrown(type => type.GetMethod(member)!.Invoke(null, null)));

    [Fact]
    public void Forward_OfWrongGraph_ThrowsTheDiagnostic() =>
        Assert.Equal(WrongDense, Thrown(type => type.GetMethod("Forward")!.Invoke(null, [null])));

    private const string WrongDense =
        "The declaration of network 'Net' is wrong. LNG2005: Layer 'Logits' reads a vector, but its input is 2@6x6, produced by 'Conv'; "
        + "call Flatten on it first.";

    private static string Thrown(Action<Type> use)
    {
        using var assembly = new MemoryStream();
        Assert.True(Unchecked("Logits(Conv(image))", "").Output.WithAssemblyName($"Emitted{Guid.NewGuid():N}").Emit(assembly).Success);
        Type type = Assembly.Load(assembly.ToArray()).GetType("Net")!;
        return Assert.IsType<InvalidOperationException>(Assert.Throws<TargetInvocationException>(() => use(type)).InnerException).Message;
    }

    private static GeneratorRun Unchecked(string value, string use) => GeneratorRun.WithoutChecks(Compilations.Of(Source(value) + use));

    private static string Source(string value) => $$"""
        using LeNetGen;
        using static LeNetGen.Layers;

        [Network(1, 8, 8)]
        public partial class Net
        {
            [Conv2D(2, 3)] private static partial Node Conv(Node x);
            [Dense(3)] private static partial Node Logits(Node x);
            public static Node Forward(Node image) => {{value}};
        }
        """;
}
