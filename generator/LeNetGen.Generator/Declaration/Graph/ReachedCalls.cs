using LeNetGen.Generator.Diagnostics;

namespace LeNetGen.Generator.Declaration.Graph;

/// <summary>The calls that reach what Forward returns: the layers of the network.</summary>
internal static class ReachedCalls
{
    /// <summary>
    /// The calls that reach what is returned, the last of which makes it, and behind them those that reach nothing; all counted anew.
    /// </summary>
    /// <returns>The calls, and how many of them reach what is returned.</returns>
    public static (IReadOnlyList<(LayerDeclaration Layer, CallSite Site)> Calls, int ReachedCount) Of(
        IReadOnlyList<(LayerDeclaration Layer, CallSite Site)> calls, int returned)
    {
        // A call reads earlier ones only.
        var isReached = new bool[calls.Count];
        if (returned >= 0)
            isReached[returned] = true;
        for (int i = returned; i >= 0; i--)
        {
            foreach (int input in calls[i].Layer.Inputs.Where(input => isReached[i] && input >= 0))
                isReached[input] = true;
        }

        // What reaches something reads nothing that does not.
        int[] order = [.. Enumerable.Range(0, calls.Count).OrderByDescending(index => isReached[index])];
        var indices = new Dictionary<int, int>();
        var ordered = new List<(LayerDeclaration, CallSite)>();
        foreach (int index in order)
        {
            (LayerDeclaration layer, CallSite site) = calls[index];
            IEnumerable<int> inputs = layer.Inputs.Select(input => input < 0 ? input : indices[input]);
            indices.Add(index, ordered.Count);
            ordered.Add((layer with { Inputs = inputs.ToEquatableArray() }, site));
        }

        return (WithFirstCalls(ordered), isReached.Count(reached => reached));
    }

    /// <summary>The indices of calls whose value nothing uses; what only they use is left out with them.</summary>
    public static IEnumerable<int> UnusedIn(IReadOnlyList<(LayerDeclaration Layer, CallSite Site)> calls, int returned)
    {
        var used = new HashSet<int>(calls.SelectMany(call => call.Layer.Inputs)) { returned };
        return Enumerable.Range(0, calls.Count).Where(index => !used.Contains(index));
    }

    /// <summary>Points later calls of a method to the first one.</summary>
    public static IReadOnlyList<(LayerDeclaration Layer, CallSite Site)> WithFirstCalls(
        IReadOnlyList<(LayerDeclaration Layer, CallSite Site)> calls)
    {
        var firstCalls = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = new List<(LayerDeclaration, CallSite)>();
        foreach ((LayerDeclaration layer, CallSite site) in calls)
        {
            if (layer.Method is null)
                result.Add((layer, site));
            else if (firstCalls.TryGetValue(layer.Method, out int first))
                result.Add((layer with { FirstCall = first }, site));
            else
            {
                firstCalls.Add(layer.Method, result.Count);
                result.Add((layer, site));
            }
        }

        return result;
    }
}
