using System.Globalization;
using LeNetGen.Reporting.Drawing;

namespace LeNetGen.Reporting.Networks;

/// <summary>What all pictures and reports say of a layer. A new kind is one more line of <see cref="Of(LayerDefinition)"/>.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Kind">The kind of layer, as Keras calls it.</param>
/// <param name="Family">What it has in common with others.</param>
/// <param name="Details">Its numbers and its activation, such as <c>5×5, same, sigmoid</c>; may be empty.</param>
/// <param name="Input">The shape of what it reads, such as <c>1@28×28</c>.</param>
/// <param name="Output">The shape of what it writes.</param>
/// <param name="ParameterCount">The number of parameters.</param>
/// <param name="MultiplyAdds">Multiply-adds of the forward pass, for one image.</param>
internal sealed record LayerDescription(
    string Name, string Kind, LayerFamily Family, string Details, string Input, string Output, int ParameterCount, long MultiplyAdds)
{
    /// <summary>The kind and, if there are any, the details.</summary>
    public string KindAndDetails => Details.Length == 0 ? Kind : $"{Kind} · {Details}";

    /// <summary>Such as "156 parameters · 117,600 multiply-adds"; empty where there are neither.</summary>
    public string Costs => string.Join(" · ", ((string?[])
    [
        ParameterCount > 0 ? Figures.Count(ParameterCount, "parameter") : null,
        MultiplyAdds > 0 ? Figures.Count(MultiplyAdds, "multiply-add") : null,
    ]).OfType<string>());

    /// <summary>Describes a layer.</summary>
    public static LayerDescription Of(LayerDefinition layer)
    {
        (LayerFamily family, string details) = layer switch
        {
            Conv2DDefinition convolution => (LayerFamily.Convolution, WindowText.Of(convolution)),
            Pooling2DDefinition pooling => (LayerFamily.Pooling, WindowText.Of(pooling)),
            DenseDefinition => (LayerFamily.Dense, ""),
            DropoutDefinition dropout => (LayerFamily.Regularisation, DetailsOf(dropout)),
            _ => (LayerFamily.Arrangement, ""),
        };
        string activation = ActivationOf(layer);
        return new LayerDescription(
            layer.Name, layer.Kind, family, string.Join(", ", ((string[])[details, activation]).Where(part => part.Length > 0)),
            TextOf(layer.Input), TextOf(layer.Output), layer.ParameterCount, layer.MultiplyAdds);
    }

    /// <summary>Describes the input and what is done to its raw pixels.</summary>
    public static string DetailsOf(InputDefinition input)
    {
        string padding = input.Pad == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"padded by {input.Pad}");
        string factor = input.Scale == 1 ? "" : " " + FactorOf(input.Scale);
        string offset = input.Offset == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $" {(input.Offset < 0 ? '−' : '+')} {Math.Abs(input.Offset)}");
        string pixels = factor.Length + offset.Length == 0 ? "" : "pixels" + factor + offset;
        return string.Join(", ", ((string[])[padding, pixels]).Where(part => part.Length > 0));
    }

    /// <summary>A shape such as <c>6@28×28</c>, or <c>120</c> of a vector.</summary>
    public static string TextOf(Shape shape) => shape.ToString().Replace('x', '×');

    private static string DetailsOf(DropoutDefinition dropout) =>
        string.Create(CultureInfo.InvariantCulture, $"rate {dropout.Rate}, only in training");

    private static string ActivationOf(LayerDefinition layer) => layer.Activation switch
    {
        Activation.None => "",
        Activation.ReLU => "ReLU",
        Activation.LeakyReLU => string.Create(CultureInfo.InvariantCulture, $"leaky ReLU {layer.NegativeSlope}"),
        _ => layer.Activation.ToString().ToLowerInvariant(),
    };

    /// <summary>The scale that makes pixels 0 to 1 reads better as a division.</summary>
    private static string FactorOf(float scale) =>
        scale == 1f / 255f ? "÷ 255" : string.Create(CultureInfo.InvariantCulture, $"× {scale}");
}
