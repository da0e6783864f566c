using System.Collections.Immutable;

namespace LeNetGen.Execution;

/// <summary>Makes a definition of calls.</summary>
internal static class ForwardTraceGraph
{
    /// <summary>The calls that reach the output, with their parameters one after the other.</summary>
    /// <param name="name">The network's name.</param>
    /// <param name="input">The network's input.</param>
    /// <param name="calls">All calls, in order.</param>
    /// <param name="output">The index of the one that writes the output.</param>
    /// <exception cref="ArgumentException">A softmax is not the last layer.</exception>
    public static NetworkDefinition Define(string name, InputDefinition input, IReadOnlyList<ForwardTraceCall> calls, int output)
    {
        bool[] reach = Reaching(calls, output);
        int[] indices = Enumerable.Repeat(NetworkDefinition.InputIndex, calls.Count).ToArray();
        var layers = ImmutableArray.CreateBuilder<LayerDefinition>();
        var inputs = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        var owners = new Dictionary<string, LayerDefinition>(StringComparer.Ordinal);
        int parameterCount = 0;
        for (int call = 0; call <= output; call++)
        {
            if (!reach[call])
                continue;
            (LayerDefinition layer, string? method, ImmutableArray<int> read) = calls[call];
            if (layer.Activation == Activation.Softmax && call != output)
                throw new ArgumentException($"Layer '{layer.Name}' ends in softmax, but is not the last one of '{name}'.", nameof(calls));
            layer = Placed(layer, method, owners, ref parameterCount);
            indices[call] = layers.Count;
            layers.Add(layer);
            inputs.Add([.. read.Select(index => index == NetworkDefinition.InputIndex ? index : indices[index])]);
        }

        return new NetworkDefinition(name, input, layers.ToImmutable(), inputs.ToImmutable());
    }

    /// <summary>Gives a layer its parameters: new ones, or those of the first call of the same method that reaches the output.</summary>
    private static LayerDefinition Placed(
        LayerDefinition layer, string? method, Dictionary<string, LayerDefinition> owners, ref int parameterCount)
    {
        if (layer.ParameterCount > 0 && method is not null && owners.TryGetValue(method, out LayerDefinition? owner))
            return layer with { SharesWith = owner.Name, ParameterOffset = owner.ParameterOffset };
        layer = layer with { ParameterOffset = parameterCount };
        parameterCount = checked(parameterCount + layer.ParameterCount);
        if (method is not null)
            owners.TryAdd(method, layer);
        return layer;
    }

    private static bool[] Reaching(IReadOnlyList<ForwardTraceCall> calls, int output)
    {
        // A call reads earlier ones only.
        bool[] reach = new bool[calls.Count];
        reach[output] = true;
        for (int call = output; call >= 0; call--)
        {
            if (!reach[call])
                continue;
            foreach (int read in calls[call].Inputs)
            {
                if (read != NetworkDefinition.InputIndex)
                    reach[read] = true;
            }
        }

        return reach;
    }
}
