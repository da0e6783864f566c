using System.Globalization;

namespace LeNetGen.Generator.Emission;

/// <summary>Numbers as C# writes them, whatever the machine's culture; the only place that formats one.</summary>
internal static class Literal
{
    /// <summary>An integer literal.</summary>
    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A float literal that reads back as the very same float.</summary>
    public static string Of(float value) => value switch
    {
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        _ when float.IsNaN(value) => "float.NaN",
        _ => value.ToString("R", CultureInfo.InvariantCulture) + "f",
    };

    /// <summary>A number for people, with commas.</summary>
    public static string Grouped(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
