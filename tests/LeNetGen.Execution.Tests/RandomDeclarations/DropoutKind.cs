namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>Dropout, of images and of vectors.</summary>
internal sealed class DropoutKind() : LayerKind(typeof(DropoutAttribute), share: 2)
{
    /// <summary>Rates that drop nothing, next to nothing, some elements and almost all.</summary>
    public static IReadOnlyList<double> Rates { get; } = [0, 1e-7, 0.1, 0.5, 0.75, 0.999];

    /// <inheritdoc/>
    public override bool Reads(Shape input) => true;

    /// <inheritdoc/>
    public override DrawnLayer Draw(Random random, Shape input) =>
        new(new LayerArguments(random).Add(EdgeSizes.Pick(random, [.. Rates])), input);
}
