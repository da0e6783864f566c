using System.Globalization;

namespace LeNetGen.Reporting.Drawing;

/// <summary>A colour of 8 bits a channel.</summary>
internal readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    /// <summary>Whether white text is easier to read on it than black text: a luma (ITU-R BT.601) below about half.</summary>
    public bool IsDark => 0.299 * Red + 0.587 * Green + 0.114 * Blue < 124;

    /// <summary>The colour between this one, at 0, and another, at 1.</summary>
    public Rgb Towards(Rgb other, double position) => new(
        Between(Red, other.Red, position), Between(Green, other.Green, position), Between(Blue, other.Blue, position));

    /// <summary>Such as <c>#1d5fd1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private static byte Between(byte from, byte to, double position) => (byte)Math.Round(from + (to - from) * position);
}
