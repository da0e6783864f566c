using LeNetGen.Reporting.Networks;
using LeNetGen.Tests.Reference;
using static LeNetGen.Layers;

namespace LeNetGen.Runtime.Tests.Reporting;

/// <summary>Where the layers of graphs and the arrows between them lie.</summary>
public sealed class NetworkLanesTests
{
    private static readonly Shape s_image = new(1, 4, 4);

    [Fact]
    public void Lanes_OneLayerAfterTheOther_AreOne()
    {
        var lanes = new NetworkLanes(Networks.D2L);
        Assert.Equal(1, lanes.Count);
        Assert.Equal(Enumerable.Range(-1, 8).Select(from => new NetworkEdge(from, from + 1, 0)), lanes.Edges);
    }

    [Fact]
    public void Lanes_ResidualConnections_GoBesideTheColumn()
    {
        NetworkDefinition network = Traced.Network("Residual", s_image, ["A", "B"], image =>
        {
            Node x = image.Conv("A", 1, 3) + image;
            return x.Conv("B", 1, 3) + x;
        });
        var lanes = new NetworkLanes(network);
        Assert.Equal(2, lanes.Count);
        Assert.All(Enumerable.Range(-1, 5), layer => Assert.Equal(0, lanes.LaneOf(layer)));
        Assert.Equal(
            [new(-1, 0, 0), new(-1, 1, 1), new(0, 1, 0), new(1, 2, 0), new(1, 3, 1), new(2, 3, 0)], lanes.Edges);
    }

    [Fact]
    public void Lanes_Branches_LieSideBySideAndMeetInTheFirst()
    {
        // The calls: a, b, bb, c; what joins them is the last.
        NetworkDefinition network = Traced.Network("Branches", s_image, ["A", "B", "C"], image =>
            Concatenate(image.Conv("A", 1, 3), Relu(image.Conv("B", 1, 3)), image.Conv("C", 1, 3)));
        var lanes = new NetworkLanes(network);
        Assert.Equal([0, 0, 1, 1, 2, 0], Enumerable.Range(-1, 6).Select(lanes.LaneOf));
        Assert.Equal(
            [new(-1, 0, 0), new(-1, 1, 1), new(-1, 3, 2), new(0, 4, 0), new(1, 2, 1), new(2, 4, 1), new(3, 4, 2)], lanes.Edges);
    }

    [Fact]
    public void Lanes_LayerReadTwice_HasTwoArrows()
    {
        var lanes = new NetworkLanes(Traced.Network("Square", s_image, [], image => image * image));
        Assert.Equal([new(-1, 0, 0), new(-1, 0, 1)], lanes.Edges);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Lanes_RandomGraphs_HaveEveryArrowAndNoneThroughALayerOrAnotherArrow(int seed)
    {
        var random = new Random(seed);
        for (int draw = 0; draw < 100; draw++)
        {
            NetworkDefinition network = RandomGraph(random);
            var lanes = new NetworkLanes(network);

            IEnumerable<(int From, int To)> expected =
                from layer in Enumerable.Range(0, network.Layers.Length) from input in network.InputsOf(layer) select (input, layer);
            Assert.Equal(expected.Order(), lanes.Edges.Select(edge => (edge.From, edge.To)).Order());
            AssertFree(network, lanes);
        }
    }

    /// <summary>Each lane between two rows holds one arrow at most, or those of one layer; in a row, a layer or an arrow.</summary>
    private static void AssertFree(NetworkDefinition network, NetworkLanes lanes)
    {
        for (int lane = 0; lane < lanes.Count; lane++)
        {
            int at = lane;
            Assert.True(lanes.Edges.Any(edge => edge.Lane == at) || lane == 0);
            for (int row = -1; row < network.Layers.Length; row++)
            {
                int passing = lanes.Edges.Count(edge => edge.Lane == at && edge.From < row && edge.To > row);
                int here = lanes.LaneOf(row) == lane ? 1 : 0;
                Assert.True(passing + here <= 1, $"{network.Name}: lane {lane}, row {row}");
                Assert.InRange(lanes.Edges.Count(edge => edge.Lane == at && edge.From <= row && edge.To > row), 0, 1);
            }
        }
    }

    private static NetworkDefinition RandomGraph(Random random) => Traced.Network($"Graph{random.Next()}", s_image, [], image =>
    {
        List<Node> nodes = [image];
        for (int call = 0; call < 12; call++)
        {
            Node first = nodes[random.Next(Math.Max(0, nodes.Count - 4), nodes.Count)], second = nodes[random.Next(nodes.Count)];
            nodes.Add(random.Next(3) switch { 0 => Relu(first), 1 => first + second, _ => first * second });
        }

        // All that is left over is read at last.
        return Concatenate([.. nodes.Where(_ => random.Next(3) == 0).Append(nodes[^1])]);
    });
}
