namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>A kind of layer that random declarations have. A new attribute needs a class here and a line in <see cref="All"/>.</summary>
/// <param name="attribute">The attribute that declares it.</param>
/// <param name="share">How often it is drawn, compared to the others that could be.</param>
internal abstract class LayerKind(Type attribute, int share)
{
    /// <summary>Every kind.</summary>
    public static IReadOnlyList<LayerKind> All { get; } =
    [
        new ConvolutionKind(),
        new PoolingKind(typeof(AveragePooling2DAttribute)),
        new PoolingKind(typeof(MaxPooling2DAttribute)),
        new SubsamplingKind(),
        new RbfKind(),
        new FlattenKind(),
        new DenseKind(),
        new DropoutKind(),
    ];

    /// <summary>The attribute that declares it.</summary>
    public Type Attribute => attribute;

    /// <summary>How often it is drawn, compared to the others that could be.</summary>
    public int Share => share;

    /// <summary>The attribute's name as it is written.</summary>
    public string Name { get; } = attribute.Name[..^"Attribute".Length];

    /// <summary>Whether it can read a shape.</summary>
    public abstract bool Reads(Shape input);

    /// <summary>Draws one.</summary>
    /// <param name="random">Where from.</param>
    /// <param name="input">What it reads.</param>
    public abstract DrawnLayer Draw(Random random, Shape input);
}
