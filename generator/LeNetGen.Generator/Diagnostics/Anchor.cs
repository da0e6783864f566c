namespace LeNetGen.Generator.Diagnostics;

/// <summary>The part of a declaration that a problem belongs to.</summary>
internal enum AnchorKind
{
    Class,
    ContainingType,
    Modifier,
    TypeParameters,
    BaseClass,
    PrimaryConstructor,
    Member,
    Network,
    Input,
    Layer,
}

/// <summary>Where a problem lies, in the declaration's own terms; the analyzer finds the place in the source.</summary>
/// <param name="Kind">The part of the declaration.</param>
/// <param name="Layer">The layer's index, top to bottom.</param>
/// <param name="Name">
/// The argument (by the constructor parameter's or property's name), modifier, type or member; without a name, or where it is not
/// written, the whole part is meant.
/// </param>
internal readonly record struct Anchor(AnchorKind Kind, int Layer = 0, string? Name = null)
{
    public static readonly Anchor Class = new(AnchorKind.Class);
    public static readonly Anchor TypeParameters = new(AnchorKind.TypeParameters);
    public static readonly Anchor BaseClass = new(AnchorKind.BaseClass);
    public static readonly Anchor PrimaryConstructor = new(AnchorKind.PrimaryConstructor);

    public static Anchor OfContainingType(string name) => new(AnchorKind.ContainingType, Name: name);

    public static Anchor OfModifier(string modifier) => new(AnchorKind.Modifier, Name: modifier);

    public static Anchor OfMember(string name) => new(AnchorKind.Member, Name: name);

    public static Anchor OfNetwork(string? argument = null) => new(AnchorKind.Network, Name: argument);

    public static Anchor OfInput(string? argument = null) => new(AnchorKind.Input, Name: argument);

    public static Anchor OfLayer(int layer, string? argument = null) => new(AnchorKind.Layer, layer, argument);
}
