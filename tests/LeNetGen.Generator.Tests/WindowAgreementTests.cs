using LeNetGen.Execution;
using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Shapes;
using LeNetGen.Generator.Weights;
using DeclaredPadding = LeNetGen.Generator.Declaration.Padding;

namespace LeNetGen.Generator.Tests;

/// <summary>The generator's shapes and the runtime's, which are written independently of one another, agree.</summary>
public class WindowAgreementTests
{
    private static readonly int[] s_inputs = [1, 2, 3, 4, 5, 7, 8, 15, 16, 17];
    private static readonly (int Before, int After)[] s_pads = [(0, 0), (1, 1), (0, 1), (2, 0), (1, 3), (5, 4)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public void Windows_ManyGeometries_AreTheSameInGeneratorAndTrace(int window)
    {
        int fitting = 0, refused = 0;
        foreach (int input in s_inputs)
        foreach (int stride in new[] { 1, 2, 3, 7 })
        {
            foreach (PoolingKind? kind in new PoolingKind?[] { null, PoolingKind.Average, PoolingKind.Max })
            {
                foreach ((int before, int after) in s_pads)
                    Compare(new Geometry(input, window, stride, before, after, IsSame: false, kind));
                Compare(new Geometry(input, window, stride, 0, 0, IsSame: true, kind));
            }
        }

        Assert.True(fitting > 100 && refused > 10, $"{fitting} fit, {refused} are refused.");

        void Compare(Geometry geometry)
        {
            ShapedLayer? inferred = Inferred(geometry);
            LayerDefinition? traced = TracedLayer(geometry);
            Assert.True(Numbers(inferred) == Numbers(traced), $"{geometry}: {Numbers(inferred)} and {Numbers(traced)}");
            if (inferred is null)
                refused++;
            else
                fitting++;
        }
    }

    private static string Numbers(ShapedLayer? layer) => layer switch
    {
        null => "refused",
        ShapedConvolution convolution => $"{convolution.Output}, {convolution.Pads.Top}, {convolution.Pads.Left}",
        ShapedPooling pooling => $"{pooling.Kind} {pooling.Output}, {pooling.Pads.Top}, {pooling.Pads.Left}",
        _ => throw new ArgumentException($"{layer} has no windows.", nameof(layer)),
    };

    private static string Numbers(LayerDefinition? layer) => layer switch
    {
        null => "refused",
        Conv2DDefinition convolution => $"{convolution.Output}, {convolution.PadTop}, {convolution.PadLeft}",
        AveragePooling2DDefinition pooling => $"{PoolingKind.Average} {pooling.Output}, {pooling.PadTop}, {pooling.PadLeft}",
        MaxPooling2DDefinition pooling => $"{PoolingKind.Max} {pooling.Output}, {pooling.PadTop}, {pooling.PadLeft}",
        _ => throw new ArgumentException($"{layer} has no windows.", nameof(layer)),
    };

    // Rows are the geometry in question; columns have another, so that the two cannot be mistaken for one another.
    private static ShapedLayer? Inferred(Geometry geometry)
    {
        var window = new WindowDeclaration(
            Axis(geometry.Window, geometry.Stride, geometry.Before, geometry.After),
            Axis(2, 3, 0, 0),
            geometry.IsSame ? DeclaredPadding.Same : DeclaredPadding.Valid,
            default,
            default);
        LayerDeclaration layer = geometry.Kind is { } kind
            ? new PoolingDeclaration("Layer", kind, window)
            : new ConvolutionDeclaration("Layer", 4, window);
        var declaration = new NetworkDeclaration(
            new NetworkType("", default, "Net"),
            new InputDeclaration(Channels: 2, geometry.Input, Width: 9, Scale: 1, Offset: 0, Pad: 0),
            LayerReader.Stack([layer]),
            default,
            default,
            default,
            IsReadable: true);
        return ShapeInference.Infer(declaration, NetworkMode.Training, CancellationToken.None).Shaped?.Layers[0];
    }

    private static WindowAxis Axis(int size, int stride, int before, int after) =>
        new(new("size", size), new("stride", stride), new("before", before), new("after", after));

    private static LayerDefinition? TracedLayer(Geometry geometry)
    {
        WindowAttribute attribute = geometry.Kind switch
        {
            PoolingKind.Average => new AveragePooling2DAttribute(geometry.Window, 2),
            PoolingKind.Max => new MaxPooling2DAttribute(geometry.Window, 2),
            _ => new Conv2DAttribute(4, geometry.Window, 2),
        };
        (attribute.StrideHeight, attribute.StrideWidth) = (geometry.Stride, 3);
        (attribute.PadTop, attribute.PadBottom) = (geometry.Before, geometry.After);
        attribute.Padding = geometry.IsSame ? Padding.Same : Padding.Valid;
        var network = new NetworkAttribute(2, geometry.Input, 9);
        var input = new InputDefinition(new Shape(2, geometry.Input, 9), 1, 0, 0);
        try
        {
            return ForwardTrace.Of("Net", network, input, ["Layer"], image => image.Call("Layer", attribute)).Layers[0];
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private sealed record Geometry(int Input, int Window, int Stride, int Before, int After, bool IsSame, PoolingKind? Kind);
}
