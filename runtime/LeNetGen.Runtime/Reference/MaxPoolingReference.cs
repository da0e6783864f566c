using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>Max pooling.</summary>
internal sealed class MaxPoolingReference<T>(MaxPooling2DDefinition definition) : PoolingReference<T>(definition)
    where T : IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override void Forward(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x, Span<T> z)
    {
        foreach ((int output, int window) in Windows)
            z[output] = x[Chosen(x, window)];
    }

    /// <inheritdoc/>
    public override void InputGradient(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x, ReadOnlySpan<T> dz, Span<T> dx)
    {
        // Section 6: all but the chosen elements keep +0.
        dx.Clear();
        foreach ((int output, int window) in Windows)
            dx[Chosen(x, window)] = dz[output];
    }

    // Section 4: strictly greater, so that the first of equals stays chosen, a NaN in front stays and a NaN behind is passed over.
    private int Chosen(ReadOnlySpan<T> x, int window)
    {
        int chosen = window;
        for (int row = 0; row < PoolHeight; row++)
        for (int column = 0; column < PoolWidth; column++)
        {
            int candidate = window + row * RowStride + column;
            if (x[candidate] > x[chosen])
                chosen = candidate;
        }

        return chosen;
    }
}
