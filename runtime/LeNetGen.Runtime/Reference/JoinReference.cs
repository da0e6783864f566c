using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>The sum of two tensors.</summary>
internal sealed class AddReference<T>(AddDefinition definition) : LayerReference<T>(definition)
    where T : IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override void Forward(ReadOnlySpan<T> parameters, T[][] inputs, Span<T> z)
    {
        for (int i = 0; i < z.Length; i++)
            z[i] = inputs[0][i] + inputs[1][i];
    }

    /// <inheritdoc/>
    public override void InputGradient(ReadOnlySpan<T> parameters, T[][] inputs, int input, ReadOnlySpan<T> dz, Span<T> dx) =>
        dz.CopyTo(dx);
}

/// <summary>The product of two tensors.</summary>
internal sealed class MultiplyReference<T>(MultiplyDefinition definition) : LayerReference<T>(definition)
    where T : IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override void Forward(ReadOnlySpan<T> parameters, T[][] inputs, Span<T> z)
    {
        for (int i = 0; i < z.Length; i++)
            z[i] = inputs[0][i] * inputs[1][i];
    }

    /// <inheritdoc/>
    public override void InputGradient(ReadOnlySpan<T> parameters, T[][] inputs, int input, ReadOnlySpan<T> dz, Span<T> dx)
    {
        T[] other = inputs[1 - input];
        for (int i = 0; i < dx.Length; i++)
            dx[i] = dz[i] * other[i];
    }

    /// <inheritdoc/>
    public override void InputCurvature(
        ReadOnlySpan<T> parameters, T[][] inputs, int input, ReadOnlySpan<T> dz, ReadOnlySpan<T> hz, Span<T> hx) =>
        InputGradient(parameters, [.. inputs.Select(operand => Squares(operand))], input, hz, hx);
}

/// <summary>Tensors one after the other: channels lie one after the other already.</summary>
internal sealed class ConcatenateReference<T>(ConcatenateDefinition definition) : LayerReference<T>(definition)
    where T : IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override void Forward(ReadOnlySpan<T> parameters, T[][] inputs, Span<T> z)
    {
        foreach (T[] input in inputs)
        {
            input.CopyTo(z);
            z = z[input.Length..];
        }
    }

    /// <inheritdoc/>
    public override void InputGradient(ReadOnlySpan<T> parameters, T[][] inputs, int input, ReadOnlySpan<T> dz, Span<T> dx) =>
        dz.Slice(inputs[..input].Sum(before => before.Length), dx.Length).CopyTo(dx);
}
