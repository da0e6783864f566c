using System.Numerics;
using LeNetGen.Training;

namespace LeNetGen.Reference;

/// <summary>A loss, executed image by image as docs/arithmetic.md, section 5, is written.</summary>
public abstract class ReferenceLoss<T> where T : IFloatingPointIeee754<T>
{
    private protected ReferenceLoss()
    {
    }

    /// <summary>Whether it compares outputs with targets; else with labels.</summary>
    public abstract bool UsesTargets { get; }

    /// <summary>The reference of a loss.</summary>
    /// <exception cref="ArgumentException">The interpreter does not know it.</exception>
    public static ReferenceLoss<T> Of(Loss loss) => loss switch
    {
        SparseCategoricalCrossEntropy => new SparseCategoricalCrossEntropyReference<T>(),
        CategoricalCrossEntropy => new CategoricalCrossEntropyReference<T>(),
        MeanSquaredError => new MeanSquaredErrorReference<T>(),
        MaximumAPosteriori criterion => new MaximumAPosterioriReference<T>(criterion.J),
        _ => throw new ArgumentException($"The interpreter does not know the loss {loss?.Name}.", nameof(loss)),
    };

    /// <summary>The loss of one image.</summary>
    /// <param name="outputs">[outputs] the network's outputs before a final softmax.</param>
    /// <param name="endsInSoftmax">Whether there is one.</param>
    /// <param name="label">The image's label.</param>
    /// <param name="target">[outputs] its target; empty if the loss uses none.</param>
    internal abstract T ImageLoss(ReadOnlySpan<T> outputs, bool endsInSoftmax, int label, ReadOnlySpan<T> target);

    /// <summary>The gradient of a batch's mean loss with respect to one image's outputs before a final softmax.</summary>
    /// <param name="outputs">[outputs] these.</param>
    /// <param name="endsInSoftmax">Whether there is one.</param>
    /// <param name="label">The image's label.</param>
    /// <param name="target">[outputs] its target; empty if the loss uses none.</param>
    /// <param name="batchSize">Images in the batch.</param>
    /// <param name="gradient">[outputs] receives the gradient.</param>
    internal abstract void Gradient(
        ReadOnlySpan<T> outputs, bool endsInSoftmax, int label, ReadOnlySpan<T> target, int batchSize, Span<T> gradient);

    /// <summary>Section 11: the curvature of one image's loss with respect to each of its outputs before a final softmax.</summary>
    /// <param name="outputs">[outputs] these.</param>
    /// <param name="endsInSoftmax">Whether there is one.</param>
    /// <param name="curvature">[outputs] receives the curvature.</param>
    internal abstract void Curvature(ReadOnlySpan<T> outputs, bool endsInSoftmax, Span<T> curvature);
}
