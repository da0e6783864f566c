using System.Collections.Immutable;

namespace LeNetGen.Tests.Definition;

/// <summary>What a definition must be, and what it knows.</summary>
public sealed class NetworkDefinitionTests
{
    private static readonly Shape s_image = new(2, 4, 4);
    private static readonly Conv2DDefinition s_first = Convolution("A", 0);

    [Fact]
    public void Graph_ForkAndJoin_KnowsInputsReadersAndShapes()
    {
        NetworkDefinition network = Network(
            [s_first, Activated("R"), new AddDefinition("Sum", s_image, s_image) { ParameterOffset = 38 }, Activated("S")],
            [[-1], [0], [0, 1], [2]]);

        Assert.False(network.IsSequential);
        Assert.Equal([0, 1], network.InputsOf(2).AsEnumerable());
        Assert.Equal([1, 2], network.ReadersOf(0));
        Assert.Equal([0], network.ReadersOf(NetworkDefinition.InputIndex));
        Assert.Equal([], network.ReadersOf(3));
        Assert.Equal(s_image, network.ShapeOf(NetworkDefinition.InputIndex));
        Assert.Equal(s_image, network.ShapeOf(2));
        Assert.Equal(38, network.ParameterCount);
    }

    [Fact]
    public void Graph_LayersThatFollowOneAnother_IsSequential()
    {
        Assert.True(Network([s_first, Activated("R")], [[-1], [0]]).IsSequential);
        Assert.True(new NetworkDefinition("Net", Input, [s_first, Activated("R")]).IsSequential);
        AddDefinition twice = new("Twice", s_image, s_image) { ParameterOffset = 38 };
        Assert.False(Network([s_first, twice], [[-1], [0, 0]]).IsSequential);
    }

    [Fact]
    public void Shared_Convolution_CountsItsParametersOnce()
    {
        NetworkDefinition network = Network([s_first, Convolution("B", 0) with { SharesWith = "A" }], [[-1], [0]]);
        Assert.Equal(38, network.ParameterCount);
        Assert.Equal(["A.weight", "A.bias"], network.Parameters.Select(tensor => tensor.Name));
        Assert.Equal(0, network.Layers[1].ParameterCount);
        Assert.Equal(2 * s_first.MultiplyAdds, network.MultiplyAdds);
    }

    public static TheoryData<string, string> Mistakes => new()
    {
        { "no layers", "Network 'Net' has no layers." },
        { "inputs of fewer layers", "Network 'Net' has 2 layers, but inputs of 1." },
        { "a sum of one", "Layer 'Sum' of kind Add cannot read 1 layers." },
        { "a sum of three", "Layer 'Sum' of kind Add cannot read 3 layers." },
        { "a convolution of two", "Layer 'A' of kind Conv2D cannot read 2 layers." },
        { "a concatenation of none", "Layer 'Sum' of kind Concatenate cannot read 0 layers." },
        { "itself", "Layer 'R' does not come after layer 1, which it reads." },
        { "a later layer", "Layer 'A' does not come after layer 1, which it reads." },
        { "below the input", "Layer 'A' does not come after layer -2, which it reads." },
        { "another shape", "Layer 'R' reads 2@4x4, but is given 3@4x4." },
        { "a second addend of another shape", "Layer 'Sum' reads 2@4x4, but is given 3@4x4." },
        { "a concatenation that loses", "Layer 'Sum' writes 3@4x4, which is not all that it reads." },
        { "nobody", "Nothing reads layer 'R'." },
        { "a gap of parameters", "The parameters of layer 'B' start at 40, not at 38." },
        { "parameters once more", "The parameters of layer 'B' start at 0, not at 38." },
        { "an owner that is none", "Layer 'B' cannot share the parameters of 'C'." },
        { "an owner of other shape", "Layer 'B' cannot share the parameters of 'A'." },
        { "an owner elsewhere", "Layer 'B' cannot share the parameters of 'A'." },
        { "itself as owner", "Layer 'B' cannot share the parameters of 'B'." },
        { "an owner that shares", "Layer 'C' cannot share the parameters of 'B'." },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void Definition_Mistake_SaysWhichLayer(string mistake, string message)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Make(mistake));
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DifferenceFrom_AnyChange_IsNamed()
    {
        AddDefinition sum = new("Sum", s_image, s_image) { ParameterOffset = 38 };
        NetworkDefinition network = Network([s_first, Activated("R"), sum], [[-1], [0], [0, 1]]);

        Assert.Null(network.DifferenceFrom(Network([s_first, Activated("R"), sum], [[-1], [0], [0, 1]])));
        Assert.Equal(
            "Layer 'Sum' reads 0 and 1, the other one's 1 and 0.",
            network.DifferenceFrom(Network([s_first, Activated("R"), sum], [[-1], [0], [1, 0]])));
        Assert.StartsWith(
            "Layer 1 is ActivationDefinition { Name = R",
            network.DifferenceFrom(Network([s_first, Activated("S"), sum], [[-1], [0], [0, 1]])), StringComparison.Ordinal);
        Assert.Equal(
            "There are 3 layers, not 4.",
            network.DifferenceFrom(Network([s_first, Activated("R"), sum, Activated("S")], [[-1], [0], [0, 1], [2]])));
        Assert.Equal(
            "The network is called 'Net', the other one 'Other'.",
            network.DifferenceFrom(new NetworkDefinition("Other", Input, [s_first])));
        Assert.StartsWith(
            "The input is InputDefinition { Shape = 2@4x4, Scale = 1,",
            network.DifferenceFrom(new NetworkDefinition("Net", Input with { Scale = 2 }, [s_first])), StringComparison.Ordinal);
    }

    private static InputDefinition Input => new(s_image, Scale: 1, Offset: 0, Pad: 0);

    private static NetworkDefinition Make(string mistake)
    {
        ActivationDefinition r = Activated("R");
        AddDefinition sum = new("Sum", s_image, s_image) { ParameterOffset = 38 };
        Conv2DDefinition b = Convolution("B", 38), wide = Convolution("A", 0) with { Output = new Shape(3, 4, 4) };
        ActivationDefinition beside = Activated("R") with { ParameterOffset = 57 };
        return mistake switch
        {
            "no layers" => Network([], []),
            "inputs of fewer layers" => Network([s_first, r], [[-1]]),
            "a sum of one" => Network([s_first, sum], [[-1], [0]]),
            "a sum of three" => Network([s_first, sum], [[-1], [0, 0, 0]]),
            "a convolution of two" => Network([s_first], [[-1, -1]]),
            "a concatenation of none" => Network([s_first, new ConcatenateDefinition("Sum", s_image, s_image)], [[-1], []]),
            "itself" => Network([s_first, r], [[-1], [1]]),
            "a later layer" => Network([s_first, r], [[1], [-1]]),
            "below the input" => Network([s_first], [[-2]]),
            "another shape" => Network([wide, beside], [[-1], [0]]),
            "a second addend of another shape" => Network([wide, sum with { ParameterOffset = 57 }], [[-1], [-1, 0]]),
            "a concatenation that loses" => Network(
                [s_first, new ConcatenateDefinition("Sum", s_image, new Shape(3, 4, 4))], [[-1], [-1, 0]]),
            "nobody" => Network([s_first, r, Activated("S")], [[-1], [0], [0]]),
            "a gap of parameters" => Network([s_first, b with { ParameterOffset = 40 }], [[-1], [0]]),
            "parameters once more" => Network([s_first, b with { ParameterOffset = 0 }], [[-1], [0]]),
            "an owner that is none" => Network([s_first, b with { SharesWith = "C", ParameterOffset = 0 }], [[-1], [0]]),
            "an owner of other shape" => Network(
                [s_first, b with { SharesWith = "A", ParameterOffset = 0, KernelHeight = 1, PadTop = 0 }], [[-1], [0]]),
            "an owner elsewhere" => Network([s_first, b with { SharesWith = "A", ParameterOffset = 1 }], [[-1], [0]]),
            "itself as owner" => Network([s_first, b with { SharesWith = "B", ParameterOffset = 0 }], [[-1], [0]]),
            "an owner that shares" => Network(
                [s_first, b with { SharesWith = "A", ParameterOffset = 0 }, Convolution("C", 0) with { SharesWith = "B" }],
                [[-1], [0], [1]]),
            _ => throw new InvalidOperationException($"'{mistake}' is no mistake."),
        };
    }

    private static NetworkDefinition Network(
        ImmutableArray<LayerDefinition> layers, ImmutableArray<ImmutableArray<int>> inputs) => new("Net", Input, layers, inputs);

    private static Conv2DDefinition Convolution(string name, int offset) =>
        new(name, s_image, s_image, 3, 3, 1, 1, 1, 1) { ParameterOffset = offset };

    private static ActivationDefinition Activated(string name) =>
        new(name, s_image, s_image) { Activation = Activation.ReLU, ParameterOffset = 38 };
}
