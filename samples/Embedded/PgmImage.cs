using System.Globalization;

namespace Embedded;

/// <summary>A portable graymap: a text P2 or, with the pixels in bytes, P5.</summary>
internal static class PgmImage
{
    private const int LargestByte = 255;
    private const int LargestGray = 65535;

    /// <inheritdoc cref="ImageFile.Read"/>
    public static void Read(ReadOnlySpan<byte> bytes, string name, Span<byte> pixels)
    {
        bool isText = bytes[1] == '2';
        int place = 2;
        int width = Number(bytes, ref place, name, "width");
        int height = Number(bytes, ref place, name, "height");
        int white = Number(bytes, ref place, name, "largest gray");
        ImageFile.RequireSize(name, height, width);
        if (white is < 1 or > LargestGray)
            throw new ImageException($"{name} has {white} as its largest gray; it must lie between 1 and {LargestGray}.");

        // One byte of white space ends the header, whatever byte follows.
        place++;
        int bytesOfPixel = white > LargestByte ? 2 : 1;
        if (!isText && bytes.Length - place < pixels.Length * bytesOfPixel)
        {
            throw new ImageException(
                $"{name} ends after {Math.Max(0, bytes.Length - place)} of its {pixels.Length * bytesOfPixel} bytes of pixels.");
        }

        for (int i = 0; i < pixels.Length; i++)
        {
            int gray = isText
                ? Number(bytes, ref place, name, "pixel " + i.ToString(CultureInfo.InvariantCulture))
                : bytesOfPixel == 1 ? bytes[place + i] : bytes[place + 2 * i] << 8 | bytes[place + 2 * i + 1];
            if (gray > white)
                throw new ImageException($"{name} has a pixel of {gray}, brighter than its largest gray, {white}.");
            pixels[i] = (byte)((gray * LargestByte + white / 2) / white);
        }
    }

    /// <summary>The next number, behind white space and comments.</summary>
    private static int Number(ReadOnlySpan<byte> bytes, ref int place, string name, string what)
    {
        while (place < bytes.Length && (bytes[place] <= ' ' || bytes[place] == '#'))
        {
            if (bytes[place] == '#')
            {
                while (place < bytes.Length && bytes[place] != '\n')
                    place++;
            }
            else
            {
                place++;
            }
        }

        int start = place, number = 0;
        for (; place < bytes.Length && bytes[place] is >= (byte)'0' and <= (byte)'9'; place++)
            number = Math.Min(number * 10 + bytes[place] - '0', int.MaxValue / 16);
        return place > start ? number : throw new ImageException($"{name} is no whole PGM image: it has no number for its {what}.");
    }
}
