namespace LeNetGen;

/// <summary>The windows along one axis of an image: docs/arithmetic.md, section 4.</summary>
/// <param name="Count">How many there are: the output's pixels.</param>
/// <param name="PadBefore">Pixels of padding above or to the left of the input.</param>
internal readonly record struct Windows(int Count, int PadBefore)
{
    /// <summary>
    /// As many windows as strides that start in the input. What the last one lacks is padding, of which the smaller half lies before
    /// the input: Keras' <c>padding="same"</c>.
    /// </summary>
    public static Windows Same(int input, int window, int stride)
    {
        int count = (int)Math.Ceiling(input / (double)stride);
        long lastEnd = (count - 1L) * stride + window;
        return new Windows(count, (int)(Math.Max(lastEnd - input, 0) / 2));
    }

    /// <summary>The windows that lie inside the input and its padding; none where it is shorter than a window.</summary>
    public static Windows Inside(int input, int window, int stride, int padBefore, int padAfter)
    {
        long lastStart = (long)input + padBefore + padAfter - window;
        return new Windows(lastStart < 0 ? 0 : checked((int)(lastStart / stride + 1)), padBefore);
    }
}
