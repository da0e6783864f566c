using System.Globalization;

namespace LeNetGen.Reporting.Drawing;

/// <summary>
/// How wide text may become. Nobody knows the reader's font, so these are the widths of a wide sans-serif (DejaVu Sans, in which the
/// same text takes a tenth more than in Arial): what has room by them has room everywhere.
/// </summary>
internal static class TextWidth
{
    private const string Ellipsis = "…";

    /// <summary>Bold letters are wider; a bold text of some size takes the room of a regular one of this many times the size.</summary>
    public const double Bold = 1.13;

    /// <summary>The width of a line of text, in pixels.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">The font's size, in pixels.</param>
    public static double Of(string text, double size)
    {
        double width = 0;
        foreach (char character in text)
            width += OfCharacter(character);
        return width * size;
    }

    /// <summary>The text, or as much of its start as there is room for, and an ellipsis.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">The font's size, in pixels.</param>
    /// <param name="room">The greatest width, in pixels.</param>
    public static string Fit(string text, double size, double room)
    {
        if (Of(text, size) <= room)
            return text;
        // Text elements: half a surrogate pair, or a letter without its accent, is not what was written.
        int[] starts = StringInfo.ParseCombiningCharacters(text);
        for (int count = starts.Length - 1; count > 0; count--)
        {
            string start = text[..starts[count]].TrimEnd() + Ellipsis;
            if (Of(start, size) <= room)
                return start;
        }

        return Ellipsis;
    }

    private static double OfCharacter(char character) => character switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or ' ' or '·' => 0.34,
        'f' or 'r' or 't' or '(' or ')' or '[' or ']' or '/' or '-' => 0.42,
        'm' or 'w' or 'M' or 'W' or '@' or '%' or '…' or '→' => 1.0,
        >= 'A' and <= 'Z' => 0.74,
        // Scripts whose characters fill a square; halves of surrogate pairs come in twos.
        >= '\u1100' and < '\ud800' or > '\udfff' => 1.05,
        _ => 0.64,
    };
}
