using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>The clipping of gradients, element by element as docs/arithmetic.md, section 8, is written.</summary>
public static class ReferenceClipping
{
    private const int PieceLength = 2048;
    private const int Lanes = 16;

    /// <summary>Scales the gradient of each tensor whose norm is larger than a limit down to it.</summary>
    /// <param name="network">The network, whose parameter tensors they are.</param>
    /// <param name="gradient">[parameters] the gradient; changed.</param>
    /// <param name="limit">The largest norm that a tensor's gradient may have.</param>
    public static void EachTensor<T>(NetworkDefinition network, Span<T> gradient, double limit) where T : IFloatingPointIeee754<T>
    {
        foreach (ParameterDefinition parameter in network.Parameters)
        {
            Span<T> tensor = gradient.Slice(parameter.Offset, parameter.Length);
            Scale(tensor, Math.Sqrt(SumOfSquares<T>(tensor)), limit);
        }
    }

    /// <summary>Scales the gradient of all parameters down to a limit if its norm is larger.</summary>
    /// <param name="network">The network, whose parameters they are.</param>
    /// <param name="gradient">[parameters] the gradient; changed.</param>
    /// <param name="limit">The largest norm that the gradient may have.</param>
    public static void AllTogether<T>(NetworkDefinition network, Span<T> gradient, double limit) where T : IFloatingPointIeee754<T>
    {
        double sum = 0;
        foreach (ParameterDefinition parameter in network.Parameters)
            sum += SumOfSquares<T>(gradient.Slice(parameter.Offset, parameter.Length));
        Scale(gradient, Math.Sqrt(sum), limit);
    }

    private static void Scale<T>(Span<T> gradient, double norm, double limit) where T : IFloatingPointIeee754<T>
    {
        if (!(norm > limit))
            return;
        T scale = T.CreateChecked(limit / norm);
        foreach (ref T g in gradient)
            g *= scale;
    }

    private static double SumOfSquares<T>(ReadOnlySpan<T> tensor) where T : IFloatingPointIeee754<T>
    {
        double sum = 0;
        Span<double> lanes = stackalloc double[Lanes];
        for (int start = 0; start < tensor.Length; start += PieceLength)
        {
            lanes.Clear();
            ReadOnlySpan<T> piece = tensor[start..Math.Min(start + PieceLength, tensor.Length)];
            for (int i = 0; i < piece.Length; i++)
            {
                double g = double.CreateChecked(piece[i]);
                lanes[i % Lanes] += g * g;
            }

            sum += LaneTree.Sum(lanes);
        }

        return sum;
    }
}
