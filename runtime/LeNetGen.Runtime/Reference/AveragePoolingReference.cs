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

    /// <inheritdoc/>
    public override void InputCurvature(
        ReadOnlySpan<T> parameters, T[][] inputs, int input, ReadOnlySpan<T> dz, ReadOnlySpan<T> hz, Span<T> hx)
    {
        // Once here, and once more on the gradient's way.
        T[] scaled = hz.ToArray();
        for (int output = 0; output < scaled.Length; output++)
            scaled[output] *= Reciprocal(Windows[output]);
        InputGradient(parameters, inputs, input, scaled, hx);
    }

    private static T Reciprocal(int[] window) => T.CreateChecked(1.0 / window.Length);
}
