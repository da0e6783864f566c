using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>Softmax cross-entropy with targets: docs/arithmetic.md, section 5.</summary>
internal sealed class CategoricalCrossEntropyReference<T> : ReferenceLoss<T> where T : IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override bool UsesTargets => true;

    /// <inheritdoc/>
    internal override T ImageLoss(ReadOnlySpan<T> outputs, bool endsInSoftmax, int label, ReadOnlySpan<T> target)
    {
        T logarithm = ElementaryReference.Log(SoftmaxReference<T>.Exponentials(outputs, new T[outputs.Length]));
        T largest = outputs[SoftmaxReference<T>.Largest(outputs)];
        T loss = T.Zero;
        for (int k = 0; k < outputs.Length; k++)
        {
            if (target[k] != T.Zero)
                loss = T.FusedMultiplyAdd(target[k], logarithm - (outputs[k] - largest), loss);
        }

        return loss;
    }

    /// <inheritdoc/>
    internal override void Gradient(
        ReadOnlySpan<T> outputs, bool endsInSoftmax, int label, ReadOnlySpan<T> target, int batchSize, Span<T> gradient)
    {
        T share = T.CreateChecked(1.0 / batchSize);
        T sum = SoftmaxReference<T>.Exponentials(outputs, gradient);
        for (int k = 0; k < gradient.Length; k++)
            gradient[k] = (gradient[k] / sum - target[k]) * share;
    }

    /// <inheritdoc/>
    internal override void Curvature(ReadOnlySpan<T> outputs, bool endsInSoftmax, Span<T> curvature) =>
        SoftmaxReference<T>.LossCurvature(outputs, curvature);
}
