using System.Numerics;
using LeNetGen.Arithmetic;
using LeNetGen.Execution;

namespace LeNetGen.Reference;

/// <summary>Dropout. In training it has the mask of one image in the place of parameters; otherwise it has none, and copies.</summary>
internal sealed class DropoutReference<T>(DropoutDefinition definition) : UnaryReference<T>(definition)
    where T : IFloatingPointIeee754<T>
{
    /// <summary>Section 9: the factors of one image's elements.</summary>
    /// <param name="index">The layer's index in the network.</param>
    /// <param name="key">The training's seed and step; its first image is the image.</param>
    /// <returns>[output] the mask.</returns>
    public T[] Mask(int index, DropoutKey key)
    {
        var mask = new T[definition.Output.Length];
        for (int element = 0; element < mask.Length; element++)
        {
            (uint, uint, uint, uint) words = unchecked(Philox.Draw(
                (uint)key.Seed, (uint)key.Step, (uint)(element / 4), (uint)key.FirstImage, (uint)RandomPurpose.Dropout, (uint)index));
            uint bits = (element % 4) switch
            {
                0 => words.Item1,
                1 => words.Item2,
                2 => words.Item3,
                _ => words.Item4,
            };
            mask[element] = RandomStream.Uniform(bits) >= definition.Rate ? T.CreateChecked(definition.Scale) : T.Zero;
        }

        return mask;
    }

    /// <inheritdoc/>
    public override void Forward(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x, Span<T> z) => Multiply(x, parameters, z);

    /// <inheritdoc/>
    public override void InputGradient(ReadOnlySpan<T> parameters, ReadOnlySpan<T> x, ReadOnlySpan<T> dz, Span<T> dx) =>
        Multiply(dz, parameters, dx);

    private static void Multiply(ReadOnlySpan<T> values, ReadOnlySpan<T> mask, Span<T> products)
    {
        values.CopyTo(products);
        for (int i = 0; i < mask.Length; i++)
            products[i] *= mask[i];
    }
}
