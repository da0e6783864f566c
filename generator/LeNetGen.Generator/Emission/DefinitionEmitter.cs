using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Emission;

/// <summary>Writes the static property Definition: every layer with its numbers.</summary>
internal static class DefinitionEmitter
{
    public static void Write(SourceWriter writer, ShapedNetwork network)
    {
        writer.Line("/// <summary>The network's layers, shapes and parameters.</summary>");
        writer.Line("public static new global::LeNetGen.NetworkDefinition Definition => Declared.Definition;");
        writer.Line();

        // In a class of its own: a static field of the user's that holds a network may well be initialised before one beside it.
        using (writer.Braces("private static class Declared"))
        {
            InputDeclaration input = network.Input;
            writer.Line("public static readonly global::LeNetGen.NetworkDefinition Definition = new(");
            writer.Line($"    {Literal.Of(network.Type.Name)},");
            writer.Line(
                $"    new({Shape(network.InputShape)}, Scale: {Literal.Of(input.Scale)}, "
                + $"Offset: {Literal.Of(input.Offset)}, Pad: {Literal.Of(input.Pad)}),");
            writer.Line("    global::System.Collections.Immutable.ImmutableArray.Create<global::LeNetGen.LayerDefinition>(");
            for (int i = 0; i < network.Layers.Count; i++)
                WriteLayer(writer, network.Layers[i], i + 1 < network.Layers.Count ? "," : network.IsSequential ? "));" : "),");
            if (!network.IsSequential)
                WriteInputs(writer, network);
        }
    }

    /// <summary>What each layer reads.</summary>
    private static void WriteInputs(SourceWriter writer, ShapedNetwork network)
    {
        const string array = "global::System.Collections.Immutable.ImmutableArray";
        writer.Line($"    {array}.Create<{array}<int>>(");
        for (int i = 0; i < network.Layers.Count; i++)
        {
            ShapedLayer layer = network.Layers[i];
            string inputs = string.Join(", ", layer.Inputs.Select(input => Literal.Of(input)));
            string end = i + 1 < network.Layers.Count ? "," : "));";
            writer.Line($"        {array}.Create({inputs}){end} // {layer.Name} reads {LayerText.InputsOf(layer, network)}");
        }
    }

    private static void WriteLayer(SourceWriter writer, ShapedLayer layer, string end)
    {
        (string kind, string numbers) = layer switch
        {
            ShapedConvolution convolution => ("Conv2D", NumbersOf(convolution)),
            ShapedPooling pooling => (
                pooling.Kind == PoolingKind.Average ? "AveragePooling2D" : "MaxPooling2D",
                $", PoolHeight: {Literal.Of(pooling.PoolHeight)}, PoolWidth: {Literal.Of(pooling.PoolWidth)}"),
            ShapedSubsampling subsampling => ("Subsampling2D", NumbersOf(subsampling.Sums)),
            ShapedRbf rbf => ("Rbf", $",\n            Codes: {TableOf(rbf.Codes)}"),
            ShapedFlatten => ("Flatten", ""),
            ShapedDense => ("Dense", ""),
            ShapedDropout dropout => ("Dropout", $", Rate: {Literal.Of(dropout.Rate)}"),
            ShapedActivation => ("Activation", ""),
            ShapedElementwise elementwise => (elementwise.Kind.ToString(), ""),
            ShapedConcatenate => ("Concatenate", ""),
            _ => throw new ArgumentException($"A {layer.GetType().Name} has no definition.", nameof(layer)),
        };
        writer.Line($"        new global::LeNetGen.{kind}Definition(");
        writer.Line($"            {Literal.Of(layer.Name)}, Input: {Shape(layer.Input)}, Output: {Shape(layer.Output)}{numbers})");
        string[] properties = [.. PropertiesOf(layer)];
        if (properties.Length <= PropertiesOfALine)
        {
            writer.Line($"            {{ {string.Join(", ", properties)} }}{end}");
            return;
        }

        writer.Line("            {");
        foreach (string property in properties)
            writer.Line($"                {property},");
        writer.Line($"            }}{end}");
    }

    /// <summary>The most properties that fit into a line, whatever they are.</summary>
    private const int PropertiesOfALine = 2;

    private static IEnumerable<string> PropertiesOf(ShapedLayer layer)
    {
        if (layer.Activation != ActivationFunction.None)
            yield return $"Activation = global::LeNetGen.Activation.{layer.Activation.Kind}";
        if (layer.Activation.Kind == Activation.LeakyReLU)
            yield return $"NegativeSlope = {Literal.Of(layer.Activation.NegativeSlope)}";
        if (layer is ShapedConvolution { Connections: { } connections })
            yield return $"Connections = {TableOf(connections)}";
        if (layer is ShapedPooling pooling)
        {
            foreach (string number in WindowsOf(pooling))
                yield return number;
        }

        if (layer is WeightedLayer weighted)
        {
            IEnumerable<string> initializers = InitializerOf("Kernel", weighted.Kernel, TensorInitializer.DefaultKernel)
                .Concat(InitializerOf("Bias", weighted.Bias, TensorInitializer.DefaultBias));
            foreach (string property in initializers)
                yield return property;
        }

        if (layer.SharesWith is not null)
            yield return $"SharesWith = {Literal.Of(layer.SharesWith)}";
        yield return $"ParameterOffset = {Literal.Of(layer.ParameterOffset)}";
    }

    private static IEnumerable<string> InitializerOf(string tensor, TensorInitializer initializer, TensorInitializer otherwise)
    {
        if (initializer != otherwise)
            yield return $"{tensor}Initializer = global::LeNetGen.Initializer.{initializer.Kind}";
        if (initializer.Kind == Initializer.Constant)
            yield return $"{tensor}Constant = {Literal.Of(initializer.Constant)}";
    }

    private static string NumbersOf(ShapedConvolution convolution) =>
        $",\n            KernelHeight: {Literal.Of(convolution.KernelHeight)}, KernelWidth: {Literal.Of(convolution.KernelWidth)}, "
        + $"StrideHeight: {Literal.Of(convolution.StrideHeight)}, StrideWidth: {Literal.Of(convolution.StrideWidth)}, "
        + $"PadTop: {Literal.Of(convolution.Pads.Top)}, PadLeft: {Literal.Of(convolution.Pads.Left)}";

    private static string NumbersOf(ShapedPooling windows) =>
        $",\n            PoolHeight: {Literal.Of(windows.PoolHeight)}, PoolWidth: {Literal.Of(windows.PoolWidth)}, "
        + $"StrideHeight: {Literal.Of(windows.StrideHeight)}, StrideWidth: {Literal.Of(windows.StrideWidth)}, "
        + $"PadTop: {Literal.Of(windows.Pads.Top)}, PadLeft: {Literal.Of(windows.Pads.Left)}";

    private static string TableOf(BinaryTable table)
    {
        IEnumerable<string> rows = table.Rows.Select(row => "\n                " + Literal.Of(row));
        return $"new global::LeNetGen.BinaryTable({string.Join(",", rows)})";
    }

    /// <summary>Where a pooling's windows lie, unless they lie side by side from the corner on.</summary>
    private static IEnumerable<string> WindowsOf(ShapedPooling pooling)
    {
        (string Name, int Value, int Default)[] numbers =
        [
            ("StrideHeight", pooling.StrideHeight, pooling.PoolHeight),
            ("StrideWidth", pooling.StrideWidth, pooling.PoolWidth),
            ("PadTop", pooling.Pads.Top, 0),
            ("PadLeft", pooling.Pads.Left, 0),
        ];
        return numbers
            .Where(number => number.Value != number.Default)
            .Select(number => $"{number.Name} = {Literal.Of(number.Value)}");
    }

    private static string Shape(TensorShape shape) => shape.IsVector
        ? $"new({Literal.Of(shape.Channels)})"
        : $"new({Literal.Of(shape.Channels)}, {Literal.Of(shape.Height)}, {Literal.Of(shape.Width)})";
}
