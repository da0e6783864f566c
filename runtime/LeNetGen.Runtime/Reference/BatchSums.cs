using System.Numerics;
using LeNetGen.Execution;

namespace LeNetGen.Reference;

/// <summary>The losses and the gradient of a batch, as its chunks come in: docs/arithmetic.md, sections 5 and 6.</summary>
/// <param name="loss">The loss.</param>
/// <param name="endsInSoftmax">Whether the network does.</param>
/// <param name="imageCount">Images in the batch.</param>
internal sealed class BatchSums<T>(ReferenceLoss<T> loss, bool endsInSoftmax, int imageCount) where T : IFloatingPointIeee754<T>
{
    private readonly List<T> _losses = new(imageCount);
    private int _correct;
    private T[]? _gradient;

    /// <summary>Adds the losses of the next images, those of one block.</summary>
    /// <param name="passes">[images] their forward passes.</param>
    /// <param name="labels">[images] their classes.</param>
    /// <param name="targets">[images][classes] their targets, if the loss uses them.</param>
    /// <returns>[16][classes] the loss's gradient with respect to the logits; zeros in absent lanes.</returns>
    public T[][] AddLosses(ReadOnlySpan<ForwardPass<T>> passes, ReadOnlySpan<int> labels, ReadOnlySpan<T> targets)
    {
        int classes = passes[0].Logits.Length;
        var gradients = new T[NetworkKernels.BlockSize][];
        for (int lane = 0; lane < gradients.Length; lane++)
            gradients[lane] = new T[classes];
        for (int lane = 0; lane < labels.Length; lane++)
        {
            T[] logits = passes[lane].Logits;
            ReadOnlySpan<T> target = loss.UsesTargets ? targets.Slice(lane * classes, classes) : [];
            _losses.Add(loss.ImageLoss(logits, endsInSoftmax, labels[lane], target));
            int predicted = passes[lane].OutputsArePenalties ? SoftmaxReference<T>.Smallest(logits) : SoftmaxReference<T>.Largest(logits);
            if (predicted == labels[lane])
                _correct++;
            loss.Gradient(logits, endsInSoftmax, labels[lane], target, imageCount, gradients[lane]);
        }

        return gradients;
    }

    /// <summary>Adds the next chunk's sums to the gradient, which starts as the first chunk's.</summary>
    /// <param name="chunkSums">[parameters] the sums; kept.</param>
    public void AddChunk(T[] chunkSums)
    {
        if (_gradient is null)
        {
            _gradient = chunkSums;
            return;
        }

        for (int i = 0; i < chunkSums.Length; i++)
            _gradient[i] += chunkSums[i];
    }

    /// <summary>The batch's result, after its last chunk.</summary>
    public BatchResult<T> Result()
    {
        double sum = 0;
        foreach (T imageLoss in _losses)
            sum += double.CreateChecked(imageLoss);
        return new BatchResult<T>(sum / imageCount, [.. _losses], _correct, _gradient!);
    }
}
