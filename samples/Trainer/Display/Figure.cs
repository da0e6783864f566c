using System.Globalization;

namespace Trainer.Display;

/// <summary>A loss or an accuracy as the program prints it: four decimals, or a power of ten where training diverges.</summary>
internal static class Figure
{
    public static string Of(double value) => value.ToString(Math.Abs(value) < 10_000 ? "F4" : "0.00e+0", CultureInfo.InvariantCulture);
}
