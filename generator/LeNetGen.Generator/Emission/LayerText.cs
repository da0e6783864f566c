using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Emission;

/// <summary>Layers in words, for comments and documentation in emitted code.</summary>
internal static class LayerText
{
    /// <summary>What a layer does, such as <c>conv 5x5, stride 2</c>.</summary>
    public static string OperationOf(ShapedLayer layer) => layer switch
    {
        ShapedConvolution convolution =>
            $"conv {convolution.KernelHeight}x{convolution.KernelWidth}"
            + (convolution is { StrideHeight: 1, StrideWidth: 1 } ? "" : $", stride {convolution.StrideHeight}")
            + (IsPadded(convolution) ? ", same padding" : ""),
        ShapedPooling { Kind: PoolingKind.Average } pooling => $"average pool {pooling.PoolHeight}x{pooling.PoolWidth}",
        ShapedPooling pooling => $"max pool {pooling.PoolHeight}x{pooling.PoolWidth}",
        ShapedFlatten => "flatten",
        ShapedDense => "dense",
        ShapedDropout dropout => $"dropout {Literal.Plain(dropout.Rate)}",
        _ => throw new ArgumentException($"A {layer.GetType().Name} has no description.", nameof(layer)),
    };

    /// <summary>A layer in one line, such as <c>Conv2D_2  conv 5x5  6@14x14 -&gt; 16@10x10</c>.</summary>
    public static string LineOf(ShapedLayer layer) => $"{layer.Name}  {OperationOf(layer)}  {layer.Input} -> {layer.Output}";

    /// <summary>A number of things, such as <c>1 pixel</c> or <c>2 pixels</c>.</summary>
    public static string Counted(int count, string thing) => $"{Literal.Of(count)} {thing}{(count == 1 ? "" : "s")}";

    /// <summary>A number of vectors of things, such as <c>2 vectors of 8 inputs</c>; a vector of one thing is that thing.</summary>
    public static string CountedVectors(int count, int lanes, string thing) =>
        lanes == 1 ? Counted(count, thing) : $"{Counted(count, "vector")} of {Literal.Of(lanes)} {thing}s";

    /// <summary>The dimensions of a layer's weight tensor, such as <c>(6, 1, 5, 5)</c>.</summary>
    public static string WeightShapeOf(WeightedLayer layer) => layer is ShapedConvolution convolution
        ? $"({layer.Output.Channels}, {layer.Input.Channels}, {convolution.KernelHeight}, {convolution.KernelWidth})"
        : $"({layer.Output.Channels}, {layer.Input.Channels})";

    /// <summary>What a layer's outputs go through; empty if nothing.</summary>
    public static string ActivationOf(ShapedLayer layer) => layer.Activation.Kind switch
    {
        Activation.None => "",
        Activation.ReLU => "relu",
        Activation.LeakyReLU => $"leaky relu {Literal.Plain(layer.Activation.NegativeSlope)}",
        Activation.Sigmoid => "sigmoid",
        Activation.Tanh => "tanh",
        Activation.Softmax => "softmax",
        _ => throw new ArgumentException($"Activation {layer.Activation.Kind} has no name.", nameof(layer)),
    };

    /// <summary>Whether any padding is read: at the bottom there can be some where at the top there is none.</summary>
    private static bool IsPadded(ShapedConvolution convolution) =>
        (convolution.Output.Height - 1) * (long)convolution.StrideHeight + convolution.KernelHeight > convolution.Input.Height
        || (convolution.Output.Width - 1) * (long)convolution.StrideWidth + convolution.KernelWidth > convolution.Input.Width;
}
