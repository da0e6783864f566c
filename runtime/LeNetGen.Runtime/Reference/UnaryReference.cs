using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>A layer that reads one other.</summary>
internal abstract class UnaryReference<T>(LayerDefinition definition) : LayerReference<T>(definition)
    where T : IFloatingPointIeee754<T>
{
    /// <summary>Section 4: the values before the activation.</summary>
    /// <param name="parameters">[<see cref="LayerReference{T}.ParameterCount"/>] the parameters that this layer computes with.</param>
    /// <param name="x">[input] one image's input.</param>
    /// <param name="z">[output] receives the values.</param>
    public abstract void Forward(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x, Span<T> z);

    /// <summary>Section 6: the gradient of the loss with respect to the input.</summary>
    /// <param name="parameters">[<see cref="LayerReference{T}.ParameterCount"/>] the parameters that this layer computes with.</param>
    /// <param name="x">[input] one image's input.</param>
    /// <param name="dz">[output] the gradient with respect to the values before the activation.</param>
    /// <param name="dx">[input] receives the gradient.</param>
    public abstract void InputGradient(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x, ReadOnlySpan<T> dz, Span<T> dx);

    /// <inheritdoc/>
    public sealed override void Forward(ReadOnlySpan<T> parameters, T[][] inputs, Span<T> z) => Forward(parameters, inputs[0], z);

    /// <inheritdoc/>
    public sealed override void InputGradient(ReadOnlySpan<T> parameters, T[][] inputs, int input, ReadOnlySpan<T> dz, Span<T> dx) =>
        InputGradient(parameters, inputs[0], dz, dx);
}
