using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>The mean squared error: docs/arithmetic.md, section 5.</summary>
internal sealed class MeanSquaredErrorReference<T> : ReferenceLoss<T> where T : IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override bool UsesTargets => true;

    /// <inheritdoc/>
    internal override T ImageLoss(ReadOnlySpan<T> outputs, bool endsInSoftmax, int label, ReadOnlySpan<T> target)
    {
        T[] y = Final(outputs, endsInSoftmax);
        T sum = T.Zero;
        for (int k = 0; k < y.Length; k++)
        {
            T difference = y[k] - target[k];
            sum = T.FusedMultiplyAdd(difference, difference, sum);
        }

        return sum * T.CreateChecked(1.0 / y.Length);
    }

    /// <inheritdoc/>
    internal override void Gradient(
        ReadOnlySpan<T> outputs, bool endsInSoftmax, int label, ReadOnlySpan<T> target, int batchSize, Span<T> gradient)
    {
        T[] y = Final(outputs, endsInSoftmax);
        T share = T.CreateChecked(2.0 / ((double)y.Length * batchSize));
        for (int k = 0; k < y.Length; k++)
            gradient[k] = (y[k] - target[k]) * share;
        if (!endsInSoftmax)
            return;

        T mean = T.Zero;
        for (int k = 0; k < y.Length; k++)
            mean = T.FusedMultiplyAdd(gradient[k], y[k], mean);
        for (int k = 0; k < y.Length; k++)
            gradient[k] = y[k] * (gradient[k] - mean);
    }

    /// <inheritdoc/>
    internal override void Curvature(ReadOnlySpan<T> outputs, bool endsInSoftmax, Span<T> curvature)
    {
        curvature.Fill(T.CreateChecked(2.0 / outputs.Length));
        if (!endsInSoftmax)
            return;

        // What a logit moves: its own probability by p (1 - p), each other one by minus their product.
        T[] y = Final(outputs, endsInSoftmax);
        T squares = T.Zero;
        foreach (T p in y)
            squares = T.FusedMultiplyAdd(p, p, squares);
        for (int k = 0; k < y.Length; k++)
            curvature[k] *= y[k] * y[k] * (T.One - (y[k] + y[k]) + squares);
    }

    private static T[] Final(ReadOnlySpan<T> outputs, bool endsInSoftmax)
    {
        T[] y = outputs.ToArray();
        if (endsInSoftmax)
            SoftmaxReference<T>.Probabilities(outputs, y);
        return y;
    }
}
