using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>Average pooling.</summary>
internal sealed class AveragePoolingReference<T>(AveragePooling2DDefinition definition) : PoolingReference<T>(definition)
    where T : IFloatingPointIeee754<T>
{
    private readonly T _reciprocal = T.CreateChecked(1.0 / (definition.PoolHeight * definition.PoolWidth));

    /// <inheritdoc/>
    public override void Forward(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x, Span<T> z)
    {
        foreach ((int output, int window) in Windows)
            z[output] = Sum(x[window..]) * _reciprocal;
    }

    // Section 4: row-major, from the first element and not from zero, which would turn -0 into +0.
    private T Sum(ReadOnlySpan<T> window)
    {
        T sum = window[0];
        for (int element = 1; element < PoolHeight * PoolWidth; element++)
            sum += window[element / PoolWidth * RowStride + element % PoolWidth];
        return sum;
    }

    /// <inheritdoc/>
    public override void InputGradient(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x, ReadOnlySpan<T> dz, Span<T> dx)
    {
        // Section 6: elements that no window covers keep +0.
        dx.Clear();
        foreach ((int output, int window) in Windows)
        {
            for (int row = 0; row < PoolHeight; row++)
                dx.Slice(window + row * RowStride, PoolWidth).Fill(dz[output] * _reciprocal);
        }
    }
}
