using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>The sums of a subsampling's windows.</summary>
internal sealed class SumPoolingReference<T>(Subsampling2DDefinition definition) : PoolingReference<T>(
    new AveragePooling2DDefinition(definition.Name, definition.Input, definition.Output, definition.PoolHeight, definition.PoolWidth)
    {
        StrideHeight = definition.StrideHeight,
        StrideWidth = definition.StrideWidth,
        PadTop = definition.PadTop,
        PadLeft = definition.PadLeft,
    })
    where T : IFloatingPointIeee754<T>
{
    // Section 4: from the first element and not from zero, which would turn -0 into +0.
    protected override T Value(ReadOnlySpan<T> x, int[] window)
    {
        T sum = x[window[0]];
        foreach (int element in window.AsSpan(1))
            sum += x[element];
        return sum;
    }

    protected override void Share(ReadOnlySpan<T> x, int[] window, T dz, Span<T> shares) => shares[..window.Length].Fill(dz);
}
