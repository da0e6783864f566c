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

    private T Code(int output, int input) => _codes[output, input] ? T.One : -T.One;
}
