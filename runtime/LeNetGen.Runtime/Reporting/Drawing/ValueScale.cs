namespace LeNetGen.Reporting.Drawing;

/// <summary>
/// The colours of values: from the least, white, to the greatest; where some are negative, white is zero and both signs reach as far.
/// </summary>
internal sealed class ValueScale
{
    private static readonly Rgb NotANumber = new(156, 163, 175);

    private ValueScale(double low, double high) => (Low, High) = (low, high);

    /// <summary>The value of the scale's start.</summary>
    public double Low { get; }

    /// <summary>The value of the scale's end.</summary>
    public double High { get; }

    /// <summary>Whether zero lies in the middle.</summary>
    public bool IsSigned => Low < 0;

    /// <summary>A scale of all finite values.</summary>
    public static ValueScale Of(ReadOnlySpan<float> values)
    {
        (double low, double high) = Range(values);
        if (low >= 0)
            return new ValueScale(low, high);
        double limit = Math.Max(-low, high);
        return new ValueScale(-limit, limit);
    }

    /// <summary>A scale around zero, as weights want it, whatever their signs.</summary>
    public static ValueScale AroundZero(ReadOnlySpan<float> values)
    {
        (double low, double high) = Range(values);
        double limit = Math.Max(Math.Abs(low), Math.Abs(high));
        // Weights that are all zero: any limit shows them white.
        return limit == 0 ? new ValueScale(-1, 1) : new ValueScale(-limit, limit);
    }

    /// <summary>The colour of a value; grey for what is no number.</summary>
    public Rgb Colour(double value)
    {
        if (double.IsNaN(value))
            return NotANumber;
        if (IsSigned)
            return value < 0 ? ColourRamp.Orange.At(value / Low) : ColourRamp.Blue.At(value / High);
        // Equal values, an untrained layer's or a dead one's, are all at the start.
        return ColourRamp.Blue.At(High > Low ? (value - Low) / (High - Low) : 0);
    }

    /// <summary>Values as an image of their colours.</summary>
    /// <param name="values">[height, width] the values.</param>
    /// <param name="width">The number of columns.</param>
    public RasterImage Image(ReadOnlySpan<float> values, int width)
    {
        byte[] samples = new byte[values.Length * 3];
        for (int index = 0; index < values.Length; index++)
            (samples[3 * index], samples[3 * index + 1], samples[3 * index + 2]) = Colour(values[index]);
        return new RasterImage(width, values.Length / width, samples);
    }

    private static (double Low, double High) Range(ReadOnlySpan<float> values)
    {
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (float value in values)
        {
            if (float.IsFinite(value))
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        return low <= high ? (low, high) : (0, 0);
    }
}
