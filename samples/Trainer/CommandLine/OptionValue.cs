using System.Globalization;

namespace Trainer.CommandLine;

/// <summary>Readers of option values. Each returns null for text that is not such a value.</summary>
internal static class OptionValue
{
    public static Func<string, int?> WholeNumber(int least, int most) => text =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : null;

    public static Func<string, double?> Number(Func<double, bool> accepts) => text =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && double.IsFinite(number) && accepts(number)
            ? number
            : null;
}
