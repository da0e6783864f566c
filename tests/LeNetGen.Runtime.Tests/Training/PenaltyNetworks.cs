using LeNetGen.Tests.Reference;
using static LeNetGen.Layers;

namespace LeNetGen.Tests.Training;

/// <summary>Networks that end in radial basis functions, and so in penalties.</summary>
internal static class PenaltyNetworks
{
    /// <summary>Everything that LeNet-5 of 1998 has, in small: 8x8 pixels, four classes.</summary>
    public static NetworkDefinition Small { get; } = Of(image =>
    {
        Node x = image.Call("C1", new Conv2DAttribute(3, 3) { Activation = Activation.ScaledTanh });
        x = x.Call("S2", new Subsampling2DAttribute(2) { Activation = Activation.ScaledTanh });
        x = x.Call("C3", new Conv2DAttribute(2, 2) { Activation = Activation.ScaledTanh, Connections = ["X.", "XX", ".X"] });
        x = Flatten(x).Dense("F6", 5, Activation.ScaledTanh);
        return x.Call("Codes", new RbfAttribute("X.X.X", "XX..X", "..XXX", ".X..."));
    });

    private static NetworkDefinition Of(Func<Node, Node> forward) =>
        Traced.Network("Penalties", new Shape(1, 8, 8), ["C1", "S2", "C3", "F6", "Codes"], forward);
}
