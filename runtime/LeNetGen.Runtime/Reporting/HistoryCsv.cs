using System.Globalization;
using LeNetGen.Training;

namespace LeNetGen.Reporting;

/// <summary>The history of a training run as comma-separated values.</summary>
public static class HistoryCsv
{
    /// <summary>The first line.</summary>
    public const string Header = "epoch,loss,accuracy,val_loss,val_accuracy,seconds,learning_rate";

    /// <summary>
    /// A header and one line for each finished epoch. Numbers are invariant and read back to the very same double; a validation
    /// figure that there is none of is an empty field.
    /// </summary>
    /// <returns>Lines that end in <c>\n</c>.</returns>
    public static string Of(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return string.Concat(history.Epochs.Select(Row).Prepend(Header + "\n"));
    }

    /// <summary>The line of one epoch, with its <c>\n</c>.</summary>
    internal static string Row(EpochRecord epoch)
    {
        // A double's shortest text reads back exactly, and an absent one interpolates as nothing.
        string training = string.Create(CultureInfo.InvariantCulture, $"{epoch.Epoch},{epoch.Loss},{epoch.Accuracy}");
        string validation = string.Create(CultureInfo.InvariantCulture, $"{epoch.ValidationLoss},{epoch.ValidationAccuracy}");
        return string.Create(
            CultureInfo.InvariantCulture, $"{training},{validation},{epoch.Duration.TotalSeconds},{epoch.LearningRate}\n");
    }
}
