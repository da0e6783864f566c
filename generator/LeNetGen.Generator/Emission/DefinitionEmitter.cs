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
                $"    new({Shape(network.Layers[0].Input)}, Scale: {Literal.Of(input.Scale)}, "
                + $"Offset: {Literal.Of(input.Offset)}, Pad: {Literal.Of(input.Pad)}),");
            writer.Line("    global::System.Collections.Immutable.ImmutableArray.Create<global::LeNetGen.LayerDefinition>(");
            for (int i = 0; i < network.Layers.Count; i++)
                WriteLayer(writer, network.Layers[i], i + 1 < network.Layers.Count ? "," : "));");
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
            ShapedFlatten => ("Flatten", ""),
            ShapedDense => ("Dense", ""),
            _ => throw new ArgumentException($"A {layer.GetType().Name} has no definition.", nameof(layer)),
        };
        string activation = layer.Activation == Activation.None ? "" : $"Activation = global::LeNetGen.Activation.{layer.Activation}, ";
        string windows = layer is ShapedPooling pool ? WindowsOf(pool) : "";
        writer.Line($"        new global::LeNetGen.{kind}Definition(");
        writer.Line($"            {Literal.Of(layer.Name)}, Input: {Shape(layer.Input)}, Output: {Shape(layer.Output)}{numbers})");
        writer.Line($"            {{ {activation}{windows}ParameterOffset = {Literal.Of(layer.ParameterOffset)} }}{end}");
    }

    private static string NumbersOf(ShapedConvolution convolution) =>
        $",\n            KernelHeight: {Literal.Of(convolution.KernelHeight)}, KernelWidth: {Literal.Of(convolution.KernelWidth)}, "
        + $"StrideHeight: {Literal.Of(convolution.StrideHeight)}, StrideWidth: {Literal.Of(convolution.StrideWidth)}, "
        + $"PadTop: {Literal.Of(convolution.Pads.Top)}, PadLeft: {Literal.Of(convolution.Pads.Left)}";

    /// <summary>Where a pooling's windows lie, unless they lie side by side from the corner on.</summary>
    private static string WindowsOf(ShapedPooling pooling)
    {
        (string Name, int Value, int Default)[] numbers =
        [
            ("StrideHeight", pooling.StrideHeight, pooling.PoolHeight),
            ("StrideWidth", pooling.StrideWidth, pooling.PoolWidth),
            ("PadTop", pooling.Pads.Top, 0),
            ("PadLeft", pooling.Pads.Left, 0),
        ];
        return string.Concat(numbers
            .Where(number => number.Value != number.Default)
            .Select(number => $"{number.Name} = {Literal.Of(number.Value)}, "));
    }

    private static string Shape(TensorShape shape) => shape.IsVector
        ? $"new({Literal.Of(shape.Channels)})"
        : $"new({Literal.Of(shape.Channels)}, {Literal.Of(shape.Height)}, {Literal.Of(shape.Width)})";
}
