namespace LeNetGen.Generator.Tests;

public class DeclarationDiagnosticTests
{
    private const string Layers = "[Network(1, 8, 8)][Flatten][Dense(10)]";

    [Fact]
    public void Class_NotPartial_ReportsLNG1001()
    {
        GeneratorRun run = Report(
            $"{Layers} class Net;", "LNG1001", "Net", "Class 'Net' declares a network but is not partial; add the modifier partial");
        Assert.Empty(run.Result.GeneratedSources);
    }

    [Fact]
    public void Class_InsideNonPartialType_ReportsLNG1002()
    {
        GeneratorRun run = Report(
            $"class Outer {{ {Layers} partial class Net; }}",
            "LNG1002", "Outer", "Class 'Net' declares a network inside 'Outer', which is not partial; add the modifier partial to 'Outer'");
        Assert.Empty(run.Result.GeneratedSources);
    }

    [Fact]
    public void Class_FileLocal_ReportsLNG1003()
    {
        GeneratorRun run = Report(
            $"{Layers} file partial class Net;",
            "LNG1003", "file",
            "Class 'Net' declares a network, but 'Net' is file-local, so that no generated file can add to it; remove the "
            + "modifier file");
        Assert.Empty(run.Result.GeneratedSources);
    }

    [Theory]
    [InlineData("static")]
    [InlineData("abstract")]
    public void Class_StaticOrAbstract_ReportsLNG1004(string modifier) => Report(
        $"{Layers} {modifier} partial class Net;",
        "LNG1004", modifier,
        $"Class 'Net' declares a network but is {modifier}, so that it has no instances; remove the modifier {modifier}");

    [Theory]
    [InlineData("record Net;")]
    [InlineData("record class Net(int Size);")]
    public void Class_Record_ReportsLNG1005(string declaration) => Report(
        $"{Layers} partial {declaration}",
        "LNG1005", "Net", "Record 'Net' declares a network, but a record cannot derive from LeNetGen.Network; make it a class");

    [Fact]
    public void Class_Generic_ReportsLNG1006() => Report(
        $"{Layers} partial class Net<T, @in>;",
        "LNG1006", "<T, @in>",
        "Class 'Net' declares a network but is generic, and code for fixed shapes has no use for types; remove the type parameters");

    [Theory]
    [InlineData("class Other;")]
    [InlineData("class Other(int size) { public int Definition => size; }")]
    public void Class_OtherBaseClass_ReportsLNG1007(string other)
    {
        // A base class without a parameterless constructor is an error of the class's own.
        Expected[] errors = other.Contains("size")
            ? [new Expected("LNG1007", "Other", BaseMessage), new Expected("CS7036", "Net")]
            : [new Expected("LNG1007", "Other", BaseMessage)];
        GeneratorRun.Of($"using LeNetGen;\n{other}\n{Layers} partial class Net : Other;", errors);
    }

    [Fact]
    public void Class_NetworkAsBaseClass_IsWelcome() => GeneratorRun.Of(
        $"{Header}{Layers} partial class Net : LeNetGen.Network, System.IDisposable {{ public void Dispose() {{ }} }}");

    [Fact]
    public void Class_PrimaryConstructor_ReportsLNG1008() => Report(
        $"{Layers} partial class Net(int size) {{ public int Size => size; }}",
        "LNG1008", "(int size)",
        "Class 'Net' declares a network, whose generated constructors cannot call a primary constructor; "
        + "write an ordinary constructor that calls this(seed)");

    [Theory]
    [InlineData("public int InputLength => 1;", "InputLength", "InputLength")]
    [InlineData("public new void Definition() { }", "Definition", "Definition")]
    [InlineData("public static Net Load(string file) => null!;", "Load", "Load")]
    [InlineData("public Net(int size) : base(null!, null!, size) { }", "Net", "Net(int)")]
    public void Member_NameOfGainedMember_ReportsLNG1009(string member, string span, string name) => Report(
        $"{Layers} partial class Net {{ {member} }}",
        "LNG1009", span, $"Class 'Net' uses '{name}' for something of its own, but every network gains a member of that name; rename it");

    [Fact]
    public void Class_NameOfGainedMember_ReportsLNG1009() => Report(
        $"{Layers} partial class Load;",
        "LNG1009", "Load", "Class 'Load' uses 'Load' for something of its own, but every network gains a member of that name; rename it");

    [Fact]
    public void Member_OverloadOfGainedMember_IsWelcome() => GeneratorRun.Of(
        $$"""
        {{Header}}{{Layers}}
        partial class Net
        {
            public Net() : this(1) { }
            public static Net Load(System.IO.Stream stream) => new();
            public static Net Load<T>(string path) => new();
        }
        """);

    [Fact]
    public void Network_NoLayers_ReportsLNG1010() => Report(
        "[Network(1, 8, 8)] partial class Net;",
        "LNG1010", "Network(1, 8, 8)",
        "Network 'Net' has no layers; add layer attributes below [Network], such as [Flatten] and [Dense(10)]");

    [Fact]
    public void Layers_OnSeveralDeclarations_ReportsLNG1011() => GeneratorRun.Of(
        [$"{Header}[Network(1, 8, 8)][Flatten] partial class Net;", $"{Header}[Dense(10)] partial class Net;"],
        new Expected("LNG1011", "Dense(10)",
            "Network 'Net' has layers on more than one partial declaration, which have no order among them; "
            + "move all layers below [Network]"));

    [Theory]
    [InlineData("\"1st\"", "1st")]
    [InlineData("\"\"", "")]
    [InlineData("\"a b\"", "a b")]
    [InlineData("\"@a\"", "@a")]
    [InlineData("\"line\\nbreak\"", "line\nbreak")]
    [InlineData("\"*/ \\\" ;\"", "*/ \" ;")]
    [InlineData("\"a\\u200Db\"", "a\u200Db")]
    public void LayerName_NotIdentifier_ReportsLNG1012(string literal, string name) => Report(
        $"[Network(1, 8, 8)][Flatten][Dense(10, Name = {literal})] partial class Net;",
        "LNG1012", literal,
        $"Layer name '{name}' is not a C# identifier, but it names a generated member; use letters, digits and underscores, "
        + "with a letter first");

    [Theory]
    [InlineData("Name = \"F\"", "Name = \"F\"", "\"F\"", "F", 2, 3)]
    [InlineData("Name = \"Dense_2\"", "", "\"Dense_2\"", "Dense_2", 3, 2)]
    [InlineData("", "Name = \"Dense_1\"", "\"Dense_1\"", "Dense_1", 2, 3)]
    public void LayerName_Twice_ReportsLNG1013(string first, string second, string span, string name, int used, int wrong)
    {
        string Dense(string argument) => argument.Length == 0 ? "[Dense(10)]" : $"[Dense(10, {argument})]";
        // The same text stands in both places of the first case, so the position of the second is checked as well.
        GeneratorRun run = Report(
            $"[Network(1, 8, 8)][Flatten]{Dense(first)}\n{Dense(second)} partial class Net;",
            "LNG1013", span, $"Layer name '{name}' is used by layer {used} already; give layer {wrong} another name");
        Assert.Equal(wrong == 3 ? 2 : 1, run.Diagnostics().Single().Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [InlineData("Load")]
    [InlineData("Parameters")]
    [InlineData("Layer")]
    [InlineData("ToString")]
    [InlineData("MemberwiseClone")]
    [InlineData("Net")]
    [InlineData("own")]
    public void LayerName_OfMember_ReportsLNG1014(string name) => Report(
        $"[Network(1, 8, 8)][Flatten][Dense(10, Name = \"{name}\")] partial class Net {{ internal int own => 1; }}",
        "LNG1014", $"\"{name}\"", $"Layer name '{name}' is the name of a member that class 'Net' has or gains; give layer 2 another name");

    [Fact]
    public void LayerName_DerivedButOfMember_ReportsLNG1014() => Report(
        "[Network(1, 8, 8)][Flatten][Dense(10)] partial class Net { internal int Dense_1 => 1; }",
        "LNG1014", "Dense(10)", "Layer name 'Dense_1' is the name of a member that class 'Net' has or gains; give layer 2 another name");

    [Fact]
    public void Activation_Undefined_ReportsLNG1015() => Report(
        "[Network(1, 8, 8)][Flatten][Dense(10, Activation = (Activation)17)] partial class Net;",
        "LNG1015", "(Activation)17",
        "Layer 'Dense_1': Activation has the value 17, which is none of those defined; write one of None, ReLU, LeakyReLU, "
        + "Sigmoid, Tanh, ScaledTanh, Softmax");

    [Fact]
    public void Unroll_Undefined_ReportsLNG1015() => Report(
        "[Network(1, 28, 28)][Flatten][Dense(3, Unroll = (Unroll)4)] partial class Net;",
        "LNG1015", "(Unroll)4",
        "Layer 'Dense_1': Unroll has the value 4, which is none of those defined; write one of Auto, Tile, Row, Layer");

    [Fact]
    public void Padding_Undefined_ReportsLNG1015() => Report(
        "[Network(1, 8, 8)][Conv2D(1, 3, Padding = (Padding)(-1))] partial class Net;",
        "LNG1015", "(Padding)(-1)", "Layer 'Conv2D_1': Padding has the value -1, which is none of those defined; write one of Valid, Same");

    [Fact]
    public void Padding_UndefinedOfPool_ReportsLNG1015() => Report(
        "[Network(1, 8, 8)][MaxPooling2D(2, Padding = (Padding)2)] partial class Net;",
        "LNG1015", "(Padding)2",
        "Layer 'MaxPooling2D_1': Padding has the value 2, which is none of those defined; write one of Valid, Same");

    [Theory]
    [InlineData("Conv2D(1, 3, Padding = Padding.Same, Pad = 2)", "2", "Conv2D_1", "Pad")]
    [InlineData("Conv2D(1, 3, PadRight = 0, PadBottom = 4, Padding = Padding.Same)", "4", "Conv2D_1", "PadBottom")]
    [InlineData("AveragePooling2D(3, PadLeft = 1, Padding = Padding.Same)", "1", "AveragePooling2D_1", "PadLeft")]
    public void Pad_BesideSame_ReportsLNG1018(string attribute, string span, string layer, string argument) => Report(
        $"[Network(1, 8, 8)][{attribute}] partial class Net;",
        "LNG1018", span,
        $"Layer '{layer}': {argument} is written beside Padding = Padding.Same, which works out the padding itself; remove one of the two");

    [Fact]
    public void Pad_BesideValid_IsWelcome() =>
        GeneratorRun.Of(Declarations.Network("[Network(1, 8, 8)][Conv2D(1, 3, Padding = Padding.Valid, Pad = 2)]"));

    [Theory]
    [InlineData("Scale", "float.NaN", "NaN")]
    [InlineData("Scale", "float.PositiveInfinity", "Infinity")]
    [InlineData("Offset", "-1 / 0f", "-Infinity")]
    public void Pixels_NotFinite_ReportsLNG1016(string argument, string value, string text) => Report(
        $"[Network(1, 8, 8)][Input({argument} = {value})][Flatten][Dense(10)] partial class Net;",
        "LNG1016", value, $"Network 'Net': {argument} is {text}, so that no pixel would keep a value; write a finite number");

    [Theory]
    [InlineData("1 / 255")]
    [InlineData("-0f")]
    public void Scale_Zero_ReportsLNG1017(string value) => Report(
        $"[Network(1, 8, 8)][Input(Scale = {value})][Flatten][Dense(10)] partial class Net;",
        "LNG1017", value,
        "Network 'Net': Scale is 0, so that all pixels would be the same; write a float, such as 1f / 255f (1 / 255 is an integer, 0)");

    [Theory]
    [InlineData("Conv2D(4, 3, Connections = {0})", "new[] { \"XX.X\", \"x.XX\" }", "Layer 'Conv2D_1': row 1 of Connections has the character 'x'")]
    [InlineData("Conv2D(1, 3, Connections = {0})", "new[] { \"\\U0001F600\", \"X\" }",
        "Layer 'Conv2D_1': row 0 of Connections has the character '\U0001F600'")]
    [InlineData("Rbf({0}, \"X.X\")", "\"X-X\"", "Layer 'Rbf_1': row 0 of codes has the character '-'")]
    public void Table_OtherCharacter_ReportsLNG1027(string layer, string argument, string start) => Report(
        $"[Network(2, 8, 8)][{layer.Replace("{0}", argument)}] partial class Net;",
        "LNG1027", argument, start + "; write X for a mark and a dot for none");

    [Theory]
    [InlineData("Conv2D(4, 3, Connections = {0})", "new[] { \"XX . X\", \"X. X\" }",
        "Layer 'Conv2D_1': row 1 of Connections has 3 characters, but row 0 has 4; give every row as many")]
    [InlineData("Conv2D(1, 3, Connections = {0})", "new[] { \"X\", \"\" }",
        "Layer 'Conv2D_1': row 1 of Connections has 0 characters, but row 0 has 1; give every row as many")]
    [InlineData("Rbf({0}, \"X.X.\")", "\"X.X\"", "Layer 'Rbf_1': row 1 of codes has 4 characters, but row 0 has 3; give every row as many")]
    public void Table_Ragged_ReportsLNG1028(string layer, string argument, string message) => Report(
        $"[Network(2, 8, 8)][{layer.Replace("{0}", argument)}] partial class Net;", "LNG1028", argument, message);

    [Fact]
    public void Connections_FilterWithoutInput_ReportsLNG1029() => Report(
        "[Network(2, 8, 8)][Conv2D(4, 3, Connections = new[] { \"XX.X\", \"X..X\" })] partial class Net;",
        "LNG1029", "new[] { \"XX.X\", \"X..X\" }",
        "Layer 'Conv2D_1': filter 2 is connected to no input channel; write an X in column 2 of Connections, or remove the filter");

    [Theory]
    [InlineData("-0.1f", "-0.1")]
    [InlineData("float.NaN", "NaN")]
    [InlineData("1 / 0f", "Infinity")]
    public void NegativeSlope_NegativeOrNotFinite_ReportsLNG1022(string value, string text) => Report(
        $"[Network(1, 8, 8)][Flatten][Dense(10, Activation = Activation.LeakyReLU, NegativeSlope = {value})] partial class Net;",
        "LNG1022", value, $"Layer 'Dense_1': NegativeSlope is {text}; it must be a finite number of at least 0");

    [Theory]
    [InlineData("", "None")]
    [InlineData("Activation = Activation.ReLU, ", "ReLU")]
    public void NegativeSlope_OfAnotherActivation_ReportsLNG1023(string activation, string name) => Report(
        $"[Network(1, 8, 8)][Conv2D(2, 3, {activation}NegativeSlope = 0.1f, Name = \"C1\")] partial class Net;",
        "LNG1023", "0.1f",
        $"Layer 'C1': NegativeSlope would have no effect, because the layer's activation is {name}; set Activation = "
        + "Activation.LeakyReLU or remove NegativeSlope");

    [Fact]
    public void NegativeSlope_Zero_IsWelcome() => GeneratorRun.Of(
        $"{Header}[Network(1, 8, 8)][Flatten][Dense(10, Activation = Activation.LeakyReLU, NegativeSlope = 0)] partial class Net;");

    [Theory]
    [InlineData("Dense(10, KernelInitializer = {0})", "Layer 'Dense_1': KernelInitializer")]
    [InlineData("Dense(10, BiasInitializer = {0}, BiasConstant = 1)", "Layer 'Dense_1': BiasInitializer")]
    [InlineData("Network(1, 8, 8, BiasInitializer = {0})", "Network 'Net': BiasInitializer")]
    [InlineData("Network(1, 8, 8, KernelInitializer = {0})", "Network 'Net': KernelInitializer")]
    public void Initializer_Undefined_ReportsLNG1015(string attribute, string subject)
    {
        attribute = attribute.Replace("{0}", "(Initializer)8");
        string attributes = attribute.StartsWith("Network", StringComparison.Ordinal)
            ? $"[{attribute}][Flatten][Dense(10)]"
            : $"[Network(1, 8, 8)][Flatten][{attribute}]";
        Report(
            $"{attributes} partial class Net;",
            "LNG1015", "(Initializer)8",
            $"{subject} has the value 8, which is none of those defined; write one of GlorotUniform, GlorotNormal, HeUniform, HeNormal, "
            + "PyTorchUniform, LeCun98Uniform, Zeros, Constant");
    }

    [Theory]
    [InlineData("", "KernelConstant", "Kernel", "GlorotUniform")]
    [InlineData("KernelInitializer = Initializer.Constant, ", "BiasConstant", "Bias", "Zeros")]
    [InlineData("KernelInitializer = Initializer.HeNormal, ", "KernelConstant", "Kernel", "HeNormal")]
    public void Constant_OfAnotherInitializer_ReportsLNG1024(string initializer, string constant, string tensor, string kind) => Report(
        $"[Network(1, 8, 8)][Flatten][Dense(10, {initializer}{constant} = 0.5f)] partial class Net;",
        "LNG1024", "0.5f",
        $"Layer 'Dense_1': {constant} would have no effect, because the layer's {tensor}Initializer is {kind}; set {tensor}Initializer = "
        + $"Initializer.Constant or remove {constant}");

    [Theory]
    [InlineData("float.NaN", "NaN")]
    [InlineData("1 / 0f", "Infinity")]
    public void Constant_NotFinite_ReportsLNG1025(string value, string text) => Report(
        $"[Network(1, 8, 8)][Conv2D(2, 3, BiasInitializer = Initializer.Constant, BiasConstant = {value})] partial class Net;",
        "LNG1025", value, $"Layer 'Conv2D_1': BiasConstant is {text}, with which nothing can be computed; write a finite number");

    [Fact]
    public void Constant_OfTheNetworksInitializer_IsWelcome() => GeneratorRun.Of(
        $"{Header}[Network(1, 8, 8, BiasInitializer = Initializer.Constant)][Flatten][Dense(10, BiasConstant = 1)][Dense(3)] "
        + "partial class Net;");

    [Theory]
    [InlineData("1", "1")]
    [InlineData("-0.1", "-0.1")]
    [InlineData("1.5", "1.5")]
    [InlineData("double.NaN", "NaN")]
    public void Rate_NoProbabilityOfDropping_ReportsLNG1026(string value, string text) => Report(
        $"[Network(1, 8, 8)][Dropout({value})][Flatten][Dense(10)] partial class Net;",
        "LNG1026", value,
        $"Layer 'Dropout_1': rate is {text}; it is the probability that an element is dropped, at least 0 and below 1");

    [Theory]
    [InlineData("0")]
    [InlineData("0.999")]
    [InlineData("rate: 1f / 3")]
    public void Rate_FromZeroToBelowOne_IsWelcome(string value) => GeneratorRun.Of(
        $"{Header}[Network(1, 8, 8)][Dropout({value})][Flatten][Dense(10)] partial class Net;");

    private const string Header = "using LeNetGen;\n";
    private const string BaseMessage =
        "Class 'Net' declares a network and so derives from LeNetGen.Network, but it has the base class 'Other'; remove that base class";

    private static GeneratorRun Report(string declaration, string id, string span, string message) =>
        GeneratorRun.Of(Header + declaration, new Expected(id, span, message));
}
