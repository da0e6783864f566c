namespace LeNetGen.Generator.Tests.Graph;

/// <summary>What is wrong with the methods of a network in the graph form.</summary>
public class GraphDeclarationDiagnosticTests
{
    private const string Logits = "[Dense(3)] private static partial Node Logits(Node x);";
    private const string Forward = "private static Node Forward(Node image) => Logits(Flatten(image));";

    [Theory]
    [InlineData($"{Logits} {Forward}")]
    [InlineData(Logits)]
    [InlineData("private static Node Forward(Node image) => Flatten(image);")]
    public void Layers_OfBothForms_ReportsLNG1030(string members) => GeneratorRun.Of(
        Graphs.Network("    " + members).Replace("[Network(1, 8, 8)]", "[Network(1, 8, 8)][Flatten][Dense(3)]"),
        new Expected("LNG1030", "Flatten",
            "Network 'Net' has layers both as attributes of the class and as methods that Forward calls; declare all of them in one way"));

    [Theory]
    [InlineData("public static float Forward(float x) => x;")]
    [InlineData("public static int Forward { get; } = 1;")]
    public void Forward_OfSequentialNetworkWithoutNodes_IsTheUsersOwn(string member) => GeneratorRun.Of(
        Graphs.Network("    " + member).Replace("[Network(1, 8, 8)]", "[Network(1, 8, 8)][Flatten][Dense(3)]"));

    [Theory]
    [InlineData("")]
    [InlineData("private static int Forward { get; } = 1;")]
    public void Forward_Missing_ReportsLNG1031(string member) => Report(
        $"{Logits} {member}",
        new Expected("LNG1031", "Net",
            "Network 'Net' has layers that are methods, but no method that calls them; add private static Node Forward(Node image)"));

    [Theory]
    [InlineData("private Node Forward(Node image) => image;", "is not static")]
    [InlineData("private static int Forward(Node image) => 1;", "returns int instead of Node")]
    [InlineData("private static Node? Forward(Node image) => null;", "returns Node? instead of Node")]
    [InlineData("private static ref Node Forward(Node image) => throw new Exception();", "returns by reference")]
    [InlineData("private static Node Forward(float[] image) => null!;", "has a parameter of type float[] instead of Node")]
    [InlineData("private static Node Forward(Node? image) => image!;", "has a parameter of type Node? instead of Node")]
    [InlineData("private static Node Forward() => null!;", "has 0 parameters instead of one")]
    [InlineData("private static Node Forward(Node image, int size) => image;", "has 2 parameters instead of one")]
    [InlineData("private static Node Forward(ref Node image) => image;", "has a parameter by reference")]
    [InlineData("private static Node Forward(in Node image) => image;", "has a parameter by reference")]
    [InlineData("private static Node Forward(Node image = null!) => image;", "has an optional parameter")]
    [InlineData("private static Node Forward(params Node[] images) => images[0];", "has a parameter of type Node[] instead of Node")]
    [InlineData("private static Node Forward<T>(Node image) => image;", "is generic")]
    [InlineData("private static partial Node Forward(Node image);", "is partial")]
    [InlineData("private static partial Node Forward(Node image); private static partial Node Forward(Node image) => image;", "is partial")]
    [InlineData("private static async System.Threading.Tasks.Task<Node> Forward(Node image) { await Logits2(); return image; } "
        + "private static System.Threading.Tasks.Task Logits2() => null!;", "is async")]
    public void Forward_OtherSignature_ReportsLNG1032(string member, string fault) => Report(
        $"{Logits} {member}",
        new Expected("LNG1032", "Forward", $"Network 'Net': Forward {fault}; declare it as static Node Forward(Node image)"));

    [Fact]
    public void Forward_BesideOverloads_IsTheOneOfNodes() => GeneratorRun.Of(Graphs.Network($$"""
            public static float[] Forward(float[] image) => image;
            public static Node Forward(Node image, int size) => image;
            {{Logits}}
            {{Forward}}
        """));

    [Theory]
    [InlineData("private partial Node L(Node x);", "is not static", "private static partial Node L(Node x);")]
    [InlineData("public static partial int L(Node @in);", "returns int instead of Node", "public static partial Node L(Node @in);")]
    [InlineData("internal static partial Node? L(Node x);", "returns Node? instead of Node", "internal static partial Node L(Node x);")]
    [InlineData("private static partial void L(Node x);", "returns void instead of Node", "private static partial Node L(Node x);")]
    [InlineData("private static partial ref readonly Node L(Node x);", "returns by reference", "private static partial Node L(Node x);")]
    [InlineData("private static partial Node L();", "has 0 parameters instead of one", "private static partial Node L(Node x);")]
    [InlineData("private static partial Node L(Node x, Node y);", "has 2 parameters instead of one",
        "private static partial Node L(Node x);")]
    [InlineData("private static partial Node L(params Node[] x);", "has a parameter of type Node[] instead of Node",
        "private static partial Node L(Node x);")]
    [InlineData("private static partial Node L(in Node x);", "has a parameter by reference", "private static partial Node L(Node x);")]
    [InlineData("private static partial Node L(out Node x);", "has a parameter by reference", "private static partial Node L(Node x);")]
    [InlineData("private static partial Node L(Node x = null!);", "has an optional parameter", "private static partial Node L(Node x);")]
    [InlineData("private static partial Node L<T>(Node x) where T : class, new();", "is generic", "private static partial Node L(Node x);")]
    [InlineData("internal static Node L(Node x) => x;", "has a body and is not partial", "internal static partial Node L(Node x);")]
    [InlineData("private static partial Node L(Node x); private static partial Node L(Node x) => x;",
        "has a body, which is the generator's to write", "private static partial Node L(Node x);")]
    public void LayerMethod_OtherSignature_ReportsLNG1033(string member, string fault, string remedy) => Report(
        $"[Dense(3)] {member} private static Node Forward(Node image) => Flatten(image);",
        new Expected("LNG1033", "L", $"Layer 'L' is a method that {fault}; declare it as {remedy}"));

    [Fact]
    public void LayerAttribute_OnAccessor_ReportsLNG1033() => Report(
        "private static Node L { [Flatten] get => null!; } private static Node Forward(Node image) => Flatten(image);",
        new Expected("LNG1033", "get",
            "Layer 'get_L' is a method that is not an ordinary method; declare it as private static partial Node get_L(Node x);"));

    [Fact]
    public void LayerMethod_OfOtherSignatureThatForwardCalls_ReportsOnlyLNG1033() => Report(
        "[Dense(3)] private static Node Logits(Node x, int size) => x; "
        + "private static Node Forward(Node image) => Logits(Flatten(Relu(image)), 3);",
        new Expected("LNG1033", "Logits"));

    [Fact]
    public void LayerMethod_SeveralLayers_ReportsLNG1034() => Report(
        $"[Flatten, Dense(4)] private static partial Node Logits(Node x); {Forward}",
        new Expected("LNG1034", "Dense(4)", "Layer 'Logits' is declared as Flatten and as Dense; give each a method of its own"));

    [Fact]
    public void LayerMethod_WithName_ReportsLNG1035() => Report(
        $"[Dense(4, Name = \"L\")] private static partial Node Logits(Node x); {Forward}",
        new Expected("LNG1035", "\"L\"", "Layer 'Logits' has the name of its method; remove Name, or rename the method"));

    [Theory]
    [InlineData("Logits(Hidden(Flatten(image)))")]
    [InlineData("Logits(Flatten(image))")]
    public void Method_WithoutLayer_ReportsLNG1036(string value) => Report(
        $"private static partial Node Hidden(Node x); {Logits} private static Node Forward(Node image) => {value};",
        new Expected("LNG1036", "Hidden",
            "Method 'Hidden' has no body and no layer attribute; say which layer it is, such as [Conv2D(8, 3)]"));

    [Theory]
    [InlineData("public int LogitsParameters => 1;", "Logits")]
    [InlineData("[Flatten] private static partial Node LogitsParameters(Node x);", "Logits")]
    [InlineData("", "Load")]
    [InlineData("", "")]
    public void LayerMethod_NameOfPropertyTaken_ReportsLNG1037(string member, string name)
    {
        if (name.Length == 0)
        {
            // A layer without parameters gains no property.
            Report("[Flatten] private static partial Node Load(Node x); private static Node Forward(Node image) => Load(image);");
            return;
        }

        string flattened = member.StartsWith("[Flatten]", StringComparison.Ordinal) ? "LogitsParameters(image)" : "Flatten(image)";
        Report(
            $"[Dense(3)] private static partial Node {name}(Node x); {member} "
                + $"private static Node Forward(Node image) => {name}({flattened});",
            new Expected("LNG1037", name,
                $"Layer '{name}' gives class 'Net' a property '{name}Parameters', but the class has a member of that name already; rename "
                + "one of them"));
    }

    [Fact]
    public void Member_NamedTraceForward_ReportsLNG1009() => Report(
        $"{Logits} {Forward} public static int TraceForward() => 1;",
        new Expected("LNG1009", "TraceForward",
            "Class 'Net' uses 'TraceForward()' for something of its own, but every network gains a member of that name; rename it"));

    [Fact]
    public void Member_OverloadOfTraceForward_IsWelcome() =>
        Report($"{Logits} {Forward} public static NetworkDefinition TraceForward(int depth) => depth > 0 ? TraceForward() : Definition;");

    [Theory]
    [InlineData("record", "LNG1005")]
    [InlineData("class", "LNG1006")]
    public void Class_RecordOrGeneric_ReportsItsReasonAlone(string keyword, string id)
    {
        string name = keyword == "record" ? "Net" : "Net<T>";
        GeneratorRun.Of(
            Graphs.Network($"    {Logits} {Forward}").Replace("sealed partial class Net", $"sealed partial {keyword} {name}"),
            new Expected(id, id == "LNG1005" ? "Net" : "<T>"));
    }

    [Fact]
    public void Class_OfLayersWithoutNetworkAttribute_ReportsLNG1019BesideTheCompilersError() => GeneratorRun.Of(
        Graphs.Network($"    {Logits} {Forward}").Replace("[Network(1, 8, 8)]", ""),
        new Expected("LNG1019", "Dense(3)",
            "[Dense] has no effect, because 'Net' is not a class with [Network(channels, height, width)]; add that attribute"),
        new Expected("CS8795", "Logits"));

    private static void Report(string members, params Expected[] expected) => GeneratorRun.Of(Graphs.Network("    " + members), expected);
}
