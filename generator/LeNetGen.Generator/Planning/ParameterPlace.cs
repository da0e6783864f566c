using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Planning;

/// <summary>Where the parameters of a layer, or their gradients, lie; calls that share them have them at one place.</summary>
internal static class ParameterPlace
{
    public static Operand Weight(WeightedLayer layer, Memory memory) =>
        new($"{layer.SharesWith ?? layer.Name}_weight", memory, layer.WeightOffset, WorkspaceLayout.Dimensions([.. layer.WeightShape]));

    public static Operand Bias(WeightedLayer layer, Memory memory) =>
        new($"{layer.SharesWith ?? layer.Name}_bias", memory, layer.BiasOffset, WorkspaceLayout.Dimensions(layer.Output.Channels));
}
