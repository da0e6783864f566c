using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;
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
        Assert.Equal((padBefore, padBefore), (layer.PadTop, layer.PadLeft));
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
        Assert.Equal((0, 0), (layer.PadTop, layer.PadLeft));
    }

    [Fact]
    public void Convolution_SidesDiffer_TakesEachBySelf()
    {
        var layer = (ShapedConvolution)Infer(2, 5, 12, new ConvolutionDeclaration("C", 4, 3, 2, DeclaredPadding.Same)).Layers[0];
        Assert.Equal(new TensorShape(4, 3, 6), layer.Output);
        Assert.Equal((1, 0), (layer.PadTop, layer.PadLeft));
    }

    [Theory]
    [InlineData(28, 2, 14)]
    [InlineData(29, 2, 14)]
    [InlineData(5, 5, 1)]
    [InlineData(9, 5, 1)]
    [InlineData(3, 1, 3)]
    public void Pooling_LeftOver_IsDropped(int input, int pool, int output)
    {
        ShapedLayer layer = Infer(3, input, input, new PoolingDeclaration("P", PoolingKind.Max, pool)).Layers[0];
        Assert.Equal(new TensorShape(3, output, output), layer.Output);
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

    // 134,217,727 parameters are 7 * 19,173,961: six weights and a bias for each of so many units.
    [Fact]
    public void Parameters_AtTheLimit_Fit() => Assert.Equal(
        SizeLimits.Parameters, Infer(6, 1, 1, new FlattenDeclaration("F"), new DenseDeclaration("D", 19_173_961)).ParameterCount);

    private static ShapedConvolution Convolution(int input, int kernel, int stride, DeclaredPadding padding) =>
        (ShapedConvolution)Infer(2, input, input, new ConvolutionDeclaration("C", 3, kernel, stride, padding)).Layers[0];

    private static ShapedNetwork Infer(int channels, int height, int width, params LayerDeclaration[] layers)
    {
        var declaration = new NetworkDeclaration(
            new NetworkType("", default, "Net"),
            new InputDeclaration(channels, height, width, 1, 0, 0),
            layers.ToEquatableArray(),
            default,
            default,
            default,
            IsReadable: true);
        InferredNetwork inferred = ShapeInference.Infer(declaration, CancellationToken.None);
        Assert.Empty(inferred.Problems);
        return inferred.Shaped!;
    }
}
