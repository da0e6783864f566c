using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Tests;

/// <summary>Networks in the graph form.</summary>
internal static class Graphs
{
    /// <summary>Layers that most tests need: two convolutions that keep the shape, a pooling, and two dense layers.</summary>
    public const string Layers = """
            [Conv2D(2, 3, Padding = Padding.Same)] private static partial Node Conv1(Node x);
            [Conv2D(2, 3, Padding = Padding.Same)] private static partial Node Conv2(Node x);
            [MaxPooling2D(2)] private static partial Node Pool(Node x);
            [Dense(4)] private static partial Node Hidden(Node x);
            [Dense(3)] private static partial Node Logits(Node x);
        """;

    /// <summary>What calls every one of <see cref="Layers"/> that the body before it has not called.</summary>
    public const string Rest = "return Logits(Hidden(Flatten(Pool(x))));";

    /// <summary>A class called Net of these members.</summary>
    public static string Network(string members) => $$"""
        using System;
        using LeNetGen;
        using static LeNetGen.Layers;

        [Network(1, 8, 8)]
        public sealed partial class Net
        {
        {{members}}
        }
        """;

    /// <summary>A network of <see cref="Layers"/> with this body of Forward.</summary>
    public static string Forward(string body, string members = "") => Network($$"""
        {{Layers}}
            {{members}}
            private static Node Forward(Node image)
            {
                {{body}}
            }
        """);

    /// <summary>The layers of a sound network, each with what it reads, such as <c>Add_1(Conv1, image)</c>.</summary>
    public static string[] Calls(GeneratorRun run)
    {
        ShapedNetwork network = run.Values<ShapedNetwork>(TrackingNames.Networks).Single();
        return
        [
            .. network.Layers.Select(layer =>
                $"{layer.Name}({string.Join(", ", layer.Inputs.Select(input => input < 0 ? "image" : network.Layers[input].Name))})"
                + (layer.SharesWith is null ? "" : $" as {layer.SharesWith}")),
        ];
    }
}
