namespace LeNetGen.Generator.Tests.Graph;

/// <summary>What Forward cannot contain is reported at that very expression or statement, with what to write instead.</summary>
public class ForwardDiagnosticTests
{
    private const string EachCase = "declare a network class for each case";
    private const string NeverNull = "nodes are never null, so write the node alone";
    private const string FromParameter = "make every node of Forward's parameter, and every number a constant";
    private const string Layers = "write calls of layers, + and *, and assignments to variables";
    private const string BodyInPlace = "write its body where it is called";
    private const string NoneButNodes = "keep nothing but nodes in variables";

    [Theory]
    [InlineData("for (int i = 0; i < 3; i++) x = Conv2(x);", "for (int i = 0; i < 3; i++)", "a loop", "write out each of its steps")]
    [InlineData("foreach (char c in \"ab\") x = Conv2(x);", "foreach (char c in \"ab\")", "a loop", "write out each of its steps")]
    [InlineData("while (DateTime.Now.Year > 1) x = Conv2(x);", "while (DateTime.Now.Year > 1)", "a loop", "write out each of its steps")]
    [InlineData("do x = Conv2(x); while (DateTime.Now.Year > 1);", "do", "a loop", "write out each of its steps")]
    [InlineData("if (DateTime.Now.Year > 1) x = Conv2(x);", "if (DateTime.Now.Year > 1)", "an if", EachCase)]
    [InlineData("if (DateTime.Now.Year > 1) return x;", "if (DateTime.Now.Year > 1)", "an if", EachCase)]
    [InlineData("x = DateTime.Now.Year > 1 ? x : Conv2(x);", "DateTime.Now.Year > 1 ? x : Conv2(x)", "a conditional expression", EachCase)]
    [InlineData("switch (DateTime.Now.Year) { case 1: x = Conv2(x); break; }", "switch (DateTime.Now.Year)", "a switch", EachCase)]
    [InlineData("x = DateTime.Now.Year switch { 1 => x, _ => Conv2(x) };", "DateTime.Now.Year switch { 1 => x, _ => Conv2(x) }",
        "a switch", EachCase)]
    [InlineData("x = Conv2(x) ?? x;", "Conv2(x) ?? x", "the operator ??", NeverNull)]
    [InlineData("x ??= image;", "x ??= image", "the operator ??=", NeverNull)]
    [InlineData("try { x = Conv2(x); } finally { }", "try", "a try", "write its body alone")]
    [InlineData("using (IDisposable? d = null) x = Conv2(x);", "using (IDisposable? d = null)", "a using", "write its body alone")]
    [InlineData("using IDisposable? d = null;", "using IDisposable? d = null;", "a using", "write its body alone")]
    [InlineData("lock (x) { }", "lock (x)", "a lock", "write its body alone")]
    [InlineData("goto next; next: x = Conv2(x);", "goto next;", "a jump", "write the statements in the order in which they run",
        "next", "a label")]
    [InlineData("Node Local(Node y) => Conv2(y); x = Local(x);", "Local", "a local function", BodyInPlace)]
    [InlineData("Func<Node, Node> f = y => Conv2(y); x = f(x);", "f = y => Conv2(y)", "the variable 'f' of type Func<Node, Node>",
        NoneButNodes)]
    [InlineData("x = ((Func<Node, Node>)(y => Conv2(y)))(x);", "(Func<Node, Node>)(y => Conv2(y))", "a lambda", BodyInPlace)]
    [InlineData("x = new Func<Node, Node>(Conv2)(x);", "new Func<Node, Node>(Conv2)", "a delegate", "call the method itself")]
    [InlineData("x = s_node;", "s_node", "the field 's_node'", FromParameter)]
    [InlineData("x = Property;", "Property", "the property 'Property'", FromParameter)]
    [InlineData("s_node = Conv2(x);", "s_node", "the field 's_node'", FromParameter)]
    [InlineData("x = s_function(x);", "s_function", "the field 's_function'", FromParameter)]
    [InlineData("x = null!;", "null", "null", FromParameter)]
    [InlineData("x = default!;", "default", "a default value", FromParameter)]
    [InlineData("x = new Holder().Node;", "new Holder().Node", "the property 'Node'", FromParameter)]
    [InlineData("x = new Other();", "new Other()", "a conversion", FromParameter)]
    [InlineData("(x, var y) = (Conv2(x), x);", "(x, var y) = (Conv2(x), x)", "a tuple", "assign one variable at a time")]
    [InlineData("int size = 2; x = MaxPooling2D(x, size);", "size = 2", "the variable 'size' of type int", "declare it const")]
    [InlineData("var year = DateTime.Now.Year;", "year = DateTime.Now.Year", "the variable 'year' of type int", NoneButNodes)]
    [InlineData("Node[] nodes = [x, x]; x = Concatenate(nodes);", "nodes = [x, x]", "the variable 'nodes' of type Node[]", NoneButNodes)]
    [InlineData("ref Node? y = ref x;", "y = ref x", "a reference", "declare an ordinary variable")]
    [InlineData("x = Concatenate([x, .. s_nodes]);", ".. s_nodes", "a spread", "write out its elements")]
    [InlineData("x = Concatenate(s_nodes);", "s_nodes", "the field 's_nodes'", FromParameter)]
    [InlineData("x = s_nodes[0];", "s_nodes[0]", "an array", "give each node a variable of its own")]
    [InlineData("x = Node.Add(x, Conv2(x));", "Node.Add(x, Conv2(x))", "a call of Node.Add", "write the operator + or call a layer")]
    [InlineData("x = Node.Multiply(x, x);", "Node.Multiply(x, x)", "a call of Node.Multiply", "write the operator *")]
    [InlineData("x = Forward(x);", "Forward(x)", "a call of Forward itself", "write out what it is to compute")]
    [InlineData("x = x is { } y ? y : x;", "x is { } y ? y : x", "a conditional expression", EachCase)]
    [InlineData("s_count++;", "s_count++", "this expression", Layers)]
    [InlineData("x = (Node)(object)s_node;", "s_node", "the field 's_node'", FromParameter)]
    public void Forward_WhatIsNoGraph_ReportsLNG1038(
        string statement, string span, string what, string remedy, string? secondSpan = null, string? second = null)
    {
        string Message(string subject) =>
            $"Network 'Net': {subject} cannot be part of Forward, which is read as a fixed graph of layers; {remedy}";
        var expected = new List<Expected> { new("LNG1038", span, Message(what)) };
        if (secondSpan is not null)
            expected.Add(new Expected("LNG1038", secondSpan, Message(second!)));
        Report(statement, [.. expected]);
    }

    [Theory]
    [InlineData("throw new Exception();", "throw new Exception();", "a throw", "remove it")]
    [InlineData("throw null!;", "throw null!;", "a throw", "remove it")]
    public void Forward_ThatThrows_ReportsLNG1038(string body, string span, string what, string remedy) => GeneratorRun.Of(
        Graphs.Forward(body),
        new Expected("LNG1038", span,
            $"Network 'Net': {what} cannot be part of Forward, which is read as a fixed graph of layers; {remedy}"));

    [Fact]
    public void Forward_ReturnsBeforeTheEnd_ReportsLNG1038() => GeneratorRun.Of(
        Graphs.Forward(
            "return Logits(Flatten(image));\n#pragma warning disable CS0162 // Unreachable code\nreturn Hidden(Flatten(image));"),
        new Expected("LNG1038", "return Logits(Flatten(image));",
            "Network 'Net': a return before the end cannot be part of Forward, which is read as a fixed graph of layers; return once, in "
            + "the last statement"));

    [Theory]
    [InlineData("Own(x)", "Own", "move its body into Forward")]
    [InlineData("Own(Conv2(x))", "Own", "move its body into Forward")]
    [InlineData("Others.Static(x)", "Others.Static", "move its body into Forward")]
    [InlineData("x.Extension()", "Others.Extension", "move its body into Forward")]
    [InlineData("Generic<int>(x)", "Generic", "move its body into Forward")]
    [InlineData("Second.Last(x)", "Second.Last", "declare the layer as a method of this class")]
    public void Forward_CallOfOtherMethod_ReportsLNG1039(string call, string name, string remedy) => Report(
        $"x = {call};",
        new Expected("LNG1039", call,
            $"Network 'Net': Forward calls '{name}', which is neither a layer of this class nor one of LeNetGen.Layers; {remedy}"));

    [Theory]
    [InlineData("MaxPooling2D(x, DateTime.Now.Year)", "DateTime.Now.Year", "poolSize", "MaxPooling2D")]
    [InlineData("AveragePooling2D(x, poolWidth: s_count, poolHeight: 2)", "s_count", "poolWidth", "AveragePooling2D")]
    [InlineData("Dropout(x, s_rate)", "s_rate", "rate", "Dropout")]
    [InlineData("LeakyRelu(x, negativeSlope: (float)s_rate)", "(float)s_rate", "negativeSlope", "LeakyRelu")]
    [InlineData("Dropout(x, 1.0 / ParameterCount)", "1.0 / ParameterCount", "rate", "Dropout")]
    public void Function_ArgumentNotConstant_ReportsLNG1040(string call, string span, string parameter, string function) => Report(
        $"x = {call};",
        new Expected("LNG1040", span,
            $"Network 'Net': {parameter} of {function} is not a constant that is known before the network is compiled; write a number, "
            + "or a const of your own"));

    [Theory]
    [InlineData("Concatenate()")]
    [InlineData("Concatenate([])")]
    [InlineData("Concatenate(new Node[0])")]
    [InlineData("Concatenate(new Node[] { })")]
    public void Concatenate_OfNothing_ReportsLNG1041(string call) => Report(
        $"x = {call};", new Expected("LNG1041", call, "Network 'Net': Concatenate is given no nodes; give it at least one"));

    [Theory]
    [InlineData("return image;", "image")]
    [InlineData("var x = image; return (Node)x;", "(Node)x")]
    public void Forward_ReturnsTheImage_ReportsLNG1042(string body, string span) => GeneratorRun.Of(
        Graphs.Network($"    private static Node Forward(Node image) {{ {body} }}"),
        new Expected("LNG1042", span, "Network 'Net' has no layers: Forward returns the image as it is; call layers on it"));

    [Fact]
    public void Forward_SeveralMistakes_AreAllReported() => Report(
        "x = Own(x); x = s_node; x = MaxPooling2D(x, s_count) + Own(x);",
        new Expected("LNG1039", "Own(x)"),
        new Expected("LNG1038", "s_node"),
        new Expected("LNG1040", "s_count"),
        new Expected("LNG1039", "Own(x)"));

    [Fact]
    public void Forward_MistakesBesideThoseOfAttributes_AreAllReported() => GeneratorRun.Of(
        Graphs.Forward("var x = Conv2(Conv1(new[] { image }[0])); " + Graphs.Rest).Replace("Dense(4)", "Dense(0)"),
        new Expected("LNG1038", "new[] { image }[0]"),
        new Expected("LNG2001", "0", "Layer 'Hidden': units is 0; it must be at least 1"));

    [Theory]
    [InlineData("Conv2(x);", "Conv2(x)", "Conv2")]
    [InlineData("_ = Conv2(x);", "Conv2(x)", "Conv2")]
    [InlineData("Node y = Conv2(x); y = x;", "Conv2(x)", "Conv2")]
    [InlineData("Relu(Conv2(x));", "Relu(Conv2(x))", "ReLU_1")]
    [InlineData("_ = x + Conv2(x);", "x + Conv2(x)", "Add_1")]
    [InlineData("Node y = x; y *= Conv2(x);", "y *= Conv2(x)", "Multiply_1")]
    public void Value_Unused_ReportsLNG1044(string statement, string span, string name)
    {
        GeneratorRun run = GeneratorRun.Of(
            Graphs.Forward($"var x = Conv1(image); {statement} {Graphs.Rest}"),
            new Expected("LNG1044", span,
                $"Network 'Net': the value of '{name}' is left out of the network, because nothing uses it; use it or remove the call"));
        Assert.Equal(
            ["Conv1(image)", "Pool(Conv1)", "Flatten_1(Pool)", "Hidden(Flatten_1)", "Logits(Hidden)"],
            Graphs.Calls(run));
    }

    /// <summary>Forward can be run, and what nothing uses runs with it.</summary>
    [Theory]
    [InlineData("MaxPooling2D(x, 9);", "MaxPooling2D(x, 9)", "MaxPooling2D_1", "LNG2004", "9",
        "Layer 'MaxPooling2D_1': a 9x9 window does not fit its 8x8 input, produced by 'Multiply_1'; reduce poolSize to at most 8 or "
        + "declare it as a method whose attribute sets Padding = Padding.Same")]
    [InlineData("Softmax(x);", "Softmax(x)", "Softmax_1", "LNG2008", "Softmax(x)",
        "Layer 'Softmax_1' has Activation.Softmax, but its output is an image, not a vector of classes; end the network with [Flatten] and "
        + "a [Dense] layer that has the softmax")]
    [InlineData("var y = Pool(x); _ = y + x;", "y + x", "Add_1", "LNG2013", "y + x",
        "Layer 'Add_1' adds 2@4x4, produced by 'Pool', and 2@8x8, produced by 'Multiply_1', element by element, for which both must have "
        + "the same shape; let the layers that make them agree")]
    [InlineData("Relu(Conv2(Flatten(x)));", "Relu(Conv2(Flatten(x)))", "ReLU_1", "LNG2006", "Conv2(Flatten(x))",
        "Layer 'Conv2_2' reads an image, but its input is a vector of 128, produced by 'Flatten_1'; call it before the layer that makes "
        + "the vector")]
    [InlineData("Logits(Flatten(x));", "Logits(Flatten(x))", "Logits", "LNG2016", "Logits(Flatten(x))",
        "Layer 'Logits' reads 128, produced by 'Flatten_1', but its weights are those of 'Logits_2', made for 4; call it on the same "
        + "shape, or declare a layer of its own")]
    public void Value_UnusedAndWrong_IsReportedToo(string statement, string span, string name, string id, string at, string message) =>
        GeneratorRun.Of(
            Graphs.Forward($"var x = Conv1(image); x = x * Conv2(x); {statement} {Graphs.Rest}"),
            new Expected("LNG1044", span,
                $"Network 'Net': the value of '{name}' is left out of the network, because nothing uses it; use it or remove the call"),
            new Expected(id, at, message));

    [Fact]
    public void LayerOfUnusedValue_Wrong_IsReportedAtItsAttribute() => GeneratorRun.Of(
        Graphs.Network("""
                [Conv2D(0, 3)] private static partial Node Edges(Node x);
                private static Node Forward(Node image) { Edges(image); return Relu(image); }
            """),
        new Expected("LNG1044", "Edges(image)"),
        new Expected("LNG2001", "0", "Layer 'Edges': filters is 0; it must be at least 1"));

    [Fact]
    public void SoftmaxOfUnusedValue_BeforeAnotherLayer_IsNotReported() => Assert.Equal(
        ["ReLU_1(image)"],
        Graphs.Calls(GeneratorRun.Of(
            Graphs.Network("    private static Node Forward(Node image) { Tanh(Softmax(Flatten(image))); return Relu(image); }"),
            new Expected("LNG1044", "Tanh(Softmax(Flatten(image)))"))));

    [Fact]
    public void Layer_NeverCalled_ReportsLNG1043()
    {
        GeneratorRun run = GeneratorRun.Of(
            Graphs.Forward($"var x = Conv1(image); {Graphs.Rest}"),
            new Expected("LNG1043", "Conv2",
                "Layer 'Conv2' is left out of the network, because Forward never calls it; call it or remove it"));
        Assert.DoesNotContain("Conv2Parameters", run["Net"], StringComparison.Ordinal);
    }

    private const string Others = """

        internal static class Others
        {
            public static Node Static(Node x) => x;
            public static Node Extension(this Node x) => x;
        }

        [Network(1, 8, 8)]
        public partial class Second
        {
            [Dense(3)] public static partial Node Last(Node x);
            private static Node Forward(Node x) => Last(Flatten(x));
        }
        """;

    private static void Report(string statement, params Expected[] expected) => GeneratorRun.Of(
        Graphs.Forward(
            $"""
            var x = Conv1(image);
                    {statement}
                    {(statement.Contains("Conv2(x)", StringComparison.Ordinal) ? "" : "x = Conv2(x);")}
                    return Logits(Hidden(Flatten(Pool(x))));
            """,
            """
            private static Node s_node = null!;
                private static Node[] s_nodes = [];
                private static int s_count = 1;
                private static double s_rate = 0.5;
                private static Func<Node, Node> s_function = x => x;
                private static Node Property { get; } = null!;
                private static Node Own(Node x) => x;
                private static Node Generic<T>(Node x) => x;
                private sealed class Other { public static implicit operator Node(Other other) => null!; }
                private sealed class Holder { public Node Node { get; } = null!; }
            """) + Others,
        expected);
}
