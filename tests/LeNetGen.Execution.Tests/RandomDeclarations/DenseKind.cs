namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>Dense layers.</summary>
internal sealed class DenseKind() : LayerKind(typeof(DenseAttribute), share: 4)
{
    /// <inheritdoc/>
    public override bool Reads(Shape input) => input.IsVector;

    /// <inheritdoc/>
    public override DrawnLayer Draw(Random random, Shape input)
    {
        int units = EdgeSizes.Draw(random, 65);
        return Of(input, units, new LayerArguments(random).Add(units).Activated().Initialized().Unrolled((long)units * input.Length));
    }

    /// <summary>Draws one that ends a network: some classes, mostly with softmax.</summary>
    public static DrawnLayer DrawLast(Random random, Shape input)
    {
        int units = EdgeSizes.Draw(random, 19);
        LayerArguments arguments = new LayerArguments(random).Add(units).Initialized();
        return Of(input, units, random.Next(3) == 0 ? arguments.Activated() : arguments.Activated(Activation.Softmax));
    }

    private static DrawnLayer Of(Shape input, int units, LayerArguments arguments) =>
        new(arguments, new Shape(units), (long)input.Length * units, (input.Length + 1L) * units);
}
