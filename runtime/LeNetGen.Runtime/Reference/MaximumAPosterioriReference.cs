using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>The maximum a posteriori criterion: docs/arithmetic.md, section 5.</summary>
/// <param name="j">The penalty of the class that is none of them.</param>
internal sealed class MaximumAPosterioriReference<T>(double j) : ReferenceLoss<T> where T : IFloatingPointIeee754<T>
{
    private readonly T _j = T.CreateChecked(j);

    /// <inheritdoc/>
    public override bool UsesTargets => false;

    /// <inheritdoc/>
    internal override T ImageLoss(ReadOnlySpan<T> outputs, bool endsInSoftmax, int label, ReadOnlySpan<T> target)
    {
        T sum = Exponentials(outputs, new T[outputs.Length]);
        return ElementaryReference.Log(sum) - (Smallest(outputs) - outputs[label]);
    }

    /// <inheritdoc/>
    internal override void Gradient(
        ReadOnlySpan<T> outputs, bool endsInSoftmax, int label, ReadOnlySpan<T> target, int batchSize, Span<T> gradient)
    {
        T share = T.CreateChecked(1.0 / batchSize);
        T sum = Exponentials(outputs, gradient);
        for (int k = 0; k < gradient.Length; k++)
            gradient[k] = ((k == label ? T.One : T.Zero) - gradient[k] / sum) * share;
    }

    /// <inheritdoc/>
    internal override void Curvature(ReadOnlySpan<T> outputs, bool endsInSoftmax, Span<T> curvature)
    {
        T sum = Exponentials(outputs, curvature);
        foreach (ref T element in curvature)
        {
            T p = element / sum;
            element = p * (T.One - p);
        }
    }

    // e[k] = exp(m - y[k]); the result is their sum s, which starts with that of j.
    private T Exponentials(ReadOnlySpan<T> penalties, Span<T> exponentials)
    {
        T smallest = Smallest(penalties);
        T sum = ElementaryReference.Exp(smallest - _j);
        for (int k = 0; k < penalties.Length; k++)
        {
            exponentials[k] = ElementaryReference.Exp(smallest - penalties[k]);
            sum += exponentials[k];
        }

        return sum;
    }

    private T Smallest(ReadOnlySpan<T> penalties)
    {
        T smallest = _j;
        foreach (T penalty in penalties)
        {
            if (penalty < smallest)
                smallest = penalty;
        }

        return smallest;
    }
}
