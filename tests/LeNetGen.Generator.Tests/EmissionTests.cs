using System.Globalization;
using System.Reflection;

namespace LeNetGen.Generator.Tests;

/// <summary>The members compile without a warning, wherever the class stands.</summary>
public class EmissionTests
{
    // The class's own, and one for each vector width.
    private const int FilesOfNetwork = 5;
    private const string Layers = "[Network(1, 4, 4)][Conv2D(2, 3)][Flatten][Dense(3)]";

    [Theory]
    [InlineData("public sealed partial class Net;", "Net")]
    [InlineData("internal partial class Net { }", "Net")]
    [InlineData("partial class @class;", "class")]
    [InlineData("partial class @record { private int x = 1; internal int X() => x; }", "record")]
    [InlineData("partial class @lower;", "lower")]
    [InlineData("partial class Größe;", "Größe")]
    public void Class_InGlobalNamespace_Compiles(string declaration, string name) =>
        AssertEmitted(GeneratorRun.Of($"using LeNetGen;\n{Layers} {declaration}"), name);

    [Theory]
    [InlineData("namespace A; {0} public partial class Net;", "A.Net")]
    [InlineData("namespace A.@int.B {{ {0} public partial class Net; }}", "A.int.B.Net")]
    [InlineData("namespace A {{ namespace B {{ {0} public partial class Net; }} }}", "A.B.Net")]
    [InlineData("namespace A; partial class Outer {{ {0} private partial class Net; }}", "A.Outer.Net")]
    [InlineData("namespace A; static partial class Outer {{ {0} public partial class Net; }}", "A.Outer.Net")]
    [InlineData("namespace A; partial record Outer {{ {0} protected partial class Net; }}", "A.Outer.Net")]
    [InlineData("namespace A; partial record struct Outer {{ {0} public partial class Net; }}", "A.Outer.Net")]
    [InlineData("namespace A; partial struct Outer {{ partial interface IInner {{ {0} public partial class Net; }} }}",
        "A.Outer.IInner.Net")]
    [InlineData("namespace A; ref partial struct Outer {{ {0} public partial class Net; }}", "A.Outer.Net")]
    [InlineData("namespace A; partial class Outer<T, @in> where T : class {{ {0} protected internal partial class Net; }}",
        "A.Outer`2.Net")]
    public void Class_InNamespaceOrType_Compiles(string source, string name) =>
        AssertEmitted(GeneratorRun.Of("using LeNetGen;\n" + string.Format(CultureInfo.InvariantCulture, source, Layers)), name);

    [Theory]
    [InlineData("namespace A; class System; class Single; class LeNetGen; class Network;")]
    [InlineData("namespace A; class Shape; class Activation; class Conv2DDefinition; class Declared;")]
    [InlineData("namespace A.Execution; class VectorWidth; class NetworkKernels;")]
    public void Class_BesideTypesOfFamiliarNames_Compiles(string others) =>
        GeneratorRun.Of($"{others}\n{Layers.Replace("[", "[global::LeNetGen.")} partial class Net;").AssertKernelsCompile();

    [Theory]
    [InlineData("System")]
    [InlineData("Execution")]
    [InlineData("global")]
    [InlineData("LeNetGen")]
    [InlineData("width")]
    [InlineData("record")]
    [InlineData("void")]
    [InlineData("_")]
    [InlineData("Größe")]
    [InlineData("VectorWidth")]
    [InlineData("Vector512")]
    [InlineData("Unsafe")]
    public void LayerName_AnyIdentifier_Compiles(string name) =>
        GeneratorRun.Of($"using LeNetGen;\n[Network(1, 4, 4)][Flatten][Dense(3, Name = \"{name}\")] partial class Net;")
            .AssertKernelsCompile();

    [Theory]
    [InlineData("input", "outputGradient")]
    [InlineData("output", "image")]
    [InlineData("C_scratch", "C_weight")]
    [InlineData("P_choice", "D_mask")]
    [InlineData("A_imageMajor", "B_imageMajor")]
    public void LayerNames_OfTheirKernelsBuffers_Compile(string first, string second) => GeneratorRun.Of(
        "using LeNetGen;\n[Network(1, 9, 9)][Conv2D(2, 3, Name = \"C\")][MaxPooling2D(2, Strides = 1, Name = \"P\")]"
        + $"[Dropout(0.5, Name = \"D\")][Flatten][Dense(4, Name = \"A\")][Dense(3, Name = \"{first}\")][Dense(3, Name = \"B\")]"
        + $"[Dense(3, Name = \"{second}\")] partial class Net;").AssertKernelsCompile();

    [Fact]
    public void Classes_NamesThatDifferInCase_GetFilesOfTheirOwn()
    {
        GeneratorRun run = GeneratorRun.Of(
            $"using LeNetGen;\n{Layers} partial class LeNet;\n{Layers} partial class Lenet;\n"
            + $"namespace lenet {{ {Layers} partial class Net; }}");
        Assert.Equal(3 * FilesOfNetwork, run.Result.GeneratedSources.Length);
    }

    [Fact]
    public void Classes_OfSeveralFiles_AreAllGenerated()
    {
        GeneratorRun run = GeneratorRun.Of(
        [
            $"using LeNetGen;\n{Layers} partial class A;",
            $"using LeNetGen;\n{Layers} partial class B {{ {Layers} partial class C; }}",
        ]);
        string[] names = [.. run.Result.GeneratedSources.Select(source => source.HintName)];
        Assert.Equal(["A.g.cs", "B.g.cs", "B.C.g.cs"], names.Where(name => !name.Contains(".Kernels", StringComparison.Ordinal)));
        Assert.Equal(3 * FilesOfNetwork, names.Length);
    }

    [Fact]
    public void Members_OfNetwork_CanBeUsed() => GeneratorRun.Of(Declarations.D2l + """

        public static class Use
        {
            public static int Count(string path)
            {
                const int total = LeNet.InputLength + LeNet.OutputLength + LeNet.ParameterCount;
                LeNet network = new(1, LeNetGen.Execution.VectorWidth.Scalar);
                network = LeNet.Load(path);
                return total + network.Conv2D_1.Weight.Values.Length + network.Dense_3.Bias.Shape[0] + LeNet.Definition.Layers.Length;
            }
        }
        """);

    [Fact]
    public void Definition_Emitted_SaysWhatTheDeclarationSays()
    {
        NetworkDefinition definition = Definition(Declarations.D2l, "LeNet");
        Assert.Equal(
            ("LeNet", 61_706, 416_520L, true),
            (definition.Name, definition.ParameterCount, definition.MultiplyAdds, definition.EndsInSoftmax));
        Assert.Equal(new InputDefinition(new Shape(1, 28, 28), 1f / 255f, 0, 0), definition.Input);
        Assert.Equal(
            new Conv2DDefinition("Conv2D_1", new Shape(1, 28, 28), new Shape(6, 28, 28), 5, 5, 1, 1, 2, 2)
            {
                Activation = Activation.Sigmoid,
            },
            definition.Layers[0]);
        Assert.Equal(
            new DenseDefinition("Dense_3", new Shape(84), new Shape(10)) { Activation = Activation.Softmax, ParameterOffset = 60_856 },
            definition.Layers[7]);
    }

    [Theory]
    [InlineData("", 0.2f)]
    [InlineData(", NegativeSlope = 0.01f", 0.01f)]
    public void Definition_LeakyReLU_HasItsSlope(string argument, float slope)
    {
        LayerDefinition layer = Definition(
            Declarations.Network($"[Network(1, 4, 4)][Flatten][Dense(3, Activation = Activation.LeakyReLU{argument})]"), "Net").Layers[1];
        Assert.Equal((Activation.LeakyReLU, slope), (layer.Activation, layer.NegativeSlope));
    }

    [Fact]
    public void Definition_Initializers_AreTheLayersElseTheNetworks()
    {
        NetworkDefinition definition = Definition(
            Declarations.Network("""
                [Network(1, 4, 4, KernelInitializer = Initializer.HeNormal, BiasInitializer = Initializer.Constant)]
                [Conv2D(2, 3, Activation = Activation.LeakyReLU, KernelInitializer = Initializer.GlorotNormal, BiasConstant = 0.5f)]
                [Flatten]
                [Dense(3, KernelInitializer = Initializer.Constant, KernelConstant = -1e-3f, BiasInitializer = Initializer.PyTorchUniform)]
                [Dense(2, KernelInitializer = Initializer.GlorotUniform, BiasInitializer = Initializer.Zeros)]
                [Dense(5)]
                """),
            "Net");
        Assert.Equal(
            [
                (Initializer.GlorotNormal, 0f), (Initializer.Constant, 0.5f),
                (Initializer.Constant, -1e-3f), (Initializer.PyTorchUniform, 0f),
                (Initializer.GlorotUniform, 0f), (Initializer.Zeros, 0f),
                (Initializer.HeNormal, 0f), (Initializer.Constant, 0f),
            ],
            definition.Parameters.Select(parameter => (parameter.Initializer, parameter.Constant)));
    }

    [Fact]
    public void Definition_Dropout_HasItsShapeAndRate()
    {
        NetworkDefinition definition = Definition(
            Declarations.Network("[Network(1, 4, 4)][Dropout(1e-7)][Conv2D(2, 3)][Dropout(0)][Flatten][Dropout(1 / 3.0, Name = \"Last\")]"),
            "Net");
        Assert.Equal(new DropoutDefinition("Dropout_1", new Shape(1, 4, 4), new Shape(1, 4, 4), 1e-7), definition.Layers[0]);
        Assert.Equal(
            new DropoutDefinition("Dropout_2", new Shape(2, 2, 2), new Shape(2, 2, 2), 0) { ParameterOffset = 20 }, definition.Layers[2]);
        Assert.Equal(new DropoutDefinition("Last", new Shape(8), new Shape(8), 1 / 3.0) { ParameterOffset = 20 }, definition.Layers[4]);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("[Dropout(0.5)]", 1)]
    public void Kernels_OfANetwork_HaveAPassForTrainingIfItDropsOut(string dropout, int passes)
    {
        GeneratorRun run = GeneratorRun.Of(Declarations.Network($"[Network(1, 4, 4)][Conv2D(2, 3)]{dropout}[Flatten][Dense(3)]"));
        string[] kernels =
        [
            .. run.Result.GeneratedSources.Where(source => source.HintName.Contains(".Kernels", StringComparison.Ordinal))
                .Select(source => source.SourceText.ToString()),
        ];
        Assert.Equal(FilesOfNetwork - 1, kernels.Length);
        Assert.All(kernels, text => Assert.Equal(passes, Occurrences(text, " ForwardTraining(")));
        Assert.All(kernels, text => Assert.Equal(passes, Occurrences(text, "DropoutMask.Apply(")));
        Assert.All(kernels, text => Assert.Equal(passes, Occurrences(text, "void Dropout_1_InputGradient(")));

        // Only a dropout at the very end has outputs of its own.
        Assert.All(kernels, text => Assert.DoesNotContain("TrainingOutputOffset", text, StringComparison.Ordinal));
        run.AssertKernelsCompile();
    }

    [Theory]
    [InlineData("[Dropout(0.5)]")]
    [InlineData("[Flatten][Dropout(0.25)]")]
    [InlineData("[Flatten][Dense(3)][Dropout(0)][Dropout(0.999)][Flatten]")]
    [InlineData("[Dropout(0.5, Name = \"key\")][Flatten][Dense(3, Name = \"DropoutMask\")]")]
    [InlineData("[Dropout(0.5, Name = \"DropoutKey\")][Flatten][Dense(3, Name = \"workspace\")]")]
    public void Dropout_AnywhereAndOfAnyName_Compiles(string layers) =>
        GeneratorRun.Of(Declarations.Network("[Network(1, 4, 4)]" + layers)).AssertKernelsCompile();

    [Fact]
    public void Definition_OfWindows_SaysWhereTheyLie()
    {
        NetworkDefinition definition = Definition(
            Declarations.Network("""
                [Network(1, 20, 20)]
                [Conv2D(2, 3, 5, StrideHeight = 2, PadTop = 1, PadLeft = 3)]
                [MaxPooling2D(3, 2, Strides = 2, PadTop = 2)]
                [AveragePooling2D(2)]
                """),
            "Net");
        Assert.Equal(
            new Conv2DDefinition("Conv2D_1", new Shape(1, 20, 20), new Shape(2, 10, 19), 3, 5, 2, 1, 1, 3), definition.Layers[0]);
        Assert.Equal(
            new MaxPooling2DDefinition("MaxPooling2D_1", new Shape(2, 10, 19), new Shape(2, 5, 9), 3, 2)
            {
                StrideHeight = 2, StrideWidth = 2, PadTop = 2, ParameterOffset = 32,
            },
            definition.Layers[1]);
        Assert.Equal(
            new AveragePooling2DDefinition("AveragePooling2D_1", new Shape(2, 5, 9), new Shape(2, 2, 4), 2, 2) { ParameterOffset = 32 },
            definition.Layers[2]);
    }

    [Theory]
    [InlineData("Conv2D(2, 3, 5)", "conv 3x5")]
    [InlineData("Conv2D(2, 3, Strides = 2, StrideWidth = 1, Padding = Padding.Same)", "conv 3x3, stride 2x1, same padding")]
    [InlineData("Conv2D(2, 1, Padding = Padding.Same)", "conv 1x1")]
    [InlineData("Conv2D(2, 3, Strides = 3, Pad = 1)", "conv 3x3, stride 3, pad 1")]
    [InlineData("Conv2D(2, 3, PadTop = 1, PadBottom = 1)", "conv 3x3, pad 1x0")]
    [InlineData("Conv2D(2, 3, Pad = 1, PadBottom = 0, PadRight = 4)", "conv 3x3, pad top 1, left 1, right 4")]
    [InlineData("MaxPooling2D(3)", "max pool 3x3")]
    [InlineData("MaxPooling2D(3, Strides = 2, Padding = Padding.Same)", "max pool 3x3, stride 2, same padding")]
    [InlineData("AveragePooling2D(3, 2)", "average pool 3x2")]
    [InlineData("AveragePooling2D(3, 2, StrideHeight = 1, Pad = 1)", "average pool 3x2, stride 1x2, pad 1")]
    [InlineData("Dropout(0.25)", "dropout 0.25")]
    public void Table_OfLayers_SaysWhatIsDeclared(string attribute, string operation)
    {
        string text = GeneratorRun.Of(Declarations.Network($"[Network(1, 9, 9)][{attribute}]"))["Net"];
        Assert.Contains($"_1  {operation}  1@9x9 -> ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Definition_ReadByStaticFieldOfTheClass_IsThereAlready()
    {
        NetworkDefinition definition = Definition(
            "using LeNetGen;\n[Network(1, 2, 2)][Flatten] partial class Net "
            + "{ public static readonly NetworkDefinition Early = Definition; }",
            "Net",
            "Early");
        Assert.Equal("Net", definition.Name);
    }

    [Theory]
    [InlineData("1e-9f", "1E-09f")]
    [InlineData("float.MaxValue", "3.4028235E+38f")]
    [InlineData("float.Epsilon", "1E-45f")]
    [InlineData("-0.1f", "-0.1f")]
    [InlineData("-0f", "-0f")]
    [InlineData("16777216", "16777216f")]
    public void Numbers_UnderAnyCulture_AreTheSame(string offset, string literal)
    {
        string source = Declarations.Network(
            $"[Network(1, 8, 8)][Input(Offset = {offset}, Scale = 1.5f)][Conv2D(2000, 3)][Flatten][Dense(10)]");
        string expected = GeneratorRun.Of(source)["Net"];
        Assert.Contains($"Offset: {literal}", expected, StringComparison.Ordinal);
        Assert.Contains("648,000 multiply-adds", expected, StringComparison.Ordinal);

        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = StrangeCulture();
            Assert.Equal(expected, GeneratorRun.Of(source)["Net"]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Messages_UnderAnyCulture_AreTheSame()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = StrangeCulture();
            GeneratorRun.Of(
                Declarations.Network("[Network(1, 8, 8)][Conv2D(-6, 3)]"),
                new Expected("LNG2001", "-6", "Layer 'Conv2D_1': filters is -6; it must be at least 1"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Files_LineEnds_AreLineFeeds()
    {
        string text = GeneratorRun.Of(Declarations.D2l.Replace("\n", "\r\n"))["LeNet"];
        Assert.DoesNotContain('\r', text);
        Assert.DoesNotContain(text.Split('\n'), line => line.EndsWith(' '));
    }

    private static CultureInfo StrangeCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "\u2212";
        return culture;
    }

    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly;

    private static NetworkDefinition Definition(string source, string type, string member = "Definition")
    {
        using var assembly = new MemoryStream();
        Assert.True(GeneratorRun.Of(source).Output.WithAssemblyName($"Emitted{Guid.NewGuid():N}").Emit(assembly).Success);
        Type network = Assembly.Load(assembly.ToArray()).GetType(type)!;
        object? value = network.GetProperty(member, Static)?.GetValue(null) ?? network.GetField(member, Static)?.GetValue(null);
        return Assert.IsType<NetworkDefinition>(value);
    }

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    private static void AssertEmitted(GeneratorRun run, string name)
    {
        Assert.NotEmpty(run[name]);
        run.AssertKernelsCompile();
    }
}
