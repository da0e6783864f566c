using System.Globalization;
using LeNetGen.Training;

namespace Trainer.Display;

/// <summary>The table that stays on the screen, one line for each finished epoch; narrow enough for 80 columns.</summary>
internal static class EpochTable
{
    private const int LeastWidth = 10;

    /// <summary>The line above the first epoch's.</summary>
    public static string Header(EpochRecord epoch) => Aligned(Headers(epoch), epoch);

    /// <summary>The line of an epoch.</summary>
    /// <param name="progress">The report that ends it.</param>
    /// <param name="epoch">Its record.</param>
    public static string Line(in TrainingProgress progress, EpochRecord epoch)
    {
        string number = string.Create(CultureInfo.InvariantCulture, $"{epoch.Epoch}/{progress.Epochs}");
        string seconds = epoch.Duration.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);
        string speed = progress.ImagesPerSecond.ToString("N0", CultureInfo.InvariantCulture);
        string[] training = [number, Figure.Of(epoch.Loss), Figure.Of(epoch.Accuracy)];
        return epoch is { ValidationLoss: { } loss, ValidationAccuracy: { } accuracy }
            ? Aligned([.. training, Figure.Of(loss), Figure.Of(accuracy), seconds, speed], epoch)
            : Aligned([.. training, seconds, speed], epoch);
    }

    private static string[] Headers(EpochRecord epoch) => epoch is { ValidationLoss: not null, ValidationAccuracy: not null }
        ? ["epoch", "loss", "accuracy", "val loss", "val accuracy", "seconds", "images/s"]
        : ["epoch", "loss", "accuracy", "seconds", "images/s"];

    private static string Aligned(string[] cells, EpochRecord epoch) =>
        string.Concat(cells.Zip(Headers(epoch), (cell, header) => cell.PadLeft(Math.Max(LeastWidth, header.Length + 2))));
}
