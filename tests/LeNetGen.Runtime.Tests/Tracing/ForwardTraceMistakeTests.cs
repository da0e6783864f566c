using LeNetGen.Execution;
using LeNetGen.Tests.Reference;
using static LeNetGen.Layers;

namespace LeNetGen.Tests.Tracing;

/// <summary>What Forward cannot do, and the sentence that says so.</summary>
public sealed class ForwardTraceMistakeTests
{
    private static readonly Shape s_image = new(2, 6, 5);

    public static TheoryData<string, string> Mistakes => new()
    {
        { "add", "Layer 'Add_1' joins 'A' (3@6x5) and 'B' (4@6x5), whose shapes differ." },
        { "multiply", "Layer 'Multiply_1' joins 'the network's input' (2@6x5) and 'Flatten_1' (60), whose shapes differ." },
        {
            "concatenate heights",
            "Layer 'Concatenate_1' joins 'A' (3@6x5) and 'MaxPooling2D_1' (2@3x2), "
            + "which are neither vectors nor images of the same height and width."
        },
        {
            "concatenate vector",
            "Layer 'Concatenate_1' joins 'MaxPooling2D_1' (2@1x1) and 'Flatten_1' (2), "
            + "which are neither vectors nor images of the same height and width."
        },
        { "share dense", "Layer 'D_2' reads 60, but 'D', whose parameters it shares, reads 2." },
        { "share convolution", "Layer 'A_2' reads 3@6x5, but 'A', whose parameters it shares, reads 2@6x5." },
        { "share subsampling", "Layer 'S_2' reads 3@3x2, but 'S', whose parameters it shares, reads 2@6x5." },
        { "subsampling of a vector", "Layer 'S' reads an image, not a vector of 60 elements." },
        { "subsampling with softmax", "Layer 'S': softmax is taken of a vector, not of the images of a subsampling." },
        { "codes of an image", "Layer 'R': radial basis functions read a vector, not 2@6x5; call Flatten before them." },
        { "codes too short", "Layer 'R': its codes have 3 elements, but it reads 60." },
        { "codes of two lengths", "Row 1 of a table has 2 marks and dots, but row 0 has 3." },
        { "code of another character", "Row 0 of a table has the character 'x', but a table has only 'X' and '.'." },
        { "connections of another size",
            "Layer 'A': Connections is a table of 1 rows and 3 columns, but there are 2 input channels and 3 filters." },
        { "filter without input", "Layer 'A': filter 1 is connected to no input channel." },
        { "dense of an image", "Layer 'D': a dense layer reads a vector, not 2@6x5; call Flatten before it." },
        { "convolution of a vector", "Layer 'A' reads an image, not a vector of 60 elements." },
        { "softmax of an image", "Layer 'Softmax_1' is a softmax, which is taken of a vector, not of 2@6x5." },
        { "softmax of a convolution", "Layer 'A': softmax is taken of a vector, not of the images of a convolution." },
        { "softmax in between", "Layer 'Softmax_1' ends in softmax, but is not the last one of 'Wrong'." },
        { "dense softmax in between", "Layer 'D' ends in softmax, but is not the last one of 'Wrong'." },
        { "slope", "Layer 'LeakyReLU_1': the negative slope -0.5 is not a finite number of at least 0." },
        { "slope of a layer", "Layer 'D': the negative slope NaN is not a finite number of at least 0." },
        { "rate", "Layer 'Dropout_1': the rate 1 is not from 0 to below 1." },
        { "pool", "Layer 'MaxPooling2D_1': a 7x2 window does not fit its input 2@6x5 and the padding." },
        { "pool of 0", "Layer 'AveragePooling2D_1': the window's height must be at least 1, but is 0." },
        { "stride", "Layer 'A': StrideWidth must be at least 1, but is 0." },
        { "filters", "Layer 'A': Filters must be at least 1, but is 0." },
        { "units", "Layer 'D': Units must be at least 1, but is -1." },
        { "pad", "Layer 'A': a padding of -1 pixels is negative." },
        { "pad beside same", "Layer 'A': Padding.Same leaves no room for a padding of 1 pixels beside it." },
        { "pad beyond pool", "Layer 'P': its padding is not smaller than its 2x2 windows." },
        { "padding", "Layer 'A': Padding has no value 7." },
        { "activation", "Layer 'D': Activation has no value 77." },
        { "initializer", "Layer 'D': BiasInitializer has no value 99." },
        { "unknown method", "'E' is none of the network's layers." },
        { "nothing", "Forward of network 'Wrong' returns its input: there are no layers." },
        { "null", "Forward of network 'Wrong' returns no node." },
        { "no nodes", "Concatenate needs one node at least." },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void Trace_Mistake_SaysWhichLayersAndShapes(string mistake, string message)
    {
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(
            () => Traced.Network("Wrong", s_image, ["A", "B", "D", "P", "R", "S"], image => Make(mistake, image)));
        Assert.Equal(message, exception.Message.Replace(" (Parameter '" + exception.ParamName + "')", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Trace_NodesOfTwoRuns_CannotMeet()
    {
        Node? kept = null;
        Traced.Network("First", s_image, ["A"], image => kept = image.Conv("A", 2, 1));

        Assert.Contains("'A', which another run", Message(image => image + kept!), StringComparison.Ordinal);
        Assert.Contains("'the network's input', which another run", Message(image => kept! * image), StringComparison.Ordinal);
        Assert.Contains("'A', which another run", Message(image => Concatenate(image, kept!)), StringComparison.Ordinal);
        Assert.Contains("returns a node that another run made", Message(_ => Relu(kept!)), StringComparison.Ordinal);
    }

    [Fact]
    public void Trace_InputOfAnotherShape_Throws()
    {
        var network = new NetworkAttribute(1, 2, 3);
        var input = new InputDefinition(new Shape(1, 3, 2), 1, 0, 0);
        ArgumentException exception = Assert.Throws<ArgumentException>("input", () => ForwardTrace.Of("Wrong", network, input, [], Relu));
        Assert.StartsWith("Network 'Wrong' is declared for 1@2x3, but its input is 1@3x2.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Functions_NoNode_Throw()
    {
        Assert.Throws<ArgumentNullException>("x", () => Relu(null!));
        Assert.Throws<ArgumentNullException>("x", () => Flatten(null!));
        Assert.Throws<ArgumentNullException>("nodes", () => Concatenate(null!));
        Traced.Network("Any", s_image, ["A"], image =>
        {
            Assert.Throws<ArgumentNullException>("right", () => image + null!);
            Assert.Throws<ArgumentNullException>("left", () => null! * image);
            Assert.Throws<ArgumentNullException>("nodes", () => Concatenate(image, null!));
            Assert.Throws<ArgumentNullException>("attribute", () => image.Call("A", null!));
            Assert.Throws<ArgumentNullException>("name", () => image.Call(null!, new FlattenAttribute()));
            return Relu(image);
        });
    }

    private static string Message(Func<Node, Node> forward) =>
        Assert.Throws<ArgumentException>(() => Traced.Network("Second", s_image, ["A"], forward)).Message;

    private static Node Make(string mistake, Node image) => mistake switch
    {
        "add" => image.Conv("A", 3, 3) + image.Conv("B", 4, 3),
        "multiply" => image * Flatten(image),
        "concatenate heights" => Concatenate(image.Conv("A", 3, 1), MaxPooling2D(image, 2)),
        "concatenate vector" => MaxPooling2D(image, 6, 5) is var one ? Concatenate(one, Flatten(one)) : image,
        "share dense" => Concatenate(Flatten(MaxPooling2D(image, 6, 5)).Dense("D", 2), Flatten(image).Dense("D", 2)),
        "share convolution" => image.Conv("A", 3, 1).Conv("A", 3, 1),
        "share subsampling" => image.Call("S", new Subsampling2DAttribute(2)).Conv("A", 3, 1).Call("S", new Subsampling2DAttribute(2)),
        "subsampling of a vector" => Flatten(image).Call("S", new Subsampling2DAttribute(2)),
        "subsampling with softmax" => image.Call("S", new Subsampling2DAttribute(2) { Activation = Activation.Softmax }),
        "codes of an image" => image.Call("R", new RbfAttribute("X.X")),
        "codes too short" => Flatten(image).Call("R", new RbfAttribute("X.X")),
        "codes of two lengths" => Flatten(image).Call("R", new RbfAttribute("X.X", "X.")),
        "code of another character" => Flatten(image).Call("R", new RbfAttribute("Xx.")),
        "connections of another size" => image.Call("A", new Conv2DAttribute(3, 1) { Connections = ["X.X"] }),
        "filter without input" => image.Call("A", new Conv2DAttribute(3, 1) { Connections = ["X.X", "X.."] }),
        "dense of an image" => image.Dense("D", 3),
        "convolution of a vector" => Flatten(image).Conv("A", 3, 1),
        "softmax of an image" => Softmax(image),
        "softmax of a convolution" => image.Conv("A", 3, 1, Activation.Softmax),
        "softmax in between" => Relu(Softmax(Flatten(image))),
        "dense softmax in between" => Relu(Flatten(image).Dense("D", 3, Activation.Softmax)),
        "slope" => LeakyRelu(image, -0.5f),
        "slope of a layer" => Flatten(image).Call(
            "D", new DenseAttribute(2) { Activation = Activation.LeakyReLU, NegativeSlope = float.NaN }),
        "rate" => Dropout(image, 1),
        "pool" => MaxPooling2D(image, 7, 2),
        "pool of 0" => AveragePooling2D(image, 0),
        "stride" => image.Call("A", new Conv2DAttribute(1, 1) { StrideWidth = 0 }),
        "filters" => image.Conv("A", 0, 1),
        "units" => Flatten(image).Dense("D", -1),
        "pad" => image.Call("A", new Conv2DAttribute(1, 1) { PadLeft = -1 }),
        "pad beside same" => image.Call("A", new Conv2DAttribute(1, 1) { Padding = Padding.Same, PadTop = 1 }),
        "pad beyond pool" => image.Call("P", new MaxPooling2DAttribute(2) { PadRight = 2 }),
        "padding" => image.Call("A", new Conv2DAttribute(1, 1) { Padding = (Padding)7 }),
        "activation" => Flatten(image).Dense("D", 1, (Activation)77),
        "initializer" => Flatten(image).Call("D", new DenseAttribute(1) { BiasInitializer = (Initializer)99 }),
        "unknown method" => image.Conv("E", 1, 1),
        "nothing" => image,
        "null" => null!,
        "no nodes" => Concatenate(),
        _ => throw new ArgumentException($"'{mistake}' is no mistake.", nameof(mistake)),
    };
}
