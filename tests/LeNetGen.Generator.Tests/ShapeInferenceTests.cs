using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;
using LeNetGen.Generator.Weights;
using DeclaredPadding = LeNetGen.Generator.Declaration.Padding;

namespace LeNetGen.Generator.Tests;

/// <summary>The shape room by itself, on records, without a compiler.</summary>
public class ShapeInferenceTests
{
    // Expected values: keras.layers.Conv2D, output shape; padding before as TensorFlow's "SAME" places it.
    [Theory]
    [InlineData(28, 5, 1, 28, 2)]
    [InlineData(28, 5, 2, 14, 1)]
    [InlineData(27, 5, 2, 14, 2)]
    [InlineData(28, 4, 1, 28, 1)]
    [InlineData(28, 2, 1, 28, 0)]
    [InlineData(28, 2, 2, 14, 0)]
    [InlineData(28, 3, 3, 10, 1)]
    [InlineData(28, 1, 3, 10, 0)]
    [InlineData(7, 3, 5, 2, 0)]
    [InlineData(4, 9, 1, 4, 4)]
    [InlineData(1, 1, 1, 1, 0)]
    [InlineData(1, 5, 1, 1, 2)]
    [InlineData(1, 2, 7, 1, 0)]
    [InlineData(5, 1, 2147483647, 1, 0)]
    public void Convolution_Same_FollowsKeras(int input, int kernel, int stride, int output, int padBefore)
    {
        ShapedConvolution layer = Convolution(input, kernel, stride, DeclaredPadding.Same);
        Assert.Equal(new TensorShape(3, output, output), layer.Output);
        int pad = Math.Max(0, (int)((output - 1L) * stride + kernel - input));
        Assert.Equal(new Pads(padBefore, pad - padBefore, padBefore, pad - padBefore, AreSame: true), layer.Pads);
    }

    [Theory]
    [InlineData(28, 5, 1, 24)]
    [InlineData(28, 5, 2, 12)]
    [InlineData(29, 5, 2, 13)]
    [InlineData(5, 5, 1, 1)]
    [InlineData(5, 5, 9, 1)]
    [InlineData(6, 5, 2, 1)]
    [InlineData(1, 1, 1, 1)]
    [InlineData(17, 2, 3, 6)]
    [InlineData(5, 1, 2147483647, 1)]
    public void Convolution_Valid_FollowsKeras(int input, int kernel, int stride, int output)
    {
        ShapedConvolution layer = Convolution(input, kernel, stride, DeclaredPadding.Valid);
        Assert.Equal(new TensorShape(3, output, output), layer.Output);
        Assert.Equal((0, 0), (layer.Pads.Top, layer.Pads.Left));
    }

    [Fact]
    public void Convolution_SidesDiffer_TakesEachBySelf()
    {
        var layer = (ShapedConvolution)Infer(2, 5, 12, new ConvolutionDeclaration("C", 4, Window(3, 2, DeclaredPadding.Same))).Layers[0];
        Assert.Equal(new TensorShape(4, 3, 6), layer.Output);
        Assert.Equal((1, 0), (layer.Pads.Top, layer.Pads.Left));
    }

    [Theory]
    [InlineData(28, 2, 14)]
    [InlineData(29, 2, 14)]
    [InlineData(5, 5, 1)]
    [InlineData(9, 5, 1)]
    [InlineData(3, 1, 3)]
    public void Pooling_LeftOver_IsDropped(int input, int pool, int output)
    {
        WindowDeclaration window = Window(pool, pool, DeclaredPadding.Valid);
        ShapedLayer layer = Infer(3, input, input, new PoolingDeclaration("P", PoolingKind.Max, window)).Layers[0];
        Assert.Equal(new TensorShape(3, output, output), layer.Output);
    }

    // Expected values: torch.nn.Conv2d(2, 3, (7, 5), stride=(2, 1), padding=(3, 1)) and the like, output shape.
    [Theory]
    [InlineData(28, 7, 2, 3, 3, 14)]
    [InlineData(28, 5, 1, 1, 1, 26)]
    [InlineData(4, 5, 1, 0, 1, 1)]
    [InlineData(4, 5, 3, 2, 4, 2)]
    [InlineData(1, 3, 1, 7, 9, 15)]
    [InlineData(5, 2, 7, 1, 0, 1)]
    public void Convolution_Padded_FollowsPyTorch(int input, int kernel, int stride, int before, int after, int output)
    {
        var rows = new ConvolutionDeclaration("C", 3, new WindowDeclaration(
            Axis(kernel, stride, before, after), Axis(3, 2), DeclaredPadding.Valid, default, default));
        Assert.Equal(new TensorShape(3, output, 4), Infer(2, input, 9, rows).Output);

        var columns = new ConvolutionDeclaration("C", 3, new WindowDeclaration(
            Axis(3, 2), Axis(kernel, stride, before, after), DeclaredPadding.Valid, default, default));
        var layer = (ShapedConvolution)Infer(2, 9, input, columns).Layers[0];
        Assert.Equal(new TensorShape(3, 4, output), layer.Output);
        Assert.Equal(new Pads(0, 0, before, after, AreSame: false), layer.Pads);
        Assert.Equal(3 * (2 * 3 * kernel + 1), layer.ParameterCount);
        Assert.Equal(3L * 4 * output * 2 * 3 * kernel, layer.MultiplyAdds);
    }

    // Expected values: keras.layers.MaxPooling2D, output shape; padding before as TensorFlow's "SAME" places it.
    [Theory]
    [InlineData(28, 3, 2, true, 14, 0)]
    [InlineData(27, 3, 2, true, 14, 1)]
    [InlineData(5, 2, 1, true, 5, 0)]
    [InlineData(5, 3, 1, true, 5, 1)]
    [InlineData(5, 2, 3, true, 2, 0)]
    [InlineData(5, 9, 9, true, 1, 2)]
    [InlineData(28, 3, 2, false, 13, 0)]
    [InlineData(7, 2, 3, false, 2, 0)]
    public void Pooling_StridesAndSame_FollowKeras(int input, int pool, int stride, bool same, int output, int padBefore)
    {
        WindowDeclaration window = Window(pool, stride, same ? DeclaredPadding.Same : DeclaredPadding.Valid);
        var layer = (ShapedPooling)Infer(3, input, input, new PoolingDeclaration("P", PoolingKind.Average, window)).Layers[0];
        Assert.Equal(new TensorShape(3, output, output), layer.Output);
        Assert.Equal((padBefore, padBefore, stride, stride), (layer.Pads.Top, layer.Pads.Left, layer.StrideHeight, layer.StrideWidth));
    }

    [Fact]
    public void Windows_AxisBesideBoth_IsOverriddenAlone()
    {
        ShapedNetwork network = GeneratorRun.Of(Declarations.Network("""
            [Network(1, 40, 40)]
            [Conv2D(1, 4, 3, Strides = 2, StrideWidth = 1, Pad = 2, PadBottom = 0, PadLeft = 1)]
            [MaxPooling2D(3, 2, StrideHeight = 1)]
            [AveragePooling2D(4, Strides = 3, StrideWidth = 5, PadRight = 3)]
            [Flatten]
            """)).Values<ShapedNetwork>(TrackingNames.Networks).Single();
        var convolution = (ShapedConvolution)network.Layers[0];
        Assert.Equal((4, 3, 2, 1), (convolution.KernelHeight, convolution.KernelWidth, convolution.StrideHeight, convolution.StrideWidth));
        Assert.Equal(new Pads(2, 0, 1, 2, AreSame: false), convolution.Pads);
        var max = (ShapedPooling)network.Layers[1];
        Assert.Equal((3, 2, 1, 2), (max.PoolHeight, max.PoolWidth, max.StrideHeight, max.StrideWidth));
        var average = (ShapedPooling)network.Layers[2];
        Assert.Equal((4, 4, 3, 5), (average.PoolHeight, average.PoolWidth, average.StrideHeight, average.StrideWidth));
        Assert.Equal(new Pads(0, 0, 0, 3, AreSame: false), average.Pads);
        Assert.Equal([new(1, 20, 41), new(1, 18, 20), new(1, 5, 4)], network.Layers.Take(3).Select(layer => layer.Output));
    }

    [Fact]
    public void Network_D2l_HasTheDocumentsNumbers()
    {
        ShapedNetwork network = GeneratorRun.Of(Declarations.D2l).Values<ShapedNetwork>(TrackingNames.Networks).Single();
        Assert.Equal(61_706, network.ParameterCount);
        Assert.Equal(416_520, network.MultiplyAdds);
        Assert.Equal(TensorShape.Vector(10), network.Output);
        Assert.Equal([0, 156, 156, 2_572, 2_572, 2_572, 50_692, 60_856], network.Layers.Select(layer => layer.ParameterOffset));
        Assert.Equal(TensorShape.Vector(400), network.Layers[4].Output);
    }

    [Fact]
    public void Flatten_OfVector_StaysAsItIs()
    {
        ShapedNetwork network = Infer(1, 2, 3, new FlattenDeclaration("F1"), new FlattenDeclaration("F2"));
        Assert.Equal(TensorShape.Vector(6), network.Output);
    }

    [Fact]
    public void Dropout_OfImageAndVector_LeavesShapesAndParametersAsTheyAre()
    {
        ShapedNetwork network = Infer(
            2, 5, 6,
            new DropoutDeclaration("D1", 0.25),
            new ConvolutionDeclaration("C", 3, Window(2, 1, DeclaredPadding.Valid)),
            new DropoutDeclaration("D2", 0.5),
            new FlattenDeclaration("F"),
            new DropoutDeclaration("D3", 0));
        TensorShape maps = new(3, 4, 5);
        TensorShape vector = TensorShape.Vector(60);
        Assert.Equal([new(2, 5, 6), maps, maps, vector, vector], network.Layers.Select(layer => layer.Output));
        Assert.Equal([0, 0, 27, 27, 27], network.Layers.Select(layer => layer.ParameterOffset));
        Assert.Equal(27, network.ParameterCount);
        Assert.Equal(3L * 20 * 8, network.MultiplyAdds);
        Assert.Equal([0.25, 0.5, 0], network.Layers.OfType<ShapedDropout>().Select(layer => layer.Rate));
    }

    // 134,217,727 parameters are 7 * 19,173,961: six weights and a bias for each of so many units.
    [Fact]
    public void Parameters_AtTheLimit_Fit() => Assert.Equal(
        SizeLimits.Parameters, Infer(6, 1, 1, new FlattenDeclaration("F"), new DenseDeclaration("D", 19_173_961)).ParameterCount);

    private static WindowDeclaration Window(int size, int stride, DeclaredPadding padding) =>
        new(Axis(size, stride), Axis(size, stride), padding, default, default);

    private static WindowAxis Axis(int size, int stride, int before = 0, int after = 0) =>
        new(new("size", size), new("stride", stride), new("before", before), new("after", after));

    private static ShapedConvolution Convolution(int input, int kernel, int stride, DeclaredPadding padding) =>
        (ShapedConvolution)Infer(2, input, input, new ConvolutionDeclaration("C", 3, Window(kernel, stride, padding))).Layers[0];

    private static ShapedNetwork Infer(int channels, int height, int width, params LayerDeclaration[] layers)
    {
        var declaration = new NetworkDeclaration(
            new NetworkType("", default, "Net"),
            new InputDeclaration(channels, height, width, 1, 0, 0),
            LayerReader.Stack(layers),
            default,
            default,
            default,
            IsReadable: true);
        InferredNetwork inferred = ShapeInference.Infer(declaration, NetworkMode.Training, CancellationToken.None);
        Assert.Empty(inferred.Problems);
        return inferred.Shaped!;
    }
}
