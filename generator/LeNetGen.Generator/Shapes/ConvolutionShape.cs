using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;

namespace LeNetGen.Generator.Shapes;

/// <summary>The shape of a convolution.</summary>
internal static class ConvolutionShape
{
    public static ShapedLayer? Infer(ConvolutionDeclaration layer, LayerScope scope)
    {
        TensorShape input = scope.Input;
        if (input.IsVector)
            return scope.Report(ShapeDescriptors.ImageExpected, null, input.Length, scope.Origin);
        int kernel = layer.KernelSize;
        int largest = Math.Min(input.Height, input.Width);
        if (layer.Padding == Padding.Valid && kernel > largest)
            return scope.Report(ShapeDescriptors.KernelTooLarge, "kernelSize", kernel, input.Height, input.Width, scope.Origin, largest);

        (int height, long padTop) = Extent(input.Height, layer);
        (int width, long padLeft) = Extent(input.Width, layer);
        var output = new TensorShape(layer.Filters, height, width);
        if (!scope.Fits(output, SizeLimits.Product(input.Channels, kernel, kernel), "filters"))
            return null;
        return new ShapedConvolution(
            layer.Name, input, output, layer.Function, scope.ParameterOffset,
            kernel, kernel, layer.Strides, layer.Strides, (int)padTop, (int)padLeft);
    }

    /// <summary>Output pixels along one side, and the padding before the first input pixel; Keras' rules.</summary>
    private static (int Size, long PadBefore) Extent(int input, ConvolutionDeclaration layer)
    {
        long stride = layer.Strides;
        long kernel = layer.KernelSize;
        if (layer.Padding == Padding.Valid)
            return ((int)((input - kernel) / stride + 1), 0);

        long size = (input + stride - 1) / stride;
        long pad = Math.Max((size - 1) * stride + kernel - input, 0);
        return ((int)size, pad / 2);
    }
}
