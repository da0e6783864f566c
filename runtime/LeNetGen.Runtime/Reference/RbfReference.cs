using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>Radial basis functions: squared distances from codes of +1 and -1.</summary>
internal sealed class RbfReference<T>(RbfDefinition definition) : UnaryReference<T>(definition)
    where T : IFloatingPointIeee754<T>
{
    private readonly BinaryTable _codes = definition.Codes;

    /// <inheritdoc/>
    public override void Forward(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x, Span<T> z)
    {
        for (int output = 0; output < z.Length; output++)
        {
            T sum = T.Zero;
            for (int input = 0; input < x.Length; input++)
            {
                T difference = x[input] - Code(output, input);
                sum = T.FusedMultiplyAdd(difference, difference, sum);
            }

            z[output] = sum;
        }
    }

    /// <inheritdoc/>
    public override void InputGradient(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x, ReadOnlySpan<T> dz, Span<T> dx)
    {
        for (int input = 0; input < x.Length; input++)
        {
            T sum = T.Zero;
            for (int output = 0; output < dz.Length; output++)
                sum = T.FusedMultiplyAdd(dz[output], x[input] - Code(output, input), sum);
            dx[input] = sum + sum;
        }
    }

    /// <inheritdoc/>
    public override bool CurvatureNeedsGradient => true;

    /// <inheritdoc/>
    /// <remarks>Outputs that are pushed up more than pulled down would bend the loss downwards; that is left out.</remarks>
    public override void InputCurvature(
        ReadOnlySpan<T> parameters, T[][] inputs, int input, ReadOnlySpan<T> dz, ReadOnlySpan<T> hz, Span<T> hx)
    {
        T[] x = inputs[0];
        T pull = T.Zero;
        foreach (T slope in dz)
            pull += slope;
        pull = pull <= T.Zero ? T.Zero : pull + pull;
        for (int element = 0; element < hx.Length; element++)
        {
            T sum = T.Zero;
            for (int output = 0; output < hz.Length; output++)
            {
                T difference = x[element] - Code(output, element);
                sum = T.FusedMultiplyAdd(hz[output], difference * difference, sum);
            }

            T twice = sum + sum;
            hx[element] = twice + twice + pull;
        }
    }

    private T Code(int output, int input) => _codes[output, input] ? T.One : -T.One;
}
