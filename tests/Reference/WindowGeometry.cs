namespace LeNetGen.Tests.Reference;

/// <summary>The windows of a convolution or pooling, every number given.</summary>
internal sealed record WindowGeometry(
    int Height, int Width, int StrideHeight = 1, int StrideWidth = 1, int PadTop = 0, int PadBottom = 0, int PadLeft = 0, int PadRight = 0)
{
    /// <summary>The shape of so many channels of these windows.</summary>
    public Shape Output(int channels, Shape input) => new(
        channels,
        (PadTop + input.Height + PadBottom - Height) / StrideHeight + 1,
        (PadLeft + input.Width + PadRight - Width) / StrideWidth + 1);
}
