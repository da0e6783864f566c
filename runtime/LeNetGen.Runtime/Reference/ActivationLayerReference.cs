using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>An activation by itself: what it does is left to the activation that every layer ends in.</summary>
internal sealed class ActivationLayerReference<T>(ActivationDefinition definition) : UnaryReference<T>(definition)
    where T : IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override void Forward(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x, Span<T> z) => x.CopyTo(z);

    /// <inheritdoc/>
    public override void InputGradient(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x, ReadOnlySpan<T> dz, Span<T> dx) => dz.CopyTo(dx);
}
