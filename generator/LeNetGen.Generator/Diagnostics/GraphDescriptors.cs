using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Diagnostics;

/// <summary>LNG1030 to LNG1049: what is wrong with a network whose layers are methods, or with its Forward.</summary>
internal static class GraphDescriptors
{
    private const string Category = "LeNetGen.Declaration";

    public static readonly DiagnosticDescriptor TwoForms = new(
        id: "LNG1030",
        title: "A network is declared in one way",
        messageFormat: "Network '{0}' has layers both as attributes of the class and as methods that Forward calls; "
            + "declare all of them in one way",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1030"));

    public static readonly DiagnosticDescriptor ForwardMissing = new(
        id: "LNG1031",
        title: "Layers that are methods need a Forward",
        messageFormat: "Network '{0}' has layers that are methods, but no method that calls them; add private static "
            + "Node Forward(Node image)",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1031"));

    public static readonly DiagnosticDescriptor ForwardSignature = new(
        id: "LNG1032",
        title: "Forward goes from node to node",
        messageFormat: "Network '{0}': Forward {1}; declare it as static Node Forward(Node image)",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1032"));

    public static readonly DiagnosticDescriptor LayerMethodSignature = new(
        id: "LNG1033",
        title: "A layer's method goes from node to node",
        messageFormat: "Layer '{0}' is a method that {1}; declare it as {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1033"));

    public static readonly DiagnosticDescriptor SeveralLayers = new(
        id: "LNG1034",
        title: "A method is one layer",
        messageFormat: "Layer '{0}' is declared as {1} and as {2}; give each a method of its own",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1034"));

    public static readonly DiagnosticDescriptor NameOnMethod = new(
        id: "LNG1035",
        title: "A layer that is a method has the method's name",
        messageFormat: "Layer '{0}' has the name of its method; remove Name, or rename the method",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1035"));

    public static readonly DiagnosticDescriptor MethodWithoutLayer = new(
        id: "LNG1036",
        title: "A method of nodes without a body needs a layer attribute",
        messageFormat: "Method '{0}' has no body and no layer attribute; say which layer it is, such as [Conv2D(8, 3)]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1036"));

    public static readonly DiagnosticDescriptor ParametersNameTaken = new(
        id: "LNG1037",
        title: "The name of a layer's parameters is taken",
        messageFormat: "Layer '{0}' gives class '{1}' a property '{2}', but the class has a member of that name "
            + "already; rename one of them",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1037"));

    public static readonly DiagnosticDescriptor NotReadable = new(
        id: "LNG1038",
        title: "Forward is a fixed graph of layers",
        messageFormat: "Network '{0}': {1} cannot be part of Forward, which is read as a fixed graph of layers; {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1038"));

    public static readonly DiagnosticDescriptor ForeignCall = new(
        id: "LNG1039",
        title: "Forward calls layers only",
        messageFormat: "Network '{0}': Forward calls '{1}', which is neither a layer of this class nor one of "
            + "LeNetGen.Layers; {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1039"));

    public static readonly DiagnosticDescriptor ArgumentNotConstant = new(
        id: "LNG1040",
        title: "What a layer is given besides nodes must be constant",
        messageFormat: "Network '{0}': {1} of {2} is not a constant that is known before the network is compiled; write "
            + "a number, or a const of your own",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1040"));

    public static readonly DiagnosticDescriptor NothingToConcatenate = new(
        id: "LNG1041",
        title: "Concatenate needs nodes",
        messageFormat: "Network '{0}': Concatenate is given no nodes; give it at least one",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1041"));

    public static readonly DiagnosticDescriptor ForwardWithoutLayers = new(
        id: "LNG1042",
        title: "Forward must call layers",
        messageFormat: "Network '{0}' has no layers: Forward returns the image as it is; call layers on it",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1042"));

    public static readonly DiagnosticDescriptor LayerNeverCalled = new(
        id: "LNG1043",
        title: "A layer is never called",
        messageFormat: "Layer '{0}' is left out of the network, because Forward never calls it; call it or remove it",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1043"));

    public static readonly DiagnosticDescriptor ValueUnused = new(
        id: "LNG1044",
        title: "A value is never used",
        messageFormat: "Network '{0}': the value of '{1}' is left out of the network, because nothing uses it; use it "
            + "or remove the call",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG1044"));
}
