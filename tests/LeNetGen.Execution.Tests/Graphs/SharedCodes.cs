using static LeNetGen.Layers;

namespace LeNetGen.Execution.Tests.Graphs;

/// <summary>Two layers of radial basis functions read one vector, so that the gradients of both are added up.</summary>
[Network(1, 4, 4)]
internal sealed partial class SharedCodes
{
    [Dense(6)] private static partial Node Code(Node x);

    [Rbf("XX.X..", "..XX.X", "X.X.X.")] private static partial Node Near(Node x);

    [Rbf(".X.X.X", "XXX...", "X....X")] private static partial Node Far(Node x);

    private static Node Forward(Node image)
    {
        Node x = ScaledTanh(Code(Flatten(image)));
        return Near(x) * Far(x);
    }
}
