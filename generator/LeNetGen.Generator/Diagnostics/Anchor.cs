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
    Deploy,
    Layer,
    Method,
    MethodAttribute,
    Forward,
    Place,
}

/// <summary>Where a problem lies, in the declaration's own terms; the analyzer finds the place in the source.</summary>
/// <param name="Kind">The part of the declaration.</param>
/// <param name="Index">The index of the layer, top to bottom or in the order of calls; of the method; of the place in Forward.</param>
/// <param name="Name">
/// The argument (by the constructor parameter's or property's name), modifier, type or member; without a name, or where it is not
/// written, the whole part is meant.
/// </param>
/// <param name="Attribute">The index among the layer attributes of a method.</param>
internal readonly record struct Anchor(AnchorKind Kind, int Index = 0, string? Name = null, int Attribute = 0)
{
    public static readonly Anchor Class = new(AnchorKind.Class);
    public static readonly Anchor TypeParameters = new(AnchorKind.TypeParameters);
    public static readonly Anchor BaseClass = new(AnchorKind.BaseClass);
    public static readonly Anchor PrimaryConstructor = new(AnchorKind.PrimaryConstructor);
    public static readonly Anchor Forward = new(AnchorKind.Forward);

    public static Anchor OfContainingType(string name) => new(AnchorKind.ContainingType, Name: name);

    public static Anchor OfModifier(string modifier) => new(AnchorKind.Modifier, Name: modifier);

    public static Anchor OfMember(string name) => new(AnchorKind.Member, Name: name);

    public static Anchor OfNetwork(string? argument = null) => new(AnchorKind.Network, Name: argument);

    public static Anchor OfInput(string? argument = null) => new(AnchorKind.Input, Name: argument);

    public static Anchor OfDeploy(string argument) => new(AnchorKind.Deploy, Name: argument);

    /// <summary>A layer's attribute, or in Forward its call; where an argument is at fault, that argument.</summary>
    public static Anchor OfLayer(int layer, string? argument = null) => new(AnchorKind.Layer, layer, argument);

    /// <summary>The name of a method that is a layer.</summary>
    public static Anchor OfMethod(int method) => new(AnchorKind.Method, method);

    /// <summary>An attribute of a method that is a layer.</summary>
    public static Anchor OfMethodAttribute(int method, int attribute, string? argument = null) =>
        new(AnchorKind.MethodAttribute, method, argument, attribute);

    /// <summary>An expression or statement of Forward, by its index among those with a problem.</summary>
    public static Anchor OfPlace(int place) => new(AnchorKind.Place, place);
}
