namespace LeNetGen.Generator.Tests;

/// <summary>Sources that several tests share.</summary>
internal static class Declarations
{
    public const string D2l = """
        using LeNetGen;

        [Network(1, 28, 28)]
        [Conv2D(6, 5, Padding = Padding.Same, Activation = Activation.Sigmoid)]
        [AveragePooling2D(2)]
        [Conv2D(16, 5, Activation = Activation.Sigmoid)]
        [AveragePooling2D(2)]
        [Flatten]
        [Dense(120, Activation = Activation.Sigmoid)]
        [Dense(84, Activation = Activation.Sigmoid)]
        [Dense(10, Activation = Activation.Softmax)]
        public sealed partial class LeNet;
        """;

    /// <summary>A network of these attributes, one a line, in a class called Net.</summary>
    public static string Network(string attributes) => $"""
        using LeNetGen;

        {attributes}
        public sealed partial class Net;
        """;
}
