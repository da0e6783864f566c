namespace LeNetGen.Reporting.Drawing;

/// <summary>
/// Shades from white to dark. Blue stands for more, or above zero, or right; orange for below zero, or wrong: the two are told
/// apart in every common form of colour blindness, and equal positions are about equally dark.
/// </summary>
internal sealed class ColourRamp
{
    private readonly Rgb[] _stops;

    private ColourRamp(params Rgb[] stops) => _stops = stops;

    /// <summary>More, above zero, right.</summary>
    public static ColourRamp Blue { get; } = new(
        new(255, 255, 255), new(211, 227, 249), new(143, 184, 238), new(67, 131, 219), new(24, 80, 175), new(13, 50, 120));

    /// <summary>Below zero, wrong.</summary>
    public static ColourRamp Orange { get; } = new(
        new(255, 255, 255), new(253, 225, 199), new(248, 182, 120), new(228, 120, 26), new(176, 82, 8), new(122, 54, 4));

    /// <summary>The shade at a position from 0, white, to 1.</summary>
    public Rgb At(double position)
    {
        double place = Math.Clamp(position, 0, 1) * (_stops.Length - 1);
        int stop = Math.Min((int)place, _stops.Length - 2);
        return _stops[stop].Towards(_stops[stop + 1], place - stop);
    }
}
