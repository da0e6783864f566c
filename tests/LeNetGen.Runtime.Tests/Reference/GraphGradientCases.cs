using static LeNetGen.Layers;

namespace LeNetGen.Tests.Reference;

/// <summary>Small graphs for every join, every activation by itself, forks and shared layers.</summary>
internal static class GraphGradientCases
{
    private static readonly string[] s_layers = ["First", "A", "B", "C", "Last"];

    /// <summary>The networks.</summary>
    public static IEnumerable<NetworkDefinition> All => Joins().Concat(Forks()).Concat(Shared()).Concat(Activations());

    private static IEnumerable<NetworkDefinition> Joins() =>
    [
        Between("Add, of two branches", x => x.Conv("A", 2, 3) + x.Conv("B", 2, 1)),
        Between("Add, a residual connection", x => Relu(x + x.Conv("A", 2, 3))),
        Between("Add, of a layer to itself", x => x + x),
        Between("Add, of vectors", x => Flatten(x).Dense("A", 3) + Flatten(x).Dense("B", 3)),
        Between("Multiply, of two branches", x => x.Conv("A", 2, 3) * x.Conv("B", 2, 1)),
        Between("Multiply, a gate", x => x * Sigmoid(x.Conv("A", 2, 3))),
        Between("Multiply, of a layer by itself", x => x * x),
        Between("Concatenate, of images", x => Concatenate(x.Conv("A", 1, 3), x, x.Conv("B", 3, 1)).Conv("C", 2, 2)),
        Between("Concatenate, of vectors", x => Concatenate(Flatten(x).Dense("A", 3), Flatten(x), Flatten(x).Dense("B", 2))),
        Between("Concatenate, of a layer twice", x => Concatenate(x, x.Conv("A", 1, 1), x)),
        Between("Concatenate, of one", x => Concatenate(x)),
        Between("Concatenate, at the end", x => Concatenate(Flatten(x).Dense("A", 2), Flatten(x).Dense("B", 1)), ending: x => x),
        Of("Add, of the image", image => image + Tanh(image.Conv("A", 1, 3)) + image),
        Of("Multiply, by what has no gradient", image => Relu(image.Conv("A", 1, 3)) * Sigmoid(AveragePooling2D(image, 1))),
        Of("Concatenate, with the image", image => Concatenate(image, image.Conv("A", 1, 3), MaxPooling2D(image, 1)).Conv("B", 2, 2)),
    ];

    private static IEnumerable<NetworkDefinition> Forks() =>
    [
        Between("fork, to three", x => Tanh(x.Conv("A", 2, 3)) + Sigmoid(x) * x.Conv("B", 2, 1)),
        Between("fork, before pools", x => Concatenate(MaxPooling2D(x, 2), AveragePooling2D(x, 2), MaxPooling2D(x.Conv("A", 1, 2), 2))),
        Between("fork, of forks", x => Fork(Fork(x.Conv("A", 2, 3)))),
        Between("fork, before dropout", x => Dropout(x, 0.3) + Dropout(x.Conv("A", 2, 1), 0.4)),
    ];

    private static IEnumerable<NetworkDefinition> Shared() =>
    [
        Between("Conv2D, shared side by side", x => x.Conv("A", 2, 3) * Tanh(x).Conv("A", 2, 3)),
        Between("Conv2D, shared one behind the other", x => Tanh(Tanh(x.Conv("A", 2, 3)).Conv("A", 2, 3)).Conv("A", 2, 3)),
        Between("Conv2D, shared at two sizes", x => Concatenate(
            Flatten(x.Conv("A", 2, 3, Activation.Tanh)), Flatten(MaxPooling2D(x, 2).Conv("A", 2, 3, Activation.Tanh)))),
        Between("Dense, shared side by side", x => Shared(Flatten(x), Flatten(Tanh(x.Conv("B", 2, 1))))),
        Between("Dense, shared one behind the other", x => Flatten(x).Dense("A", 4).Dense("B", 4, Activation.Tanh).Dense("B", 4)),
        Of("two towers that share everything", image => Concatenate(Tower(image), Tower(image * image))),
    ];

    private static IEnumerable<NetworkDefinition> Activations() =>
        from activation in new (string Name, Func<Node, Node> Apply)[]
        {
            ("ReLU", Relu), ("LeakyReLU", x => LeakyRelu(x, 0.3f)), ("Sigmoid", Sigmoid), ("Tanh", Tanh),
        }
        from network in new[]
        {
            Between($"Activation by itself, {activation.Name} of a convolution", x => activation.Apply(x.Conv("A", 2, 3))),
            Between($"Activation by itself, {activation.Name} of a pooling", x => activation.Apply(AveragePooling2D(x.Conv("A", 2, 3), 2))),
            Between($"Activation by itself, {activation.Name} of a sum", x => activation.Apply(x + x.Conv("A", 2, 1))),
            Between($"Activation by itself, {activation.Name} after another", x => activation.Apply(x.Conv("A", 2, 3, Activation.Tanh))),
            Between($"Activation by itself, {activation.Name} at the end", x => Flatten(x).Dense("A", 3), ending: activation.Apply),
        }
        select network;

    private static Node Fork(Node x) => Tanh(x) * x + x;

    private static Node Shared(Node left, Node right) => left.Dense("A", 3) * right.Dense("A", 3);

    private static Node Tower(Node x) => Flatten(MaxPooling2D(x.Conv("A", 2, 3, Activation.Tanh), 2)).Dense("B", 3, Activation.Sigmoid);

    /// <summary>Layers with parameters before and behind.</summary>
    private static NetworkDefinition Between(string name, Func<Node, Node> forward, Func<Node, Node>? ending = null) =>
        Of(name, image => forward(image.Conv("First", 2, 1, Activation.Tanh)), ending);

    private static NetworkDefinition Of(string name, Func<Node, Node> forward, Func<Node, Node>? ending = null) =>
        Traced.Network(name, new Shape(1, 4, 5), s_layers, image =>
            (ending ?? (x => Softmax(Flatten(x).Dense("Last", 3))))(forward(image)));
}
