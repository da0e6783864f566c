using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>Average pooling.</summary>
internal sealed class AveragePoolingReference<T>(AveragePooling2DDefinition definition) : PoolingReference<T>(definition)
    where T : IFloatingPointIeee754<T>
{
    // Section 4: from the first element and not from zero, which would turn -0 into +0.
    protected override T Value(ReadOnlySpan<T> x, int[] window)
    {
        T sum = x[window[0]];
        foreach (int element in window.AsSpan(1))
            sum += x[element];
        return sum * Reciprocal(window);
    }

    protected override void Share(ReadOnlySpan<T> x, int[] window, T dz, Span<T> shares) =>
        shares[..window.Length].Fill(dz * Reciprocal(window));

    private static T Reciprocal(int[] window) => T.CreateChecked(1.0 / window.Length);
}
