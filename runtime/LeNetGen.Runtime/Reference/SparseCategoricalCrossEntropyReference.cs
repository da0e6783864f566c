using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>Softmax cross-entropy with labels: docs/arithmetic.md, section 5.</summary>
internal sealed class SparseCategoricalCrossEntropyReference<T> : ReferenceLoss<T> where T : IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override bool UsesTargets => false;

    /// <inheritdoc/>
    internal override T ImageLoss(ReadOnlySpan<T> outputs, bool endsInSoftmax, int label, ReadOnlySpan<T> target) =>
        SoftmaxReference<T>.Loss(outputs, label);

    /// <inheritdoc/>
    internal override void Gradient(
        ReadOnlySpan<T> outputs, bool endsInSoftmax, int label, ReadOnlySpan<T> target, int batchSize, Span<T> gradient) =>
        SoftmaxReference<T>.LossGradient(outputs, label, batchSize, gradient);

    /// <inheritdoc/>
    internal override void Curvature(ReadOnlySpan<T> outputs, bool endsInSoftmax, Span<T> curvature) =>
        SoftmaxReference<T>.LossCurvature(outputs, curvature);
}
