using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Diagnostics;

/// <summary>LNG3xxx: the weights that a project compiles into a network.</summary>
internal static class WeightsDescriptors
{
    private const string Category = "LeNetGen.Weights";

    public static readonly DiagnosticDescriptor TensorMissing = new(
        id: "LNG3001",
        title: "A weights file must have every tensor",
        messageFormat: "Layer '{0}': the weights file '{1}' has no tensor '{2}', which must be {3}; name the file of this network, or "
            + "train it anew",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG3001"));

    public static readonly DiagnosticDescriptor TensorShape = new(
        id: "LNG3002",
        title: "A tensor must have its layer's shape",
        messageFormat: "Layer '{0}': tensor '{1}' in the weights file '{2}' is {3}, but the layer needs {4}; declare what was trained, "
            + "or train it anew",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG3002"));

    public static readonly DiagnosticDescriptor TensorUnknown = new(
        id: "LNG3003",
        title: "A weights file must have no other tensors",
        messageFormat: "Network '{0}': the weights file '{1}' has the tensor '{2}', {3}, of which no layer knows; declare what was "
            + "trained, or name the file of this network",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG3003"));

    public static readonly DiagnosticDescriptor Missing = new(
        id: "LNG3004",
        title: "A network compiled for inference needs weights",
        messageFormat: "Network '{0}' is compiled for inference, but the project has no weights for it; add <NetworkWeights "
            + "Include=\"model.safetensors\" Network=\"{1}\" /> to the project file",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG3004"));

    public static readonly DiagnosticDescriptor Several = new(
        id: "LNG3005",
        title: "A network has one weights file",
        messageFormat: "Network '{0}' is given two weights files by the project, '{1}' and '{2}'; remove one of them",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG3005"));

    public static readonly DiagnosticDescriptor NetworkUnknown = new(
        id: "LNG3006",
        title: "Weights belong to a declared network",
        messageFormat: "The project has the weights file '{0}' for the network '{1}', which is not declared{2}; write the full name of the "
            + "class",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG3006"),
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
