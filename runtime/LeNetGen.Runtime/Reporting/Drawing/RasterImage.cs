namespace LeNetGen.Reporting.Drawing;

/// <summary>A small image of 8-bit samples: grey levels, or red, green and blue in turn.</summary>
/// <param name="Width">The number of columns.</param>
/// <param name="Height">The number of rows.</param>
/// <param name="Samples">[height, width] grey levels, or [height, width, 3] colours.</param>
internal sealed record RasterImage(int Width, int Height, byte[] Samples)
{
    /// <summary>Whether the samples are grey levels.</summary>
    public bool IsGrey => Samples.Length == Width * Height;

    /// <summary>The image as a PNG in a data URI: what an SVG's image element refers to.</summary>
    public string DataUri() => "data:image/png;base64," + Convert.ToBase64String(PngWriter.Write(this));
}
