namespace LeNetGen.Reporting.Images;

/// <summary>The weights of a network's first layer that has any, as small images: for each output, one for each input channel.</summary>
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

    /// <summary>The first layer with weights: a convolution's kernels, or a dense layer's in the shape that was flattened.</summary>
    /// <returns>Null, if no layer has weights.</returns>
    public static FirstFilters? Of(NetworkDefinition definition)
    {
        Shape seen = definition.Input.Shape;
        foreach (LayerDefinition layer in definition.Layers)
        {
            if (!layer.Input.IsVector)
                seen = layer.Input;
            if (layer.ParameterCount == 0)
                continue;
            return layer is Conv2DDefinition convolution
                ? new FirstFilters(layer, layer.Input.Channels, convolution.KernelHeight, convolution.KernelWidth)
                : seen.IsVector
                    ? new FirstFilters(layer, 1, 1, layer.Input.Length)
                    : new FirstFilters(layer, seen.Channels, seen.Height, seen.Width);
        }

        return null;
    }
}
