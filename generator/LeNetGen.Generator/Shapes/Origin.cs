namespace LeNetGen.Generator.Shapes;

/// <summary>Where a shape comes from, in words.</summary>
internal static class Origin
{
    /// <summary>In words, where the output of a layer comes from.</summary>
    /// <param name="layer">The layer's name; null for the network's input.</param>
    public static string Of(string? layer) => layer is null ? "the network's input" : $"produced by '{layer}'";
}
