using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>Softmax and its cross-entropy: docs/arithmetic.md, sections 4 and 5.</summary>
internal static class SoftmaxReference<T> where T : IFloatingPointIeee754<T>
{
    /// <summary>Section 4: the softmax of logits.</summary>
    /// <param name="logits">[classes] the logits.</param>
    /// <param name="probabilities">[classes] receives the softmax.</param>
    public static void Probabilities(ReadOnlySpan<T> logits, Span<T> probabilities)
    {
        T sum = Exponentials(logits, probabilities);
        for (int k = 0; k < probabilities.Length; k++)
            probabilities[k] /= sum;
    }

    /// <summary>Section 5: the cross-entropy of one image.</summary>
    /// <param name="logits">[classes] the logits.</param>
    /// <param name="label">The image's class.</param>
    public static T Loss(ReadOnlySpan<T> logits, int label)
    {
        T sum = Exponentials(logits, new T[logits.Length]);
        return ElementaryReference.Log(sum) - (logits[label] - logits[Largest(logits)]);
    }

    /// <summary>Section 5: the gradient of a batch's mean loss with respect to one image's logits.</summary>
    /// <param name="logits">[classes] the logits.</param>
    /// <param name="label">The image's class.</param>
    /// <param name="batchSize">Images in the batch.</param>
    /// <param name="gradient">[classes] receives the gradient.</param>
    public static void LossGradient(ReadOnlySpan<T> logits, int label, int batchSize, Span<T> gradient)
    {
        T share = T.CreateChecked(1.0 / batchSize);
        T sum = Exponentials(logits, gradient);
        for (int k = 0; k < gradient.Length; k++)
            gradient[k] = (gradient[k] / sum - (k == label ? T.One : T.Zero)) * share;
    }

    /// <summary>Section 11: the curvature of one image's cross-entropy with respect to its logits.</summary>
    /// <param name="logits">[classes] the logits.</param>
    /// <param name="curvature">[classes] receives the curvature.</param>
    public static void LossCurvature(ReadOnlySpan<T> logits, Span<T> curvature)
    {
        Probabilities(logits, curvature);
        foreach (ref T p in curvature)
            p *= T.One - p;
    }

    /// <summary>The class predicted: the first of the largest logits.</summary>
    /// <param name="logits">[classes] the logits.</param>
    public static int Largest(ReadOnlySpan<T> logits)
    {
        int largest = 0;
        for (int k = 1; k < logits.Length; k++)
        {
            if (logits[k] > logits[largest])
                largest = k;
        }

        return largest;
    }

    /// <summary>The class predicted from penalties: the first of the smallest.</summary>
    /// <param name="penalties">[classes] the penalties.</param>
    public static int Smallest(ReadOnlySpan<T> penalties)
    {
        int smallest = 0;
        for (int k = 1; k < penalties.Length; k++)
        {
            if (penalties[k] < penalties[smallest])
                smallest = k;
        }

        return smallest;
    }

    /// <summary>Section 4: e[k] = exp(z[k] - m); the result is their sum s.</summary>
    public static T Exponentials(ReadOnlySpan<T> logits, Span<T> exponentials)
    {
        T largest = logits[Largest(logits)];
        for (int k = 0; k < logits.Length; k++)
            exponentials[k] = ElementaryReference.Exp(logits[k] - largest);
        T sum = exponentials[0];
        foreach (T exponential in exponentials[1..])
            sum += exponential;
        return sum;
    }
}
