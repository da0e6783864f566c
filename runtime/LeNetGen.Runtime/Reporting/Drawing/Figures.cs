using System.Globalization;

namespace LeNetGen.Reporting.Drawing;

/// <summary>How reports write numbers.</summary>
internal static class Figures
{
    /// <summary>A whole number in digits alone.</summary>
    public static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A whole number with separated thousands, such as 61,706.</summary>
    public static string Grouped(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A share with one decimal, such as 98.7%; only nothing is 0.0%, only all is 100.0%. A dash where there is none.</summary>
    public static string Percent(double share) => share switch
    {
        > 0 and < 0.0005 => "<0.1%",
        >= 0.9995 and < 1 => ">99.9%",
        _ when double.IsFinite(share) => (share * 100).ToString("F1", CultureInfo.InvariantCulture) + "%",
        _ => "–",
    };

    /// <summary>A share as a whole number of percent; what is little, but something, is below 1.</summary>
    public static string WholePercent(double share)
    {
        if (!double.IsFinite(share))
            return "–";
        if (share is > 0 and < 0.005)
            return "<1%";
        return (share * 100).ToString("F0", CultureInfo.InvariantCulture) + "%";
    }

    /// <summary>A loss or an accuracy with four decimals, or in exponential form where it is large.</summary>
    public static string Figure(double value) =>
        double.IsFinite(value) ? value.ToString(Math.Abs(value) < 1000 ? "F4" : "0.###e+0", CultureInfo.InvariantCulture) : "–";

    /// <summary>A value with three significant digits, such as -0.0217 or 1.5e-7, with a true minus sign.</summary>
    public static string Significant(double value)
    {
        double size = Math.Abs(value);
        string digits = size switch
        {
            0 => "0",
            < 1e-3 or >= 1e5 => size.ToString("0.##e+0", CultureInfo.InvariantCulture),
            < 1 => size.ToString("0.000", CultureInfo.InvariantCulture),
            < 10 => size.ToString("0.00", CultureInfo.InvariantCulture),
            < 100 => size.ToString("0.0", CultureInfo.InvariantCulture),
            _ => size.ToString("0", CultureInfo.InvariantCulture),
        };
        return value < 0 ? "−" + digits : digits;
    }

    /// <summary>A duration in its natural unit, such as 0.7 s, 3 min 05 s or 2 h 10 min.</summary>
    public static string Duration(TimeSpan duration)
    {
        if (duration.TotalSeconds < 60)
            return string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:F1} s");
        return duration.TotalMinutes < 60
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalMinutes} min {duration.Seconds:D2} s")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalHours} h {duration.Minutes:D2} min");
    }

    /// <summary>A number and its noun in the right form: "1 image", "2 images".</summary>
    public static string Count(long number, string noun) => $"{Grouped(number)} {noun}{(number == 1 ? "" : "s")}";

    /// <summary>Bytes in the largest unit that keeps them at 1 or more; a KB is 1,024 bytes, as in Keras.</summary>
    public static string MemorySize(long bytes)
    {
        ReadOnlySpan<string> units = ["B", "KB", "MB", "GB"];
        double size = bytes;
        int unit = 0;
        for (; size >= 1024 && unit < units.Length - 1; unit++)
            size /= 1024;
        return string.Create(CultureInfo.InvariantCulture, $"{size:F2} {units[unit]}");
    }
}
