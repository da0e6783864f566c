using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Diagnostics;

/// <summary>LNG2xxx: sizes and shapes, and layers that do not fit together.</summary>
internal static class ShapeDescriptors
{
    private const string Category = "LeNetGen.Shapes";

    public static readonly DiagnosticDescriptor SizeNotPositive = new(
        id: "LNG2001",
        title: "A size must be positive",
        messageFormat: "{0}: {1} is {2}; it must be at least 1",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG2001"));

    public static readonly DiagnosticDescriptor PadOutOfRange = new(
        id: "LNG2002",
        title: "Pad must leave some of the image",
        messageFormat: "Network '{0}': Pad is {1}, but with an input of {2}x{3} it must lie between 0 and {4}; pad is what "
            + "surrounds the raw image to make that input",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG2002"));

    public static readonly DiagnosticDescriptor KernelTooLarge = new(
        id: "LNG2003",
        title: "A kernel must fit its input",
        messageFormat: "Layer '{0}': a {1}x{2} kernel does not fit its {3} input, {4}; reduce {5} to at most {6} or {7}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG2003"));

    public static readonly DiagnosticDescriptor PoolTooLarge = new(
        id: "LNG2004",
        title: "A pooling window must fit its input",
        messageFormat: "Layer '{0}': a {1}x{2} window does not fit its {3} input, {4}; reduce {5} to at most {6} or {7}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG2004"));

    public static readonly DiagnosticDescriptor VectorExpected = new(
        id: "LNG2005",
        title: "A dense layer reads a vector",
        messageFormat: "Layer '{0}' reads a vector, but its input is {1}, {2}; {3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG2005"));

    public static readonly DiagnosticDescriptor ImageExpected = new(
        id: "LNG2006",
        title: "A convolution or pooling layer reads an image",
        messageFormat: "Layer '{0}' reads an image, but its input is a vector of {1}, {2}; {3} the layer that makes the vector",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG2006"));

    public static readonly DiagnosticDescriptor SoftmaxNotLast = new(
        id: "LNG2007",
        title: "Softmax belongs to the last layer",
        messageFormat: "Layer '{0}' has Activation.Softmax, but '{1}' follows it; only the last layer can end in softmax, "
            + "so choose another activation here",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG2007"));

    public static readonly DiagnosticDescriptor SoftmaxOfImage = new(
        id: "LNG2008",
        title: "Softmax belongs to a dense layer",
        messageFormat: "Layer '{0}' has Activation.Softmax, but its output is an image, not a vector of classes; end the network with "
            + "[Flatten] and a [Dense] layer that has the softmax",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG2008"));

    public static readonly DiagnosticDescriptor TooManyElements = new(
        id: "LNG2009",
        title: "A network's activations must fit in memory",
        messageFormat: "{0}: {1} brings the network to {2} elements for each image, more than the {3} that can be addressed; "
            + "reduce the sizes",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG2009"));

    public static readonly DiagnosticDescriptor TooManyParameters = new(
        id: "LNG2010",
        title: "A network's parameters must fit in memory",
        messageFormat: "Layer '{0}' brings the network to {1} parameters, more than the {2} that can be addressed; reduce the sizes",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG2010"));

    public static readonly DiagnosticDescriptor PadImpossible = new(
        id: "LNG2011",
        title: "A layer's padding must be possible",
        messageFormat: "Layer '{0}': {1} is {2}; it must lie between 0 and {3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG2011"));

    public static readonly DiagnosticDescriptor PadBeyondPool = new(
        id: "LNG2012",
        title: "A pooling window must reach the input",
        messageFormat: "Layer '{0}': {1} is {2}, so that a {3}x{4} window would lie in the padding alone; reduce {1} to at most {5}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG2012"));

    public static readonly DiagnosticDescriptor ElementwiseShapes = new(
        id: "LNG2013",
        title: "Nodes are added and multiplied element by element",
        messageFormat: "Layer '{0}' {1} {2}, {3}, and {4}, {5}, element by element, for which both must have the same "
            + "shape; let the layers that make them agree",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG2013"));

    public static readonly DiagnosticDescriptor ConcatenateSizes = new(
        id: "LNG2014",
        title: "Concatenated images have one height and width",
        messageFormat: "Layer '{0}' puts the channels of {1}, {2}, beside those of {3}, {4}, for which both must have "
            + "the same height and width; let the layers that make them agree, such as by Padding = "
            + "Padding.Same",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG2014"));

    public static readonly DiagnosticDescriptor ConcatenateKinds = new(
        id: "LNG2015",
        title: "Images and vectors cannot be concatenated",
        messageFormat: "Layer '{0}' puts {1}, {2}, beside {3}, {4}, but one is an image and the other a vector; call "
            + "Flatten on the image",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG2015"));

    public static readonly DiagnosticDescriptor SharedInput = new(
        id: "LNG2016",
        title: "A layer called again reads the same shape",
        messageFormat: "Layer '{0}' reads {1}, {2}, but its weights are those of '{3}', made for {4}; call it on the "
            + "same {5}, or declare a layer of its own",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG2016"));

    public static readonly DiagnosticDescriptor PixelsSkipped = new(
        id: "LNG2017",
        title: "A stride skips pixels",
        messageFormat: "Layer '{0}': {1} is {2}, but a window is {3}x{4}, so that pixels of its {5} input, {6}, lie in no window; "
            + "reduce {1} to at most {7} to use them all",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG2017"));

    public static readonly DiagnosticDescriptor EdgeLeftOut = new(
        id: "LNG2018",
        title: "Windows leave out rows or columns at the end",
        messageFormat: "Layer '{0}': {1} of its {2} input, {3}, {4} in no window; {5} to use them all",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG2018"));

    public static readonly DiagnosticDescriptor ReluLast = new(
        id: "LNG2019",
        title: "ReLU cuts off the network's outputs",
        messageFormat: "Layer '{0}' ends the network with ReLU, so that scores of classes below 0 all become 0, where they are "
            + "tied and get no gradient; leave the outputs as they are, or end in softmax",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG2019"));

    public static readonly DiagnosticDescriptor ConnectionsSize = new(
        id: "LNG2021",
        title: "A connection table has a row for each channel and a column for each filter",
        messageFormat: "Layer '{0}': Connections is a table of {1} rows and {2} columns, but its input {3}, {4}, has {5} channels, and "
            + "there are {6} filters; write {5} strings of {6} characters",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG2021"));

    public static readonly DiagnosticDescriptor CodeLength = new(
        id: "LNG2022",
        title: "A code has a character for each input",
        messageFormat: "Layer '{0}': its codes have {1} characters, but its input is a vector of {2}, {3}; write codes of {2} "
            + "characters, or make the vector as long",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG2022"));

    public static readonly DiagnosticDescriptor FlattenOfVector = new(
        id: "LNG2020",
        title: "A vector need not be flattened",
        messageFormat: "Layer '{0}' does nothing: its input is a vector of {1} already, {2}; remove it",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("LNG2020"));
}
