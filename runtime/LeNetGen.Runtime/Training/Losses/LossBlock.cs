using System.Numerics;
using LeNetGen.Execution;

namespace LeNetGen.Training;

/// <summary>A block of images, as a loss sees it: their outputs, what these should be, and room for the results.</summary>
/// <remarks>Losses compute as many lanes at once as a <see cref="Vector{T}"/> has; results do not depend on it.</remarks>
internal readonly ref struct LossBlock
{
    private const int BlockSize = NetworkKernels.BlockSize;

    /// <summary>[outputs, 16] the network's outputs before a final softmax.</summary>
    public required ReadOnlySpan<float> Outputs { get; init; }

    /// <summary>Whether the network ends in softmax.</summary>
    public required bool EndsInSoftmax { get; init; }

    /// <summary>[images] the class predicted of each image: the first of its largest outputs, or of the smallest penalties.</summary>
    public required ReadOnlySpan<int> Predicted { get; init; }

    /// <summary>[images] the images' labels.</summary>
    public required ReadOnlySpan<int> Labels { get; init; }

    /// <summary>[outputs, 16] their targets, for losses that use them; what absent lanes hold does not matter.</summary>
    public required ReadOnlySpan<float> Targets { get; init; }

    /// <summary>Images in the batch, over which the gradient is a mean.</summary>
    public required int BatchSize { get; init; }

    /// <summary>[images] receives each image's loss.</summary>
    public required Span<float> Losses { get; init; }

    /// <summary>[outputs, 16] receives the gradient with respect to the outputs; may be the memory of <see cref="Outputs"/>.</summary>
    public required Span<float> Gradient { get; init; }

    /// <summary>The number of outputs.</summary>
    public int OutputCount => Outputs.Length / BlockSize;

    /// <summary>The outputs <paramref name="k"/> of the lanes from <paramref name="lane"/> on.</summary>
    public Vector<float> Output(int k, int lane) => new(Outputs[(k * BlockSize + lane)..]);

    /// <summary>What was written to <see cref="GradientAt"/> of the same output and lane.</summary>
    public Vector<float> Written(int k, int lane) => new(Gradient[(k * BlockSize + lane)..]);

    /// <summary>The place of the gradients with respect to output <paramref name="k"/>, from <paramref name="lane"/> on.</summary>
    public Span<float> GradientAt(int k, int lane) => Gradient[(k * BlockSize + lane)..];

    /// <summary>
    /// The largest outputs, or smallest penalties, of the lanes from <paramref name="lane"/> on; 0 in lanes without an image.
    /// </summary>
    public Vector<float> Largest(int lane) => Gathered(Outputs, Predicted, lane);

    /// <summary>The outputs at the labels of the lanes from <paramref name="lane"/> on; 0 in lanes without an image.</summary>
    public Vector<float> LabelOutput(int lane) => Gathered(Outputs, Labels, lane);

    /// <summary>The labels of the lanes from <paramref name="lane"/> on; 0 in lanes without an image.</summary>
    public Vector<int> Label(int lane)
    {
        Span<int> labels = stackalloc int[BlockSize];
        labels.Clear();
        if (lane < Labels.Length)
            Labels[lane..].CopyTo(labels);
        return new Vector<int>(labels);
    }

    /// <summary>Elements <paramref name="k"/> of the targets of the lanes from <paramref name="lane"/> on.</summary>
    public Vector<float> Target(int k, int lane) => new(Targets[(k * BlockSize + lane)..]);

    /// <summary>Takes the losses of the lanes from <paramref name="lane"/> on.</summary>
    public void SetLosses(int lane, Vector<float> losses)
    {
        for (int image = lane; image < Math.Min(lane + Vector<float>.Count, Losses.Length); image++)
            Losses[image] = losses[image - lane];
    }

    /// <summary>Gives lanes without an image a gradient of 0.</summary>
    public void ClearAbsentLanes()
    {
        if (Losses.Length == BlockSize)
            return;
        for (int at = 0; at < Gradient.Length; at += BlockSize)
            Gradient[(at + Losses.Length)..(at + BlockSize)].Clear();
    }

    private static Vector<float> Gathered(ReadOnlySpan<float> outputs, ReadOnlySpan<int> indices, int lane)
    {
        Span<float> elements = stackalloc float[BlockSize];
        elements.Clear();
        for (int image = lane; image < Math.Min(lane + Vector<float>.Count, indices.Length); image++)
            elements[image - lane] = outputs[indices[image] * BlockSize + image];
        return new Vector<float>(elements);
    }
}
