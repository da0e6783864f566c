using LeNetGen.Tests.Reference;
using static LeNetGen.Layers;

namespace LeNetGen.Runtime.Tests.Reporting;

/// <summary>Networks that are more than one layer after the other.</summary>
internal static class Graphs
{
    private static readonly Shape s_digit = new(1, 28, 28);

    /// <summary>Two residual connections, the second one over two convolutions and beside a projection.</summary>
    public static NetworkDefinition Residual { get; } = Traced.Network(
        "ResidualLeNet", s_digit, ["Conv1", "Conv2", "Conv3", "Conv4", "Projection", "Logits"], image =>
        {
            Node x = Relu(image.Conv("Conv1", 8, 3));
            x = MaxPooling2D(Relu(x + x.Conv("Conv2", 8, 3)), 2);
            Node y = Relu(x.Conv("Conv3", 16, 3)).Conv("Conv4", 16, 3);
            x = LeakyRelu(y + x.Conv("Projection", 16, 1), 0.1f);
            return Softmax(Flatten(AveragePooling2D(x, 2)).Dense("Logits", 10));
        });

    /// <summary>Four branches that are concatenated, as in Inception.</summary>
    public static NetworkDefinition Inception { get; } = Traced.Network(
        "InceptionLeNet",
        s_digit,
        ["Stem", "One", "Three", "ThreeReduced", "Five", "FiveReduced", "Pooled", "Pool", "Hidden", "Logits"],
        image =>
        {
            Node x = MaxPooling2D(Relu(image.Conv("Stem", 12, 5)), 2);
            Node pool = x.Call("Pool", new MaxPooling2DAttribute(3) { Strides = 1, Padding = Padding.Same });
            x = Relu(Concatenate(
                x.Conv("One", 8, 1),
                Relu(x.Conv("ThreeReduced", 6, 1)).Conv("Three", 12, 3),
                Relu(x.Conv("FiveReduced", 4, 1)).Conv("Five", 6, 5),
                pool.Conv("Pooled", 6, 1)));
            Node hidden = Dropout(Relu(Flatten(MaxPooling2D(x, 2)).Dense("Hidden", 60)), 0.25);
            return Softmax(hidden.Dense("Logits", 10));
        });

    /// <summary>Two towers that share their weights, one for each half of the scale, and what they differ in.</summary>
    public static NetworkDefinition Towers { get; } = Traced.Network(
        "TwoTowers", s_digit, ["Conv1", "Conv2", "Code", "Logits"], image =>
        {
            Node fine = Tower(image), coarse = Tower(MaxPooling2D(image, 2) * AveragePooling2D(image, 2));
            return Softmax(Concatenate(fine, fine * coarse).Dense("Logits", 10));
        });

    /// <summary>Each of them.</summary>
    public static IEnumerable<NetworkDefinition> All => [Residual, Inception, Towers];

    private static Node Tower(Node x)
    {
        x = AveragePooling2D(Relu(x.Conv("Conv1", 6, 5)), 2);
        x = x.Call("Conv2", new Conv2DAttribute(16, 3) { Strides = 2, Activation = Activation.Tanh });
        return Flatten(MaxPooling2D(x, x.Shape.Height, x.Shape.Width)).Dense("Code", 24, Activation.Sigmoid);
    }
}
