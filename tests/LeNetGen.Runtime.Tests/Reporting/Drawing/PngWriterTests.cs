using LeNetGen.Reporting.Drawing;

namespace LeNetGen.Runtime.Tests.Reporting.Drawing;

public sealed class PngWriterTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(28, 28)]
    [InlineData(3, 500)]
    [InlineData(500, 3)]
    public void Write_GreyLevelsOrColours_AreReadBack(int width, int height)
    {
        byte[] grey = new byte[width * height];
        byte[] colours = new byte[width * height * 3];
        new Random(1).NextBytes(grey);
        new Random(2).NextBytes(colours);

        PngImage greyBack = PngImage.Of(PngWriter.Write(new RasterImage(width, height, grey)));
        PngImage coloursBack = PngImage.Of(PngWriter.Write(new RasterImage(width, height, colours)));

        Assert.Equal((width, height, 1), (greyBack.Width, greyBack.Height, greyBack.Channels));
        Assert.Equal(grey, greyBack.Samples);
        Assert.Equal((width, height, 3), (coloursBack.Width, coloursBack.Height, coloursBack.Channels));
        Assert.Equal(colours, coloursBack.Samples);
    }
}
