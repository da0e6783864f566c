using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>Where the parameters of a layer, or their gradients, lie; calls that share them have them at one place.</summary>
internal static class ParameterPlace
{
    public static Operand Weight(WeightedLayer layer, Memory memory) =>
        new($"{layer.SharesWith ?? layer.Name}_weight", memory, layer.WeightOffset, WeightShape(layer));

    public static Operand Bias(WeightedLayer layer, Memory memory) =>
        new($"{layer.SharesWith ?? layer.Name}_bias", memory, layer.BiasOffset, WorkspaceLayout.Dimensions(layer.Output.Channels));

    private static string WeightShape(WeightedLayer layer) => layer is ShapedConvolution convolution
        ? WorkspaceLayout.Dimensions(layer.Output.Channels, layer.Input.Channels, convolution.KernelHeight, convolution.KernelWidth)
        : WorkspaceLayout.Dimensions(layer.Output.Length, layer.Input.Length);
}
