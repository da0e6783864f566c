namespace LeNetGen.Generator.Declaration.Graph;

/// <summary>The functions of LeNetGen.Layers, each of which is a layer without parameters.</summary>
internal static class FunctionReader
{
    private static readonly Dictionary<string, (string Kind, Func<string, WrittenArguments, LayerDeclaration> Read)> Functions =
        new(StringComparer.Ordinal)
        {
            ["Relu"] = ActivationOf(Activation.ReLU),
            ["LeakyRelu"] = ActivationOf(Activation.LeakyReLU),
            ["Sigmoid"] = ActivationOf(Activation.Sigmoid),
            ["Tanh"] = ActivationOf(Activation.Tanh),
            ["ScaledTanh"] = ActivationOf(Activation.ScaledTanh),
            ["Softmax"] = ActivationOf(Activation.Softmax),
            ["Flatten"] = LayerOf("Flatten"),
            ["MaxPooling2D"] = LayerOf("MaxPooling2D"),
            ["AveragePooling2D"] = LayerOf("AveragePooling2D"),
            ["Dropout"] = LayerOf("Dropout"),
            ["Concatenate"] = ("Concatenate", (name, _) => new ConcatenateDeclaration(name)),
        };

    public static bool IsFunction(string name) => Functions.ContainsKey(name);

    /// <summary>The kind of layer that a function is.</summary>
    public static string KindOf(string function) => Functions[function].Kind;

    public static LayerDeclaration Read(string function, string name, WrittenArguments arguments) =>
        Functions[function].Read(name, arguments);

    private static (string, Func<string, WrittenArguments, LayerDeclaration>) ActivationOf(Activation activation) =>
        (activation.ToString(), (name, arguments) => new ActivationDeclaration(name)
        {
            Activation = activation,
            NegativeSlope = arguments.OptionalSingle("negativeSlope"),
        });

    /// <summary>A function whose parameters are those of the attribute's constructor.</summary>
    private static (string, Func<string, WrittenArguments, LayerDeclaration>) LayerOf(string kind) =>
        (kind, (name, arguments) => LayerReader.Read(kind, name, arguments));
}
