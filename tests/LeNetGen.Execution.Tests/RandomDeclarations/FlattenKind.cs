namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>Flatten, of images and of vectors.</summary>
internal sealed class FlattenKind() : LayerKind(typeof(FlattenAttribute), share: 1)
{
    /// <inheritdoc/>
    public override bool Reads(Shape input) => true;

    /// <inheritdoc/>
    public override DrawnLayer Draw(Random random, Shape input) => new(new LayerArguments(random), new Shape(input.Length));
}
