using System.Globalization;
using System.Text;
using LeNetGen.Training;

namespace LeNetGen.Reporting;

/// <summary>The history of a training run as comma-separated values.</summary>
public static class HistoryCsv
{
    /// <summary>The first line.</summary>
    public const string Header = "epoch,loss,accuracy,val_loss,val_accuracy,seconds";

    /// <summary>
    /// A header and one line for each finished epoch. Numbers are invariant and read back to the very same double; a validation
    /// figure that there is none of is an empty field.
    /// </summary>
    /// <returns>Lines that end in <c>\n</c>.</returns>
    public static string Of(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var text = new StringBuilder(Header).Append('\n');
        // A double's shortest text reads back exactly, and an absent one interpolates as nothing.
        foreach (EpochRecord epoch in history.Epochs)
        {
            text.Append(CultureInfo.InvariantCulture, $"{epoch.Epoch},{epoch.Loss},{epoch.Accuracy},");
            text.Append(CultureInfo.InvariantCulture, $"{epoch.ValidationLoss},{epoch.ValidationAccuracy},{epoch.Duration.TotalSeconds}\n");
        }
        return text.ToString();
    }
}
