namespace LeNetGen.Tests.Reference;

/// <summary>A window of a convolution or pooling layer, as a declaration gives it.</summary>
internal sealed record WindowGeometry(int Height, int Width, int StrideHeight, int StrideWidth)
{
    /// <summary>Padding in pixels; <see cref="IsSame"/> overrides it.</summary>
    public (int Top, int Bottom, int Left, int Right) Pads { get; init; }

    /// <summary>Whether the padding is that of <see cref="Padding.Same"/>.</summary>
    public bool IsSame { get; init; }

    /// <summary>A square window.</summary>
    public static WindowGeometry Square(int size, int stride, int pad = 0) =>
        new(size, size, stride, stride) { Pads = (pad, pad, pad, pad) };

    /// <summary>The windows below one another and side by side over an input, and the padding before it, by Keras' rules.</summary>
    public (int Rows, int Columns, int PadTop, int PadLeft) Over(Shape input)
    {
        (int rows, int top) = Axis(input.Height, Height, StrideHeight, Pads.Top, Pads.Bottom);
        (int columns, int left) = Axis(input.Width, Width, StrideWidth, Pads.Left, Pads.Right);
        return (rows, columns, top, left);
    }

    private (int Size, int Pad) Axis(int size, int window, int stride, int before, int after)
    {
        if (!IsSame)
            return ((size + before + after - window) / stride + 1, before);
        int output = (size + stride - 1) / stride;
        return (output, Math.Max(0, (output - 1) * stride + window - size) / 2);
    }
}
