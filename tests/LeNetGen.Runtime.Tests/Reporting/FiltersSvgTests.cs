using System.Xml.Linq;
using LeNetGen.Reporting;
using LeNetGen.Tests.Execution;

namespace LeNetGen.Runtime.Tests.Reporting;

public sealed class FiltersSvgTests
{
    [Fact]
    public void Of_Convolution_HasATileForEachFilterInTheColoursOfItsWeights()
    {
        var network = new InterpretedNetwork(Networks.D2L);
        network.Parameters.Clear();
        network.Parameters[0] = -2;
        network.Parameters[1] = 1;
        network.Parameters[25] = 2;

        XDocument picture = Pictures.Parse(FiltersSvg.Of(network));

        PngImage[] tiles = Pictures.ImagesOf(picture)[1..];
        Assert.Equal(6, tiles.Length);
        Assert.All(tiles, tile => Assert.Equal((5, 5, 3), (tile.Width, tile.Height, tile.Channels)));
        Assert.True(tiles[0].Samples[0] > tiles[0].Samples[2], "A negative weight is orange.");
        Assert.True(tiles[0].Samples[3] < tiles[0].Samples[5], "A positive weight is blue.");
        Assert.Equal([255, 255, 255], tiles[0].Samples[6..9]);
        Assert.True(tiles[1].Samples[0] < tiles[0].Samples[3], "A larger weight is darker.");
        Assert.Equal(["−2.00", "0", "2.00"], Pictures.TextsOf(picture, "small"));
    }

    [Fact]
    public void Of_DenseLayerBehindFlatten_HasImagesOfTheInputsShapeAndChannels()
    {
        PngImage[] tiles = Pictures.ImagesOf(Pictures.Parse(FiltersSvg.Of(new InterpretedNetwork(Networks.Perceptron))))[1..];

        Assert.Equal(7 * 3, tiles.Length);
        Assert.All(tiles, tile => Assert.Equal((5, 4), (tile.Width, tile.Height)));
    }

    [Fact]
    public void Of_DenseLayerOfAVector_IsStrips()
    {
        PngImage[] tiles = Pictures.ImagesOf(Pictures.Parse(FiltersSvg.Of(new InterpretedNetwork(Networks.OneDense(9, 4)))))[1..];

        Assert.Equal(4, tiles.Length);
        Assert.All(tiles, tile => Assert.Equal((9, 1), (tile.Width, tile.Height)));
    }

    [Fact]
    public void Of_MoreFiltersThanShown_SaysHowMany()
    {
        XDocument picture = Pictures.Parse(FiltersSvg.Of(new InterpretedNetwork(Networks.OneDense(2, 700))));

        Assert.Equal(512, Pictures.ImagesOf(picture).Length - 1);
        Assert.Contains("512 of 700 outputs", Pictures.TextsOf(picture)[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoWeights_SaysSo()
    {
        var definition = new NetworkDefinition(
            "Flat", new InputDefinition(new Shape(1, 2, 2), 1, 0, 0), [new FlattenDefinition("F", new Shape(1, 2, 2), new Shape(4))]);

        Assert.Contains("No layer has weights.", Pictures.TextsOf(Pictures.Parse(FiltersSvg.Of(new InterpretedNetwork(definition)))));
    }

    [Fact]
    public void Of_WeightsThatAreNotFinite_IsAPictureYet()
    {
        var network = new InterpretedNetwork(Networks.D2L);
        network.Parameters[0] = float.NaN;
        network.Parameters[1] = float.NegativeInfinity;

        Pictures.Parse(FiltersSvg.Of(network));
    }
}
