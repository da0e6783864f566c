using LeNetGen.Generator.Diagnostics;
using LeNetGen.Generator.Emission;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Shapes;

/// <summary>What a layer sees of the network above it while its shape is inferred.</summary>
internal sealed class LayerScope(int index, string name, ShapedLayer? previous, TensorShape input, long activationsAbove)
{
    /// <summary>What is wrong with the layer, once something is.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>The shape that the layer reads.</summary>
    public TensorShape Input => input;

    /// <summary>Where that shape comes from, in words.</summary>
    public string Origin => previous is null ? "the network's input" : $"produced by '{previous.Name}'";

    /// <summary>Where the layer's parameters start.</summary>
    public int ParameterOffset => previous is null ? 0 : previous.ParameterOffset + previous.ParameterCount;

    /// <summary>Reports what is wrong with the layer, with its name before the other arguments.</summary>
    /// <returns>Null, in place of the layer's shape.</returns>
    public ShapedLayer? Report(DiagnosticDescriptor descriptor, string? argument, params object[] arguments)
    {
        Problem = Problem.Of(descriptor, Anchor.OfLayer(index, argument), [name, .. arguments]);
        return null;
    }

    /// <summary>Whether the network, down to this layer, can still be addressed; reports where it cannot.</summary>
    /// <param name="output">The layer's output; no count of it has been taken yet.</param>
    /// <param name="weightsOfOutput">Weights of one output channel.</param>
    /// <param name="argument">The argument that makes the output large.</param>
    public bool Fits(TensorShape output, long weightsOfOutput, string? argument)
    {
        long elements = SizeLimits.Elements(output);
        if (elements > SizeLimits.Activations - activationsAbove)
        {
            long total = elements == long.MaxValue ? elements : activationsAbove + elements;
            return ReportElements(argument, $"its output {output}", total);
        }

        // One bias for each channel.
        long parameters = weightsOfOutput == 0 ? 0 : SizeLimits.Product(output.Channels, Math.Max(weightsOfOutput, weightsOfOutput + 1));
        if (parameters <= SizeLimits.Parameters - ParameterOffset)
            return true;
        Report(
            ShapeDescriptors.TooManyParameters,
            argument,
            Literal.Grouped(Math.Max(parameters, parameters + ParameterOffset)),
            Literal.Grouped(SizeLimits.Parameters));
        return false;
    }

    /// <summary>
    /// Whether places in the padded input can still be addressed; reports where they cannot. The padding lies nowhere, but kernels reckon
    /// from where it would start.
    /// </summary>
    /// <param name="pads">The padding.</param>
    /// <param name="argument">The argument that makes it large.</param>
    public bool FitsPadded(Pads pads, string argument)
    {
        long height = (long)input.Height + pads.Top + pads.Bottom, width = (long)input.Width + pads.Left + pads.Right;
        long elements = SizeLimits.Product(input.Channels, height, width);
        return elements <= SizeLimits.Activations
            || ReportElements(argument, FormattableString.Invariant($"its padded input {input.Channels}@{height}x{width}"), elements);
    }

    private bool ReportElements(string? argument, string what, long elements)
    {
        Problem = Problem.Of(
            ShapeDescriptors.TooManyElements,
            Anchor.OfLayer(index, argument),
            $"Layer '{name}'",
            what,
            Literal.Grouped(elements),
            Literal.Grouped(SizeLimits.Activations));
        return false;
    }
}
