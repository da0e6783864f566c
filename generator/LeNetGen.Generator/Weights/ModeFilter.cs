using LeNetGen.Generator.Shapes;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Weights;

/// <summary>Which networks a file is written for.</summary>
internal static class ModeFilter
{
    /// <summary>The networks if the project is compiled for that mode, else none.</summary>
    public static IncrementalValuesProvider<ShapedNetwork> In(
        this IncrementalValuesProvider<ShapedNetwork> networks, NetworkMode wanted, IncrementalValueProvider<NetworkMode> mode) => networks
        .Combine(mode)
        .Where(network => network.Right == wanted)
        .Select((network, _) => network.Left);
}
