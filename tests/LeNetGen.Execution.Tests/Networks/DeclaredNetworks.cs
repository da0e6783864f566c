using LeNetGen.Execution;
using LeNetGen.Execution.Tests.Graphs;
using LeNetGen.Training;

namespace LeNetGen.Execution.Tests.Networks;

/// <summary>The networks that are tested, by name: the sample's six, and those that the tests declare.</summary>
internal static class DeclaredNetworks
{
    public static readonly IReadOnlyDictionary<string, Func<VectorWidth, Network>> Factories = new Dictionary<string, Func<VectorWidth, Network>>
    {
        [nameof(LeNet)] = width => new LeNet(1, width),
        [nameof(Mlp)] = width => new Mlp(2, width),
        [nameof(TorchLeNet)] = width => new TorchLeNet(3, width),
        [nameof(Strided)] = width => new Strided(4, width),
        [nameof(Wide)] = width => new Wide(5, width),
        [nameof(Bare)] = width => new Bare(6, width),
        [nameof(Leaky)] = width => new Leaky(7, width),
        [nameof(Overlapping)] = width => new Overlapping(8, width),
        [nameof(Covered)] = width => new Covered(9, width),
        [nameof(KerasLeNet)] = width => new KerasLeNet(10, width),
        [nameof(LeNet5)] = width => new LeNet5(11, width),
        [nameof(SubclassedLeNet)] = width => new SubclassedLeNet(12, width),
        [nameof(Dropped)] = width => new Dropped(13, width),
        [nameof(DroppedLast)] = width => new DroppedLast(14, width),
        [nameof(FunctionalLeNet)] = width => new FunctionalLeNet(15, width),
        [nameof(SamePaddedSubclass)] = width => new SamePaddedSubclass(16, width),
        [nameof(ResidualLeNet)] = width => new ResidualLeNet(17, width),
        [nameof(InceptionLeNet)] = width => new InceptionLeNet(18, width),
        [nameof(TwoTowerLeNet)] = width => new TwoTowerLeNet(19, width),
        [nameof(Unrolled)] = width => new Unrolled(20, width),
        [nameof(LeNet5Of1998)] = width => new LeNet5Of1998(21, width),
        [nameof(Connected)] = width => new Connected(22, width),
        [nameof(ConnectedGraph)] = width => new ConnectedGraph(23, width),
        [nameof(SharedCodes)] = width => new SharedCodes(24, width),
        [nameof(Windows)] = width => new Windows(25, width),
        [nameof(Narrow)] = width => new Narrow(26, width),
        [nameof(Stripped)] = width => new Stripped(27, width),
    };

    public static readonly VectorWidth[] Widths = [VectorWidth.Bits512, VectorWidth.Bits256, VectorWidth.Bits128, VectorWidth.Scalar];

    /// <summary>Every network at every width.</summary>
    public static TheoryData<string, VectorWidth> AtEveryWidth
    {
        get
        {
            var data = new TheoryData<string, VectorWidth>();
            foreach (string name in Factories.Keys)
            {
                foreach (VectorWidth width in Widths)
                    data.Add(name, width);
            }

            return data;
        }
    }

    /// <summary>A loss that a network can be trained with, with labels alone.</summary>
    public static Loss LossFor(NetworkDefinition network) =>
        network.OutputsArePenalties ? new MaximumAPosteriori() : new SparseCategoricalCrossEntropy();

    /// <summary>A network whose biases are not zero, so that they count in a comparison.</summary>
    public static Network Create(string name, VectorWidth width)
    {
        Network network = Factories[name](width);
        var random = new Random(7);
        foreach (ParameterDefinition parameter in network.Definition.Parameters.Where(parameter => parameter.IsBias))
        {
            foreach (ref float bias in network.Parameters.Slice(parameter.Offset, parameter.Length))
                bias = (float)(random.NextDouble() - 0.5);
        }

        return network;
    }
}
