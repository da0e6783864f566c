using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>The activations: docs/arithmetic.md, sections 4 and 6.</summary>
internal static class ActivationReference<T> where T : IFloatingPointIeee754<T>
{
    // Those of the scaled hyperbolic tangent.
    private static readonly T Amplitude = T.CreateChecked(1.7159);
    private static readonly T Rate = T.CreateChecked(2.0 / 3.0);

    /// <summary>Section 4: applies an activation.</summary>
    /// <param name="activation">Which.</param>
    /// <param name="z">[n] the values before the activation.</param>
    /// <param name="y">[n] receives the values after it.</param>
    /// <param name="negativeSlope">The factor of LeakyReLU.</param>
    public static void Forward(Activation activation, ReadOnlySpan<T> z, Span<T> y, float negativeSlope = 0)
    {
        if (activation == Activation.Softmax)
        {
            SoftmaxReference<T>.Probabilities(z, y);
            return;
        }

        T slope = T.CreateChecked(negativeSlope);
        for (int i = 0; i < z.Length; i++)
        {
            y[i] = activation switch
            {
                Activation.None => z[i],
                Activation.ReLU => z[i] <= T.Zero ? T.Zero : z[i],
                Activation.LeakyReLU => z[i] <= T.Zero ? slope * z[i] : z[i],
                Activation.Sigmoid => ElementaryReference.Sigmoid(z[i]),
                Activation.Tanh => ElementaryReference.Tanh(z[i]),
                Activation.ScaledTanh => Amplitude * ElementaryReference.Tanh(Rate * z[i]),
                _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "There is no such activation."),
            };
        }
    }

    /// <summary>Section 6: the gradient before an activation from that after it.</summary>
    /// <param name="activation">Which. Of a softmax, <paramref name="dy"/> is already the gradient of the logits.</param>
    /// <param name="y">[n] the values after the activation.</param>
    /// <param name="dy">[n] the gradient with respect to them.</param>
    /// <param name="dz">[n] receives the gradient with respect to the values before the activation.</param>
    /// <param name="negativeSlope">The factor of LeakyReLU.</param>
    public static void Backward(Activation activation, ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> dz, float negativeSlope = 0)
    {
        T slope = T.CreateChecked(negativeSlope);
        for (int i = 0; i < y.Length; i++)
        {
            dz[i] = activation switch
            {
                Activation.None or Activation.Softmax => dy[i],
                Activation.ReLU => y[i] <= T.Zero ? T.Zero : dy[i],
                Activation.LeakyReLU => y[i] <= T.Zero ? slope * dy[i] : dy[i],
                Activation.Sigmoid => dy[i] * (y[i] * (T.One - y[i])),
                Activation.Tanh => dy[i] * T.FusedMultiplyAdd(-y[i], y[i], T.One),
                Activation.ScaledTanh => dy[i] * T.FusedMultiplyAdd(-(Rate / Amplitude) * y[i], y[i], Amplitude * Rate),
                _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "There is no such activation."),
            };
        }
    }
}
