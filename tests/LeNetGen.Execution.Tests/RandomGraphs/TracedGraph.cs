namespace LeNetGen.Execution.Tests.RandomGraphs;

/// <summary>What Forward records when it runs, compared with the definition that the generator wrote: each infers shapes by itself.</summary>
internal static class TracedGraph
{
    /// <summary>The first difference, as a sentence, or null.</summary>
    public static string? FirstDifference(NetworkDefinition traced, NetworkDefinition defined)
    {
        if (traced.Layers.Length != defined.Layers.Length)
            return $"Running Forward calls {traced.Layers.Length} layers that matter, but {defined.Layers.Length} are defined.";
        for (int layer = 0; layer < defined.Layers.Length; layer++)
        {
            if (traced.Layers[layer] != defined.Layers[layer])
                return $"Layer {layer} is {defined.Layers[layer]}, but runs as {traced.Layers[layer]}.";
            if (!traced.InputsOf(layer).SequenceEqual(defined.InputsOf(layer)))
                return $"Layer {layer} reads {string.Join(", ", defined.InputsOf(layer))}, but runs on {string.Join(", ", traced.InputsOf(layer))}.";
        }

        return null;
    }
}
