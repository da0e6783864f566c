using System.Numerics;

namespace LeNetGen.Reference;

/// <summary>Flatten: values already lie in its order, (channel, row, column), so nothing moves.</summary>
internal sealed class FlattenReference<T>(FlattenDefinition definition) : UnaryReference<T>(definition)
    where T : IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override void Forward(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x, Span<T> z) => x.CopyTo(z);

    /// <inheritdoc/>
    public override void InputGradient(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x, ReadOnlySpan<T> dz, Span<T> dx) => dz.CopyTo(dx);
}
