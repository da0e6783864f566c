namespace LeNetGen.Reporting.Images;

/// <summary>
/// The weights of the first convolution that reads a network's input, or else of its first layer that has any, as small images: for each
/// output, one for each input channel.
/// </summary>
/// <param name="Layer">The layer.</param>
/// <param name="Channels">Images of an output.</param>
/// <param name="Height">Rows of an image.</param>
/// <param name="Width">Columns of an image.</param>
internal sealed record FirstFilters(LayerDefinition Layer, int Channels, int Height, int Width)
{
    /// <summary>The number of outputs.</summary>
    public int Count => Layer.Output.Channels;

    /// <summary>Elements of all images of an output.</summary>
    public int Length => Channels * Height * Width;

    /// <summary>A convolution's kernels, or a dense layer's weights in the shape that was flattened.</summary>
    /// <returns>Null, if no layer has weights.</returns>
    public static FirstFilters? Of(NetworkDefinition definition)
    {
        int[] weighted = [.. Enumerable.Range(0, definition.Layers.Length).Where(index => definition.Layers[index] is (Conv2DDefinition or DenseDefinition) and { ParameterCount: > 0 })];
        if (weighted.Length == 0)
            return null;
        int first = weighted.FirstOrDefault(ReadsTheInput, weighted[0]);
        LayerDefinition layer = definition.Layers[first];
        if (layer is Conv2DDefinition convolution)
            return new FirstFilters(layer, convolution.Connections is null ? layer.Input.Channels : 1, convolution.KernelHeight, convolution.KernelWidth);
        return FlattenedBefore(definition, first) is { } seen
            ? new FirstFilters(layer, seen.Channels, seen.Height, seen.Width)
            : new FirstFilters(layer, 1, 1, layer.Input.Length);

        bool ReadsTheInput(int index) =>
            definition.Layers[index] is Conv2DDefinition && definition.InputsOf(index)[0] == NetworkDefinition.InputIndex;
    }

    /// <summary>The image whose elements a layer's input vector has; null where it is made of several, or of none.</summary>
    private static Shape? FlattenedBefore(NetworkDefinition definition, int index)
    {
        int read = definition.InputsOf(index)[0];
        while (definition.ShapeOf(read).IsVector)
        {
            if (read == NetworkDefinition.InputIndex || definition.Layers[read] is ConcatenateDefinition)
                return null;
            read = definition.InputsOf(read)[0];
        }

        return definition.ShapeOf(read);
    }
}
