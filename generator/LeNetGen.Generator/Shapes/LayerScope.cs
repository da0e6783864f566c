using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;
using LeNetGen.Generator.Emission;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Shapes;

/// <summary>What a layer sees of the network above it while its shape is inferred.</summary>
internal sealed class LayerScope(LayerDeclaration layer, int index, LayersAbove above, bool isCall)
{
    /// <summary>What is wrong with the layer, once something is.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>The shape that the layer reads, the first one if it reads several.</summary>
    public TensorShape Input => Operands[0];

    /// <summary>The shapes that the layer reads.</summary>
    public IReadOnlyList<TensorShape> Operands { get; } = [.. layer.Inputs.Select(input => above.ShapeOf(input)!.Value)];

    /// <summary>Where that shape comes from, in words.</summary>
    public string Origin => OriginOf(0);

    /// <summary>Whether the layer is a call in Forward rather than an attribute of the class.</summary>
    public bool IsCall { get; } = isCall;

    /// <summary>Whether the layer is a call of a function or operator, so that it has no attribute.</summary>
    public bool IsFunction => IsCall && layer.Method is null;

    /// <summary>Where the layer's parameters start.</summary>
    public int ParameterOffset => Owner?.ParameterOffset ?? above.ParameterCount;

    /// <summary>The layer whose parameters it computes with, if they are not its own.</summary>
    public ShapedLayer? Owner => layer.SharesWith is { } owner ? above[owner] : null;

    /// <summary>Where an operand's shape comes from, in words.</summary>
    public string OriginOf(int operand) => above.OriginOf(layer.Inputs[operand]);

    /// <summary>Reports what is wrong with the layer, with its name before the other arguments.</summary>
    /// <returns>Null, in place of the layer's shape.</returns>
    public ShapedLayer? Report(DiagnosticDescriptor descriptor, string? argument, params object[] arguments)
    {
        Problem = Problem.Of(descriptor, Anchor.OfLayer(index, argument), [layer.Name, .. arguments]);
        return null;
    }

    /// <summary>Adds to what has been reported the number that would do.</summary>
    public void Propose(int? number) => Problem = Problem?.Proposing(number);

    /// <summary>Whether the network, down to this layer, can still be addressed; reports where it cannot.</summary>
    /// <param name="output">The layer's output; no count of it has been taken yet.</param>
    /// <param name="weightsOfOutput">Weights of one output channel.</param>
    /// <param name="argument">The argument that makes the output large.</param>
    public bool Fits(TensorShape output, long weightsOfOutput, string? argument)
    {
        long elements = SizeLimits.Elements(output);
        if (elements > SizeLimits.Activations - above.Activations)
        {
            long total = elements == long.MaxValue ? elements : above.Activations + elements;
            ReportElements(argument, $"its output {output}", total);
            Propose(MostChannels(output, weightsOfOutput));
            return false;
        }

        // One bias for each channel.
        long parameters = weightsOfOutput == 0 || Owner is not null
            ? 0
            : SizeLimits.Product(output.Channels, Math.Max(weightsOfOutput, weightsOfOutput + 1));
        if (parameters <= SizeLimits.Parameters - above.ParameterCount)
            return true;
        Report(
            ShapeDescriptors.TooManyParameters,
            argument,
            Literal.Grouped(Math.Max(parameters, parameters + above.ParameterCount)),
            Literal.Grouped(SizeLimits.Parameters));
        Propose(MostChannels(output, weightsOfOutput));
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
        long height = (long)Input.Height + pads.Top + pads.Bottom, width = (long)Input.Width + pads.Left + pads.Right;
        long elements = SizeLimits.Product(Input.Channels, height, width);
        return elements <= SizeLimits.Activations
            || ReportElements(argument, FormattableString.Invariant($"its padded input {Input.Channels}@{height}x{width}"), elements);
    }

    /// <summary>The most output channels with which the network can still be addressed; null where not even one can.</summary>
    private int? MostChannels(TensorShape output, long weightsOfOutput)
    {
        long ofElements = (SizeLimits.Activations - above.Activations) / SizeLimits.Product(output.Height, output.Width);
        long ofParameters = weightsOfOutput == 0 || Owner is not null
            ? ofElements
            : (SizeLimits.Parameters - above.ParameterCount) / Math.Max(weightsOfOutput, weightsOfOutput + 1);
        long most = Math.Min(ofElements, ofParameters);
        return most < 1 ? null : (int)most;
    }

    private bool ReportElements(string? argument, string what, long elements)
    {
        Problem = Problem.Of(
            ShapeDescriptors.TooManyElements,
            Anchor.OfLayer(index, argument),
            $"Layer '{layer.Name}'",
            what,
            Literal.Grouped(elements),
            Literal.Grouped(SizeLimits.Activations));
        return false;
    }
}
