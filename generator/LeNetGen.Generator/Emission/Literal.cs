using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace LeNetGen.Generator.Emission;

/// <summary>Values as C# writes them, whatever the machine's culture; the only place that formats a number.</summary>
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
        // .NET Framework, which Visual Studio's compiler runs on, would drop the sign.
        0 when float.IsNegativeInfinity(1 / value) => "-0f",
        _ => Plain(value) + "f",
    };

    /// <summary>A literal of a finite double that reads back as the very same double.</summary>
    public static string Of(double value)
    {
        string digits = Plain(value);
        return digits.Contains('.') || digits.Contains('E') ? digits : digits + ".0";
    }

    /// <summary>A string literal, quotes and control characters escaped.</summary>
    public static string Of(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>A number for people, with as many digits as it takes to tell it from all others of its type.</summary>
    public static string Plain(float value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Plain(float)"/>
    public static string Plain(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A fraction for people, in whole hundredths.</summary>
    public static string Percent(double fraction) => (100 * fraction).ToString("F0", CultureInfo.InvariantCulture) + " %";

    /// <summary>A number for people, with commas.</summary>
    public static string Grouped(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
