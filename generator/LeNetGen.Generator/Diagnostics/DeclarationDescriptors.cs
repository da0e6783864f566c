using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Diagnostics;

/// <summary>LNG1xxx: what is wrong with a network's class, or with an attribute by itself.</summary>
internal static class DeclarationDescriptors
{
    private const string Category = "LeNetGen.Declaration";

    public static readonly DiagnosticDescriptor ClassNotPartial = new(
        id: "LNG1001",
        title: "A network's class must be partial",
        messageFormat: "Class '{0}' declares a network but is not partial; add the modifier partial",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1001"));

    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = new(
        id: "LNG1002",
        title: "The types around a network's class must be partial",
        messageFormat: "Class '{0}' declares a network inside '{1}', which is not partial; add the modifier partial to '{1}'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1002"));

    public static readonly DiagnosticDescriptor FileLocal = new(
        id: "LNG1003",
        title: "A network's class cannot be file-local",
        messageFormat: "Class '{0}' declares a network, but '{1}' is file-local, so that no generated file can add to it; remove "
            + "the modifier file",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1003"));

    public static readonly DiagnosticDescriptor ForbiddenModifier = new(
        id: "LNG1004",
        title: "A network's class cannot be static or abstract",
        messageFormat: "Class '{0}' declares a network but is {1}, so that it has no instances; remove the modifier {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1004"));

    public static readonly DiagnosticDescriptor Record = new(
        id: "LNG1005",
        title: "A network cannot be a record",
        messageFormat: "Record '{0}' declares a network, but a record cannot derive from LeNetGen.Network; make it a class",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1005"));

    public static readonly DiagnosticDescriptor Generic = new(
        id: "LNG1006",
        title: "A network's class cannot be generic",
        messageFormat: "Class '{0}' declares a network but is generic, and code for fixed shapes has no use for types; remove "
            + "the type parameters",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1006"));

    public static readonly DiagnosticDescriptor OtherBaseClass = new(
        id: "LNG1007",
        title: "A network's class cannot have another base class",
        messageFormat: "Class '{0}' declares a network and so derives from LeNetGen.Network, but it has the base class '{1}'; "
            + "remove that base class",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1007"));

    public static readonly DiagnosticDescriptor PrimaryConstructor = new(
        id: "LNG1008",
        title: "A network's class cannot have a primary constructor",
        messageFormat: "Class '{0}' declares a network, whose generated constructors cannot call a primary constructor; write an "
            + "ordinary constructor that calls this(seed)",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1008"));

    public static readonly DiagnosticDescriptor OwnMember = new(
        id: "LNG1009",
        title: "A name belongs to a generated member",
        messageFormat: "Class '{0}' uses '{1}' for something of its own, but every network gains a member of that name; rename it",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1009"));

    public static readonly DiagnosticDescriptor NoLayers = new(
        id: "LNG1010",
        title: "A network needs layers",
        messageFormat: "Network '{0}' has no layers; add layer attributes below [Network], such as [Flatten] and [Dense(10)]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1010"));

    public static readonly DiagnosticDescriptor SpreadAttributes = new(
        id: "LNG1011",
        title: "The layers of a network must stand in one place",
        messageFormat: "Network '{0}' has layers on more than one partial declaration, which have no order among them; move all "
            + "layers below [Network]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1011"));

    public static readonly DiagnosticDescriptor NameNotIdentifier = new(
        id: "LNG1012",
        title: "A layer's name must be a C# identifier",
        messageFormat: "Layer name '{0}' is not a C# identifier, but it names a generated member; use letters, digits and "
            + "underscores, with a letter first",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1012"));

    public static readonly DiagnosticDescriptor DuplicateName = new(
        id: "LNG1013",
        title: "Layers need different names",
        messageFormat: "Layer name '{0}' is used by layer {1} already; give layer {2} another name",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1013"));

    public static readonly DiagnosticDescriptor NameTaken = new(
        id: "LNG1014",
        title: "A layer's name is taken",
        messageFormat: "Layer name '{0}' is the name of a member that class '{1}' has or gains; give layer {2} another name",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1014"));

    public static readonly DiagnosticDescriptor UnknownValue = new(
        id: "LNG1015",
        title: "A value is not defined",
        messageFormat: "{0}: {1} has the value {2}, which is none of those defined; write one of {3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1015"));

    public static readonly DiagnosticDescriptor PixelValueNotFinite = new(
        id: "LNG1016",
        title: "Scale and Offset must be finite",
        messageFormat: "Network '{0}': {1} is {2}, so that no pixel would keep a value; write a finite number",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1016"));

    public static readonly DiagnosticDescriptor ScaleZero = new(
        id: "LNG1017",
        title: "Scale must not be zero",
        messageFormat: "Network '{0}': Scale is 0, so that all pixels would be the same; write a float, such as 1f / 255f (1 / "
            + "255 is an integer, 0)",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1017"));

    public static readonly DiagnosticDescriptor PadBesideSame = new(
        id: "LNG1018",
        title: "Padding.Same leaves nothing to pad",
        messageFormat: "Layer '{0}': {1} is written beside Padding = Padding.Same, which works out the padding itself; "
            + "remove one of the two",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1018"));

    public static readonly DiagnosticDescriptor LayerWithoutNetwork = new(
        id: "LNG1019",
        title: "A layer belongs to a network",
        messageFormat: "[{0}] has no effect, because '{1}' is not a class with [Network(channels, height, width)]; add that attribute",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1019"));

    public static readonly DiagnosticDescriptor LanguageTooOld = new(
        id: "LNG1020",
        title: "A network needs C# 10",
        messageFormat: "Network '{0}' is compiled as C# {1}, but its members are generated in C# {2}; set LangVersion to {2} or "
            + "later in the project, or remove it",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1020"));

    public static readonly DiagnosticDescriptor DropoutLast = new(
        id: "LNG1021",
        title: "Dropout belongs between layers",
        messageFormat: "Layer '{0}' drops outputs of the network itself, so that in training scores of classes become 0 at random; "
            + "move it above the last layer",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1021"));

    public static readonly DiagnosticDescriptor SlopeOutOfRange = new(
        id: "LNG1022",
        title: "NegativeSlope must be finite and not negative",
        messageFormat: "Layer '{0}': NegativeSlope is {1}; it must be a finite number of at least 0",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1022"));

    public static readonly DiagnosticDescriptor SlopeWithoutLeakyReLU = new(
        id: "LNG1023",
        title: "NegativeSlope belongs to LeakyReLU",
        messageFormat: "Layer '{0}': NegativeSlope would have no effect, because the layer's activation is {1}; set Activation = "
            + "Activation.LeakyReLU or remove NegativeSlope",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1023"));

    public static readonly DiagnosticDescriptor ConstantWithoutInitializer = new(
        id: "LNG1024",
        title: "A constant belongs to Initializer.Constant",
        messageFormat: "Layer '{0}': {1} would have no effect, because the layer's {2} is {3}; set {2} = Initializer.Constant or "
            + "remove {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1024"));

    public static readonly DiagnosticDescriptor ConstantNotFinite = new(
        id: "LNG1025",
        title: "A constant must be finite",
        messageFormat: "Layer '{0}': {1} is {2}, with which nothing can be computed; write a finite number",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1025"));

    public static readonly DiagnosticDescriptor RateOutOfRange = new(
        id: "LNG1026",
        title: "The rate of a dropout must lie between 0 and 1",
        messageFormat: "Layer '{0}': rate is {1}; it is the probability that an element is dropped, at least 0 and below 1",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1026"));

    public static readonly DiagnosticDescriptor TableEmpty = new(
        id: "LNG1045",
        title: "A table has rows and columns",
        messageFormat: "Layer '{0}': {1} is empty; write strings of marks (X) and dots",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1045"));

    public static readonly DiagnosticDescriptor TableCharacter = new(
        id: "LNG1046",
        title: "A table is written in marks and dots",
        messageFormat: "Layer '{0}': row {1} of {2} has the character '{3}'; write X for a mark and a dot for none",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1046"));

    public static readonly DiagnosticDescriptor TableRagged = new(
        id: "LNG1047",
        title: "The rows of a table are equally long",
        messageFormat: "Layer '{0}': row {1} of {2} has {3} characters, but row 0 has {4}; give every row as many",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1047"));

    public static readonly DiagnosticDescriptor FilterWithoutInput = new(
        id: "LNG1048",
        title: "A filter is connected to an input channel",
        messageFormat: "Layer '{0}': filter {1} is connected to no input channel; write an X in column {1} of {2}, or remove the filter",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1048"));
}
