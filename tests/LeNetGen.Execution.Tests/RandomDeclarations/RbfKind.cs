namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>Radial basis functions.</summary>
internal sealed class RbfKind() : LayerKind(typeof(RbfAttribute), share: 1)
{
    private const int MostInputs = 200;

    /// <inheritdoc/>
    public override bool Reads(Shape input) => input.IsVector && input.Length <= MostInputs;

    /// <inheritdoc/>
    public override DrawnLayer Draw(Random random, Shape input)
    {
        int units = EdgeSizes.Draw(random, 19);
        var arguments = new LayerArguments(random);
        for (int unit = 0; unit < units; unit++)
            arguments.Add(Marks.Draw(random, input.Length));
        return new DrawnLayer(arguments, new Shape(units), (long)units * input.Length);
    }
}
