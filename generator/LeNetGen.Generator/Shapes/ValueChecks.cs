using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;
using LeNetGen.Generator.Emission;

namespace LeNetGen.Generator.Shapes;

/// <summary>Checks the arguments of a layer by themselves, whatever its input is.</summary>
internal static class ValueChecks
{
    /// <summary>Everything that is wrong with a layer whatever its input is.</summary>
    public static IEnumerable<Problem> Of(LayerDeclaration layer, int index, NetworkDeclaration network)
    {
        LayerDeclaration? next = network.Layers.FirstOrDefault(other => other.Inputs.Contains(index));
        Problem?[] ofValues =
            [OfActivation(layer, index, next), OfNegativeSlope(layer, index), OfUnroll(layer, index), OfRate(layer, index)];
        return [.. OfSizes(layer, index), .. ofValues.OfType<Problem>(), .. InitializerChecks.OfLayer(layer, index, network)];
    }

    /// <summary>What is wrong with a layer's sizes or padding, so that its shape cannot be known.</summary>
    public static IEnumerable<Problem> OfSizes(LayerDeclaration layer, int index)
    {
        string subject = $"Layer '{layer.Name}'";
        foreach ((string argument, int value) in SizesOf(layer))
        {
            if (value >= 1)
                continue;
            yield return Problem
                .Of(ShapeDescriptors.SizeNotPositive, Anchor.OfLayer(index, argument), subject, argument, value)
                .Proposing(1);
        }

        if (TableOf(layer) is { } written && TableChecks.Of(layer, index, written.Argument, written.Table) is { } ofTable)
            yield return ofTable;
        WindowDeclaration? window = (layer as ConvolutionDeclaration)?.Window
            ?? (layer as PoolingDeclaration)?.Window
            ?? (layer as SubsamplingDeclaration)?.Window;
        if (window is null)
            yield break;
        foreach ((string argument, int value) in window.Pads)
        {
            if (value is < 0 or > SizeLimits.Activations)
            {
                string most = Literal.Grouped(SizeLimits.Activations);
                yield return Problem
                    .Of(ShapeDescriptors.PadImpossible, Anchor.OfLayer(index, argument), layer.Name, argument, value, most)
                    .Proposing(value < 0 ? 0 : null);
            }
        }

        if (!IsDefined(window.Padding))
            yield return Unknown(layer, index, window.Padding);
        else if (window.Padding == Padding.Same && window.Pads.Count > 0)
        {
            string pad = window.Pads[0].Argument;
            yield return Problem.Of(DeclarationDescriptors.PadBesideSame, Anchor.OfLayer(index, pad), layer.Name, pad);
        }
    }

    /// <summary>What is wrong with a layer's activation.</summary>
    /// <param name="next">The first layer that reads it, if any.</param>
    private static Problem? OfActivation(LayerDeclaration layer, int index, LayerDeclaration? next)
    {
        if (!IsDefined(layer.Activation))
            return Unknown(layer, index, layer.Activation);
        if (layer.Activation != Activation.Softmax)
            return null;
        Anchor anchor = Anchor.OfLayer(index, nameof(Activation));
        if (layer is ConvolutionDeclaration or SubsamplingDeclaration)
            return Problem.Of(ShapeDescriptors.SoftmaxOfImage, anchor, layer.Name);
        return next is null ? null : Problem.Of(ShapeDescriptors.SoftmaxNotLast, anchor, layer.Name, next.Name);
    }

    /// <summary>What is wrong with the slope of a LeakyReLU, or with one that is written for another activation.</summary>
    private static Problem? OfNegativeSlope(LayerDeclaration layer, int index)
    {
        if (layer.NegativeSlope is not float slope || !IsDefined(layer.Activation))
            return null;
        Anchor anchor = Anchor.OfLayer(index, nameof(layer.NegativeSlope));
        if (layer.Activation != Activation.LeakyReLU)
            return Problem.Of(DeclarationDescriptors.SlopeWithoutLeakyReLU, anchor, layer.Name, layer.Activation);

        // A negative slope would make positive values of negative ones, and the way back could not tell them apart.
        return slope >= 0 && !float.IsInfinity(slope)
            ? null
            : Problem.Of(DeclarationDescriptors.SlopeOutOfRange, anchor, layer.Name, slope);
    }

    private static Problem? OfUnroll(LayerDeclaration layer, int index) =>
        IsDefined(layer.Unroll) ? null : Unknown(layer, index, layer.Unroll);

    /// <summary>What is wrong with the rate of a dropout.</summary>
    private static Problem? OfRate(LayerDeclaration layer, int index) =>
        layer is DropoutDeclaration { Rate: not (>= 0 and < 1) and var rate }
            ? Problem.Of(DeclarationDescriptors.RateOutOfRange, Anchor.OfLayer(index, "rate"), layer.Name, rate)
            : null;

    private static (string Argument, BinaryTable Table)? TableOf(LayerDeclaration layer) => layer switch
    {
        ConvolutionDeclaration { Connections: { } connections } => (nameof(ConvolutionDeclaration.Connections), connections),
        RbfDeclaration rbf => ("codes", rbf.Codes),
        _ => null,
    };

    private static IEnumerable<DeclaredNumber> SizesOf(LayerDeclaration layer) => layer switch
    {
        ConvolutionDeclaration convolution => convolution.Window.Sizes.Prepend(new DeclaredNumber("filters", convolution.Filters)),
        PoolingDeclaration pooling => pooling.Window.Sizes,
        SubsamplingDeclaration subsampling => subsampling.Window.Sizes,
        DenseDeclaration dense => [new DeclaredNumber("units", dense.Units)],
        _ => [],
    };

    public static bool IsDefined<T>(T value)
        where T : struct, Enum => Enum.IsDefined(typeof(T), value);

    /// <summary>An argument whose value its enumeration does not have.</summary>
    public static Problem Unknown<T>(Anchor anchor, string subject, string argument, T value)
        where T : struct, Enum => Problem.Of(
            DeclarationDescriptors.UnknownValue,
            anchor,
            subject,
            argument,
            Convert.ToInt32(value),
            string.Join(", ", Enum.GetNames(typeof(T))));

    private static Problem Unknown<T>(LayerDeclaration layer, int index, T value)
        where T : struct, Enum => Unknown(Anchor.OfLayer(index, typeof(T).Name), $"Layer '{layer.Name}'", typeof(T).Name, value);
}
