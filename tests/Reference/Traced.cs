using LeNetGen.Execution;

namespace LeNetGen.Tests.Reference;

/// <summary>Networks declared by running a Forward method, without a generator.</summary>
internal static class Traced
{
    /// <summary>Runs a Forward method over an input of pixels that are used as they are.</summary>
    /// <param name="name">The network's name.</param>
    /// <param name="input">(channels, height, width) of the input.</param>
    /// <param name="layers">The names of its layers that are methods.</param>
    /// <param name="forward">The method.</param>
    public static NetworkDefinition Network(string name, Shape input, string[] layers, Func<Node, Node> forward) =>
        ForwardTrace.Of(
            name,
            new NetworkAttribute(input.Channels, input.Height, input.Width),
            new InputDefinition(input, Scale: 1, Offset: 0, Pad: 0),
            layers,
            forward);

    /// <summary>A convolution with a square kernel and <see cref="Padding.Same"/>.</summary>
    public static Node Conv(this Node x, string name, int filters, int kernel, Activation activation = Activation.None) =>
        x.Call(name, new Conv2DAttribute(filters, kernel) { Padding = Padding.Same, Activation = activation });

    /// <summary>A dense layer.</summary>
    public static Node Dense(this Node x, string name, int units, Activation activation = Activation.None) =>
        x.Call(name, new DenseAttribute(units) { Activation = activation });
}
