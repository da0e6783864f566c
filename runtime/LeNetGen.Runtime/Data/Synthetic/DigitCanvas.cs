using LeNetGen.Arithmetic;

namespace LeNetGen.Data.Synthetic;

/// <summary>The grey image that strokes are drawn on, with an anti-aliased pen.</summary>
internal readonly ref struct DigitCanvas(Span<float> coverage, int size)
{
    private readonly Span<float> _coverage = coverage;

    /// <summary>Draws the straight piece of a stroke between two points given in pixels.</summary>
    /// <param name="start">Where the piece starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="radius">Half the thickness of the pen, in pixels.</param>
    /// <param name="softness">The width of the grey edge, in pixels.</param>
    public void DrawSegment((double X, double Y) start, (double X, double Y) end, double radius, double softness)
    {
        double reach = radius + softness / 2;
        (double alongX, double alongY) = (end.X - start.X, end.Y - start.Y);
        double lengthSquared = alongX * alongX + alongY * alongY;
        double inverse = lengthSquared > 0 ? 1 / lengthSquared : 0;
        (int left, int right) = Range(start.X, end.X, reach);
        (int top, int bottom) = Range(start.Y, end.Y, reach);
        for (int row = top; row <= bottom; row++)
        {
            for (int column = left; column <= right; column++)
            {
                // The distance to the nearest point of the piece.
                (double x, double y) = (column - start.X, row - start.Y);
                double along = Math.Clamp((x * alongX + y * alongY) * inverse, 0, 1);
                (x, y) = (x - along * alongX, y - along * alongY);
                double distanceSquared = x * x + y * y;
                if (distanceSquared >= reach * reach)
                    continue;
                float covered = (float)Math.Min((reach - Math.Sqrt(distanceSquared)) / softness, 1);
                ref float pixel = ref _coverage[row * size + column];
                pixel = Math.Max(pixel, covered);
            }
        }
    }

    /// <summary>Writes the image as bytes: paper, ink where strokes cover it, and noise on both.</summary>
    /// <param name="noise">The random numbers of the noise.</param>
    /// <param name="paper">The grey of the paper, 0 to 1.</param>
    /// <param name="ink">The grey of the ink, 0 to 1.</param>
    /// <param name="roughness">The largest noise, as a part of the range 0 to 1.</param>
    /// <param name="pixels">[size, size] receives the image.</param>
    public void Develop(RandomStream noise, double paper, double ink, double roughness, Span<byte> pixels)
    {
        // Each of the four words of a draw gives the grain of two pixels: the centred sum of two bytes, between -1 and 1.
        const int pixelsADraw = 8;
        Span<uint> words = stackalloc uint[4];
        for (int start = 0; start < pixels.Length; start += pixelsADraw)
        {
            (words[0], words[1], words[2], words[3]) = noise.Words((ulong)start);
            for (int pixel = start; pixel < Math.Min(start + pixelsADraw, pixels.Length); pixel++)
            {
                uint bits = words[(pixel - start) / 2] >> (16 * (pixel % 2));
                double grain = ((bits & 0xff) + (bits >> 8 & 0xff)) * (1.0 / 0xff) - 1;
                double grey = paper + (ink - paper) * _coverage[pixel] + roughness * grain;
                pixels[pixel] = (byte)(Math.Clamp(grey, 0, 1) * byte.MaxValue + 0.5);
            }
        }
    }

    private (int First, int Last) Range(double start, double end, double reach)
    {
        double first = Math.Ceiling(Math.Min(start, end) - reach), last = Math.Floor(Math.Max(start, end) + reach);
        return ((int)Math.Max(first, 0), (int)Math.Min(last, size - 1));
    }
}
