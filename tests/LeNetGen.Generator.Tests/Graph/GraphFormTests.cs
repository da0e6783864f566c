using System.Globalization;
using System.Reflection;

namespace LeNetGen.Generator.Tests.Graph;

/// <summary>C# as users write it: whatever the class's place and the methods' modifiers, the members compile, and Forward runs.</summary>
public class GraphFormTests
{
    private const string Members = """
        {
            [Dense(Classes)] private static partial Node Logits(Node x);
            private const int Classes = 3;
            private static Node Forward(Node image) => Softmax(Logits(Flatten(image)));
        }
        """;

    [Theory]
    [InlineData("{0} partial class Net {1}", "Net")]
    [InlineData("namespace A; {0} public partial class Net {1}", "A.Net")]
    [InlineData("namespace A.@int {{ namespace B {{ {0} internal sealed partial class Net {1} }} }}", "A.int.B.Net")]
    [InlineData("namespace A; partial class Outer {{ {0} private partial class Net {1} }}", "A.Outer.Net")]
    [InlineData("namespace A; static partial class Outer {{ {0} public partial class Net {1} }}", "A.Outer.Net")]
    [InlineData("namespace A; partial record struct Outer {{ partial interface IInner {{ {0} public partial class Net {1} }} }}",
        "A.Outer.IInner.Net")]
    [InlineData("namespace A; partial class Outer<T, @in> where T : class {{ {0} protected internal partial class Net {1} }}",
        "A.Outer`2.Net")]
    [InlineData("partial class @class {1} {0} partial class @class;", "class")]
    public void Class_Anywhere_Compiles(string source, string name)
    {
        GeneratorRun run = GeneratorRun.Of(
            "using LeNetGen;\nusing static LeNetGen.Layers;\n"
            + string.Format(CultureInfo.InvariantCulture, source, "[Network(1, 8, 8)]", Members));
        Assert.Equal(["Flatten_1(image)", "Logits(Flatten_1)", "Softmax_1(Logits)"], Graphs.Calls(run));
        Assert.Contains("OutputLength = 3;", run[name], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("private static partial Node L(Node x)")]
    [InlineData("public static partial Node L(Node x)")]
    [InlineData("internal static partial Node L(Node @in)")]
    [InlineData("protected static partial Node L(Node image)")]
    [InlineData("protected internal static partial Node L(Node value)")]
    [InlineData("static private protected partial Node L(Node await)")]
    [InlineData("static private partial LeNetGen.Node L(global::LeNetGen.Node node)")]
    [InlineData("private static partial Node @event(Node @class)")]
    [InlineData("private static partial Node lower(Node x)")]
    [InlineData("public new static partial Node Predict(Node x)")]
    [InlineData("private static partial Node Größe(Node _)")]
    public void LayerMethod_AnySignature_Compiles(string signature)
    {
        string name = signature.Split('(')[0].Split(' ')[^1];
        bool isNew = signature.Contains("new", StringComparison.Ordinal);
        GeneratorRun run = GeneratorRun.Of(
            Source($"[Dense(3)] {signature};\nprivate static Node Forward(Node x) => {name}(Flatten(x));"),
            isNew ? [new Expected("CS0109", "Predict")] : []);
        Assert.Equal(["Flatten_1(image)", $"{name.TrimStart('@')}(Flatten_1)"], Graphs.Calls(run));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("/// <summary>Mine.</summary>\n", 0)]
    [InlineData("/** <summary>Mine.</summary> */", 0)]
    [InlineData("// No documentation.\n", 1)]
    public void LayerMethod_ItsDocumentation_IsItsAuthorsElseTheShapes(string documentation, int generated)
    {
        GeneratorRun run = GeneratorRun.Of(
            Source($"{documentation}[Dense(3)] private static partial Node L(Node x);\nprivate static Node Forward(Node x) => L(Flatten(x));"));
        Assert.Equal(generated + 1, run["Net"].Split("L: dense, 64 -> 3; 195 parameters (780 bytes), 192 multiply-adds.").Length);
    }

    [Theory]
    [InlineData("private static Node Forward(Node @in) => Logits(Flatten(@in));")]
    [InlineData("public static Node Forward(Node image) { return Logits(Flatten(image)); }")]
    [InlineData("static Node Forward(Node image) { { const int two = 2; return Logits(Flatten(MaxPooling2D(image, two))); } }")]
    [InlineData("internal unsafe static Node Forward(Node image) => checked(Logits(Flatten(image)));", "CS0227")]
    public void Forward_AnyForm_Compiles(string forward, string? error = null) => GeneratorRun.Of(
        Source("[Dense(3)] private static partial Node Logits(Node x);\n" + forward),
        error is null ? [] : [new Expected(error, "Forward")]);

    [Fact]
    public void Members_OnSeveralDeclarations_AreOneNetwork()
    {
        const string usings = "using LeNetGen;\nusing static LeNetGen.Layers;\n";
        GeneratorRun run = GeneratorRun.Of(
        [
            usings + "partial class Net { [Dense(3)] private static partial Node Logits(Node x); private const int Rows = 2; }",
            usings + "[Network(1, 8, 8)] partial class Net { [Dense(4)] private static partial Node Hidden(Node x); }",
            usings + "partial class Net { private static Node Forward(Node x) => Logits(Hidden(Flatten(MaxPooling2D(x, Rows, 2)))); }",
        ]);
        Assert.Equal(["MaxPooling2D_1(image)", "Flatten_1(MaxPooling2D_1)", "Hidden(Flatten_1)", "Logits(Hidden)"], Graphs.Calls(run));
    }

    [Fact]
    public void Class_WithoutNullableContext_Compiles() => GeneratorRun.Of(
        "#nullable disable\n"
        + Source("[Dense(3)] private static partial Node L(Node x);\nprivate static Node Forward(Node x) => L(Flatten(x));"));

    [Fact]
    public void Members_CanBeUsed() => GeneratorRun.Of(Source($$"""
        {{Graphs.Layers}}
            private static Node Forward(Node image) => Logits(Hidden(Flatten(Pool(Conv2(Conv1(image))))));
            public static int Count() => new Net(1).Conv1Parameters.Weight.Values.Length
                + new Net(1).LogitsParameters.Bias.Values.Length + TraceForward().Layers.Length + InputLength;
        """));

    [Theory]
    [InlineData("var x = Relu(Conv1(image)); x = Relu(x + Conv2(x)); " + Graphs.Rest)]
    [InlineData("var x = Conv2(Conv2(Conv1(image))) * Tanh(Conv1(image)); " + Graphs.Rest)]
    [InlineData("var x = Concatenate(Conv2(Conv1(image)), image, LeakyRelu(image, 0.3f), Dropout(image, 0.25)); " + Graphs.Rest)]
    [InlineData("var x = Pool(Conv2(Conv1(image))); x = Sigmoid(Hidden(Flatten(AveragePooling2D(x, 1, 2)))); return Softmax(Logits(x));")]
    [InlineData("var y = Conv1(image); var x = Conv1(image) + Conv2(y * y); " + Graphs.Rest)]
    public void TraceForward_OfGeneratedCode_EqualsDefinition(string body)
    {
        AssertTraceEqualsDefinition(Graphs.Forward(body));
    }

    [Fact]
    public void TraceForward_EveryKindOfAttribute_EqualsDefinition()
    {
        AssertTraceEqualsDefinition(Graphs.Network("""
                [Conv2D(2, 3, 2, StrideHeight = 2, PadLeft = 1, Activation = Activation.LeakyReLU, NegativeSlope = 0.1f)]
                private static partial Node Conv(Node x);
                [Conv2D(2, 1, KernelInitializer = Initializer.Constant, KernelConstant = -0f, BiasInitializer = Initializer.HeNormal)]
                private static partial Node Point(Node x);
                [AveragePooling2D(2, 1, Strides = 1, Padding = Padding.Same)] private static partial Node Average(Node x);
                [MaxPooling2D(2, Pad = 1)] private static partial Node Max(Node x);
                [Dropout(1 / 3.0)] private static partial Node Drop(Node x);
                [Flatten] private static partial Node Flat(Node x);
                [Dense(5, Activation = Activation.Sigmoid, BiasInitializer = Initializer.Constant, BiasConstant = 1e-20f)]
                private static partial Node Hidden(Node x);
                [Dense(3, Activation = Activation.Softmax)] private static partial Node Out(Node x);
                private static Node Forward(Node x) => Out(Hidden(Drop(Flat(Max(Average(Point(Conv(x))))))));
            """).Replace("[Network(1, 8, 8)]", "[Network(1, 8, 8, KernelInitializer = Initializer.HeUniform)]"));
    }

    private static void AssertTraceEqualsDefinition(string source)
    {
        using var assembly = new MemoryStream();
        Assert.True(GeneratorRun.Of(source).Output.WithAssemblyName($"Emitted{Guid.NewGuid():N}").Emit(assembly).Success);
        Type type = Assembly.Load(assembly.ToArray()).GetType("Net")!;
        var compiled = (NetworkDefinition)type.GetProperty("Definition", BindingFlags.Static | BindingFlags.Public)!.GetValue(null)!;
        var traced = (NetworkDefinition)type.GetMethod("TraceForward")!.Invoke(null, null)!;
        Assert.Equal((compiled.Name, compiled.Input), (traced.Name, traced.Input));
        Assert.Equal(compiled.Layers.AsEnumerable(), traced.Layers);
        for (int i = 0; i < compiled.Layers.Length; i++)
            Assert.Equal(compiled.InputsOf(i).AsEnumerable(), traced.InputsOf(i));
    }

    private static string Source(string members) =>
        $"using LeNetGen;\nusing static LeNetGen.Layers;\n[Network(1, 8, 8)]\npublic partial class Net\n{{\n{members}\n}}\n";
}
