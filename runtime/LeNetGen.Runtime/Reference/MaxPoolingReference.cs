using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>Max pooling.</summary>
internal sealed class MaxPoolingReference<T>(MaxPooling2DDefinition definition) : PoolingReference<T>(definition)
    where T : IFloatingPointIeee754<T>
{
    protected override T Value(ReadOnlySpan<T> x, int[] window) => x[window[Chosen(x, window)]];

    protected override void Share(ReadOnlySpan<T> x, int[] window, T dz, Span<T> shares)
    {
        shares.Clear();
        shares[Chosen(x, window)] = dz;
    }

    // Section 4: strictly greater, so that the first of equals stays chosen, a NaN in front stays and a NaN behind is passed over.
    private static int Chosen(ReadOnlySpan<T> x, int[] window)
    {
        int chosen = 0;
        for (int candidate = 1; candidate < window.Length; candidate++)
        {
            if (x[window[candidate]] > x[window[chosen]])
                chosen = candidate;
        }

        return chosen;
    }
}
