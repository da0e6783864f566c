using System.Globalization;
using LeNetGen.Reporting.Drawing;

namespace LeNetGen.Reporting.Networks;

/// <summary>
/// What all pictures and reports say of a layer. A new kind is one more line of <see cref="Of(LayerDefinition, string)"/>.
/// </summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Kind">The kind of layer, as Keras calls it.</param>
/// <param name="Family">What it has in common with others.</param>
/// <param name="Details">Its numbers and its activation, such as <c>5×5, same, sigmoid</c>; may be empty.</param>
/// <param name="Input">The shape of what it reads, such as <c>1@28×28</c>; of several, one after the other.</param>
/// <param name="Output">The shape of what it writes.</param>
/// <param name="ParameterCount">The number of parameters of its own.</param>
/// <param name="MultiplyAdds">Multiply-adds of the forward pass, for one image.</param>
internal sealed record LayerDescription(
    string Name, string Kind, LayerFamily Family, string Details, string Input, string Output, int ParameterCount, long MultiplyAdds)
{
    /// <summary>What reports call the network's input where a layer's name would stand.</summary>
    public const string InputName = "input";

    /// <summary>The layer whose parameters it uses, where these are not its own.</summary>
    public string? SharesWith { get; private init; }

    /// <summary>Such as "156 parameters" or "parameters of Conv1"; empty where there are none.</summary>
    public string Parameters =>
        SharesWith is not null ? $"parameters of {SharesWith}" : ParameterCount > 0 ? Figures.Count(ParameterCount, "parameter") : "";

    /// <summary>The kind and, if there are any, the details.</summary>
    public string KindAndDetails => Details.Length == 0 ? Kind : $"{Kind} · {Details}";

    /// <summary>Such as "156 parameters · 117,600 multiply-adds"; empty where there are neither.</summary>
    public string Costs => Joined(" · ", Parameters, MultiplyAdds > 0 ? Figures.Count(MultiplyAdds, "multiply-add") : "");

    /// <summary>Describes a layer of a network.</summary>
    public static LayerDescription Of(NetworkDefinition network, int index) => Of(
        network.Layers[index], Joined(", ", [.. network.InputsOf(index).Select(input => TextOf(network.ShapeOf(input)))]));

    /// <summary>Describes a layer that reads one other.</summary>
    public static LayerDescription Of(LayerDefinition layer) => Of(layer, TextOf(layer.Input));

    private static LayerDescription Of(LayerDefinition layer, string input)
    {
        (LayerFamily family, string details) = layer switch
        {
            Conv2DDefinition convolution => (LayerFamily.Convolution, Joined(", ", WindowText.Of(convolution), ConnectionsOf(convolution))),
            Pooling2DDefinition pooling => (LayerFamily.Pooling, WindowText.Of(pooling)),
            Subsampling2DDefinition subsampling => (LayerFamily.Pooling, WindowText.Of(subsampling)),
            RbfDefinition => (LayerFamily.Dense, "fixed codes"),
            DenseDefinition => (LayerFamily.Dense, ""),
            DropoutDefinition dropout => (LayerFamily.Regularisation, DetailsOf(dropout)),
            ActivationDefinition => (LayerFamily.Activation, ""),
            JoinDefinition => (LayerFamily.Join, ""),
            _ => (LayerFamily.Arrangement, ""),
        };
        return new LayerDescription(
            layer.Name, layer.Kind, family, Joined(", ", details, ActivationOf(layer)),
            input, TextOf(layer.Output), layer.ParameterCount, layer.MultiplyAdds)
        {
            SharesWith = layer.SharesWith,
        };
    }

    private static string ConnectionsOf(Conv2DDefinition convolution) => convolution.Connections is not { } table ? "" : string.Create(
        CultureInfo.InvariantCulture, $"{table.Count} of {table.Rows * table.Columns} kernels");

    /// <summary>Describes the input and what is done to its raw pixels.</summary>
    public static string DetailsOf(InputDefinition input)
    {
        string padding = input.Pad == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"padded by {input.Pad}");
        string factor = input.Scale == 1 ? "" : " " + FactorOf(input.Scale);
        string offset = input.Offset == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $" {(input.Offset < 0 ? '−' : '+')} {Math.Abs(input.Offset)}");
        string pixels = factor.Length + offset.Length == 0 ? "" : "pixels" + factor + offset;
        return Joined(", ", padding, pixels);
    }

    /// <summary>The name of a layer, or what the network's input is called.</summary>
    public static string NameOf(NetworkDefinition network, int index) =>
        index == NetworkDefinition.InputIndex ? InputName : network.Layers[index].Name;

    /// <summary>A shape such as <c>6@28×28</c>, or <c>120</c> of a vector.</summary>
    public static string TextOf(Shape shape) => shape.ToString().Replace('x', '×');

    private static string DetailsOf(DropoutDefinition dropout) =>
        string.Create(CultureInfo.InvariantCulture, $"rate {dropout.Rate}, only in training");

    private static string ActivationOf(LayerDefinition layer) => layer.Activation switch
    {
        // The kind says it already.
        Activation.LeakyReLU when layer is ActivationDefinition =>
            string.Create(CultureInfo.InvariantCulture, $"slope {layer.NegativeSlope}"),
        _ when layer is ActivationDefinition => "",
        Activation.None => "",
        Activation.ReLU => "ReLU",
        Activation.ScaledTanh => "scaled tanh",
        Activation.LeakyReLU => string.Create(CultureInfo.InvariantCulture, $"leaky ReLU {layer.NegativeSlope}"),
        _ => layer.Activation.ToString().ToLowerInvariant(),
    };

    private static string Joined(string separator, params string[] parts) => string.Join(separator, parts.Where(part => part.Length > 0));

    /// <summary>The scale that makes pixels 0 to 1 reads better as a division.</summary>
    private static string FactorOf(float scale) =>
        scale == 1f / 255f ? "÷ 255" : string.Create(CultureInfo.InvariantCulture, $"× {scale}");
}
