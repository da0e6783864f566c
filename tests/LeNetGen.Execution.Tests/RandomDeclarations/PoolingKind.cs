namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>Poolings: of single pixels, of the whole input, with rows and columns left over.</summary>
internal sealed class PoolingKind(Type attribute) : LayerKind(attribute, share: 2)
{
    /// <inheritdoc/>
    public override bool Reads(Shape input) => !input.IsVector;

    /// <inheritdoc/>
    public override DrawnLayer Draw(Random random, Shape input)
    {
        int smaller = Math.Min(input.Height, input.Width);
        int pool = Math.Min(smaller, EdgeSizes.Pick(random, 1, 2, 2, 2, 3, 4, smaller));
        return new DrawnLayer(
            new LayerArguments(random).Add(pool),
            new Shape(input.Channels, input.Height / pool, input.Width / pool));
    }
}
