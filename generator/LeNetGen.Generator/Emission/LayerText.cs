using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;

namespace LeNetGen.Generator.Emission;

/// <summary>Layers in words, for comments and documentation in emitted code.</summary>
internal static class LayerText
{
    /// <summary>What a layer does, such as <c>conv 7x5, stride 2x1, pad 3x2</c>.</summary>
    public static string OperationOf(ShapedLayer layer) => layer switch
    {
        ShapedConvolution convolution =>
            $"conv {Size(convolution.KernelHeight, convolution.KernelWidth)}"
            + (convolution is { StrideHeight: 1, StrideWidth: 1 } ? "" : StrideOf(convolution.StrideHeight, convolution.StrideWidth))
            + PaddingOf(convolution.Pads)
            + ConnectionsOf(convolution.Connections),
        ShapedPooling pooling =>
            $"{PoolOf(pooling.Kind)} pool {Size(pooling.PoolHeight, pooling.PoolWidth)}"
            + StrideOf(pooling)
            + PaddingOf(pooling.Pads),
        ShapedSubsampling subsampling =>
            $"subsampling {Size(subsampling.Sums.PoolHeight, subsampling.Sums.PoolWidth)}{StrideOf(subsampling.Sums)}"
            + PaddingOf(subsampling.Sums.Pads),
        ShapedRbf => "radial basis functions",
        ShapedFlatten => "flatten",
        ShapedDense => "dense",
        ShapedDropout dropout => $"dropout {Literal.Plain(dropout.Rate)}",
        ShapedActivation => "activation",
        ShapedElementwise { Kind: ElementwiseKind.Add } => "add",
        ShapedElementwise => "multiply",
        ShapedConcatenate => "concatenate",
        _ => throw new ArgumentException($"A {layer.GetType().Name} has no description.", nameof(layer)),
    };

    /// <summary>A layer in one line, such as <c>Conv2D_2  conv 5x5  6@14x14 -&gt; 16@10x10</c>.</summary>
    public static string LineOf(ShapedLayer layer) => $"{layer.Name}  {OperationOf(layer)}  {layer.Input} -> {layer.Output}";

    /// <summary>What a layer reads, such as <c>Conv1, Add_1</c>.</summary>
    public static string InputsOf(ShapedLayer layer, ShapedNetwork network) =>
        string.Join(", ", layer.Inputs.Select(input => input == ShapedNetwork.InputIndex ? "the input" : network.Layers[input].Name));

    /// <summary>What a layer takes, such as <c>156 parameters (624 bytes), 117,600 multiply-adds</c>; else what it writes.</summary>
    public static string CostOf(ShapedLayer layer)
    {
        List<string> costs = [];
        if (layer.ParameterCount > 0)
        {
            string bytes = Literal.Grouped((long)sizeof(float) * layer.ParameterCount);
            costs.Add($"{Literal.Grouped(layer.ParameterCount)} parameters ({bytes} bytes)");
        }

        if (layer.SharesWith is not null)
            costs.Add($"the parameters of {layer.SharesWith}");
        if (layer.MultiplyAdds > 0)
            costs.Add($"{Literal.Grouped(layer.MultiplyAdds)} multiply-adds");
        return costs.Count > 0 ? string.Join(", ", costs) : $"{Literal.Grouped((long)sizeof(float) * layer.Output.Length)} bytes of output";
    }

    /// <summary>A number of things, such as <c>1 pixel</c> or <c>2 pixels</c>.</summary>
    public static string Counted(int count, string thing) => $"{Literal.Of(count)} {thing}{(count == 1 ? "" : "s")}";

    /// <summary>What the lanes of a kernel's vectors are.</summary>
    /// <param name="meaning">The kind of kernel.</param>
    /// <param name="channel">What a target channel is to the layer.</param>
    public static string LanesOf(LaneMeaning meaning, string channel) => meaning switch
    {
        LaneMeaning.Images => "images",
        LaneMeaning.Channels => channel + "s",
        _ => "windows of a row",
    };

    /// <summary>A number of vectors of things, such as <c>2 vectors of 8 inputs</c>; a vector of one thing is that thing.</summary>
    public static string CountedVectors(int count, int lanes, string thing) =>
        lanes == 1 ? Counted(count, thing) : $"{Counted(count, "vector")} of {Literal.Of(lanes)} {thing}s";

    /// <summary>The dimensions of a layer's weight tensor, such as <c>(6, 1, 5, 5)</c>.</summary>
    public static string WeightShapeOf(WeightedLayer layer) => $"({string.Join(", ", layer.WeightShape.Select(Literal.Of))})";

    /// <summary>What a layer's outputs go through; empty if nothing.</summary>
    public static string ActivationOf(ShapedLayer layer) => layer.Activation.Kind switch
    {
        Activation.None => "",
        Activation.ReLU => "relu",
        Activation.LeakyReLU => $"leaky relu {Literal.Plain(layer.Activation.NegativeSlope)}",
        Activation.Sigmoid => "sigmoid",
        Activation.Tanh => "tanh",
        Activation.ScaledTanh => "scaled tanh",
        Activation.Softmax => "softmax",
        _ => throw new ArgumentException($"Activation {layer.Activation.Kind} has no name.", nameof(layer)),
    };

    /// <summary>Such as <c>, stride 2</c>; nothing for a pooling whose windows lie side by side.</summary>
    public static string StrideOf(ShapedPooling pooling) =>
        (pooling.StrideHeight, pooling.StrideWidth) == (pooling.PoolHeight, pooling.PoolWidth)
            ? ""
            : StrideOf(pooling.StrideHeight, pooling.StrideWidth);

    /// <summary>Such as <c>, pad 1</c>, with rows and columns <c>, pad 1x2</c>, side by side <c>, pad top 1, right 2</c>.</summary>
    public static string PaddingOf(Pads pads)
    {
        (string Side, int Pixels)[] sides = [("top", pads.Top), ("bottom", pads.Bottom), ("left", pads.Left), ("right", pads.Right)];
        if (sides.All(side => side.Pixels == 0))
            return "";
        if (pads.AreSame)
            return ", same padding";
        if (pads.Top == pads.Bottom && pads.Left == pads.Right)
            return ", pad " + (pads.Top == pads.Left ? Literal.Of(pads.Top) : Size(pads.Top, pads.Left));
        return ", pad " + string.Join(", ", sides.Where(side => side.Pixels > 0).Select(side => $"{side.Side} {Literal.Of(side.Pixels)}"));
    }

    /// <summary>Such as <c>, 60 of 96 kernels</c>; nothing where all are there.</summary>
    private static string ConnectionsOf(BinaryTable? table) =>
        table is null ? "" : $", {Literal.Of(table.Count)} of {Literal.Of(table.Rows.Count * table.Columns)} kernels";

    private static string PoolOf(PoolingKind kind) => kind switch
    {
        PoolingKind.Average => "average",
        PoolingKind.Max => "max",
        _ => "sum",
    };

    private static string StrideOf(int height, int width) =>
        ", stride " + (height == width ? Literal.Of(height) : Size(height, width));

    private static string Size(int height, int width) => $"{Literal.Of(height)}x{Literal.Of(width)}";
}
