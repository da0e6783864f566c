using static LeNetGen.Layers;

namespace LeNetGen.Execution.Tests.Graphs;

/// <summary>Tables of connections, subsampling and codes as methods; the first two are called twice and share their parameters.</summary>
[Network(1, 12, 12)]
internal sealed partial class ConnectedGraph
{
    [Conv2D(4, 3, Pad = 1)] private static partial Node Stem(Node x);

    [Conv2D(4, 3, Pad = 1, Connections = ["XX..", ".XX.", "..XX", "X..X"])] private static partial Node Ring(Node x);

    [Subsampling2D(2, Activation = Activation.Tanh)] private static partial Node Halve(Node x);

    [Rbf("XX.X..X.X XX.X..X.X .X.XX.X.X ..XX..XX.", ".X.XX..XX X..X.XX.. XXX...XXX X.X.X.X.X", "......... XXXXXXXXX ......... XXXXXXXXX")]
    private static partial Node Distances(Node x);

    private static Node Forward(Node image)
    {
        Node x = ScaledTanh(Stem(image));
        x = Halve(Ring(x) + x);
        return Distances(Flatten(Halve(Ring(x))));
    }
}
