namespace LeNetGen.Reporting.Images;

/// <summary>How large the pixels of a small image are drawn: whole numbers, so that all are equal, unless the image is large.</summary>
internal static class PixelSize
{
    /// <summary>The largest size at which an image has room.</summary>
    /// <param name="length">The image's longer side, in its own pixels.</param>
    /// <param name="room">The length that it may be drawn at.</param>
    public static double Fitting(int length, double room) => length <= room ? Math.Floor(room / length) : room / length;

    /// <summary>The sizes to try where many images share a room, descending.</summary>
    /// <param name="length">The image's longer side, in its own pixels.</param>
    /// <param name="largest">The greatest length that it may be drawn at.</param>
    /// <param name="smallest">The least length that it may be drawn at.</param>
    public static IEnumerable<double> Between(int length, double largest, double smallest)
    {
        double size = Fitting(length, largest);
        yield return size;
        for (size--; size >= 1 && size * length >= smallest; size--)
            yield return size;
        if (length > smallest)
            yield return Fitting(length, smallest);
    }
}
