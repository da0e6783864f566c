using LeNetGen.Data;
using LeNetGen.Execution;

namespace LeNetGen.Training;

/// <summary>A block of images, as a loss sees it: their outputs, what these should be, and room for the results.</summary>
internal readonly ref struct LossBlock
{
    private const int BlockSize = NetworkKernels.BlockSize;

    /// <summary>[outputs, 16] the network's outputs before a final softmax.</summary>
    public required ReadOnlySpan<float> Outputs { get; init; }

    /// <summary>Whether the network ends in softmax.</summary>
    public required bool EndsInSoftmax { get; init; }

    /// <summary>[images] the first of each image's largest outputs.</summary>
    public required ReadOnlySpan<int> Predicted { get; init; }

    /// <summary>[images] the images' labels.</summary>
    public required ReadOnlySpan<int> Labels { get; init; }

    /// <summary>The dataset, whose targets count for some losses.</summary>
    public required Dataset Dataset { get; init; }

    /// <summary>[images] where in the dataset the images are.</summary>
    public required ReadOnlySpan<int> Indices { get; init; }

    /// <summary>Images in the batch, over which the gradient is a mean.</summary>
    public required int BatchSize { get; init; }

    /// <summary>[images] receives each image's loss.</summary>
    public required Span<float> Losses { get; init; }

    /// <summary>[outputs, 16] receives the gradient with respect to the outputs; may be the memory of <see cref="Outputs"/>.</summary>
    public required Span<float> Gradient { get; init; }

    /// <summary>The largest output of an image.</summary>
    public float Largest(int lane) => Outputs[Predicted[lane] * BlockSize + lane];

    /// <summary>The target of an image.</summary>
    public ReadOnlySpan<float> Target(int lane) => Dataset.Target(Indices[lane]);

    /// <summary>Gives lanes without an image a gradient of 0.</summary>
    public void ClearAbsentLanes()
    {
        if (Losses.Length == BlockSize)
            return;
        for (int at = 0; at < Gradient.Length; at += BlockSize)
            Gradient[(at + Losses.Length)..(at + BlockSize)].Clear();
    }
}
