using System.Globalization;
using LeNetGen.Reporting.Drawing;
using LeNetGen.Training;

namespace LeNetGen.Reporting.Page;

/// <summary>The course of a training, as curves and as a table.</summary>
internal static class TrainingSection
{
    /// <summary>Epochs up to which the table is shown at once.</summary>
    private const int ShownEpochs = 10;

    public static void Write(MarkupWriter page, TrainingReport report)
    {
        if (report.History is not { } history)
            return;
        page.OpenSection("Training", "Training figures are running means over each epoch; validation is measured after it.");
        page.Figure(HistorySvg.Draw(history, report.Title));
        if (history.Epochs.Count > 0)
            WriteTable(page, history.Epochs);
        page.Close();
    }

    private static void WriteTable(MarkupWriter page, IReadOnlyList<EpochRecord> epochs)
    {
        bool hasValidation = epochs.Any(epoch => epoch.Validation is not null);
        EpochRecord best = hasValidation ? epochs.MaxBy(epoch => epoch.ValidationAccuracy ?? -1)! : epochs.MaxBy(epoch => epoch.Accuracy)!;
        page.OpenDetails("All epochs", epochs.Count <= ShownEpochs);
        page.OpenTable(
        [
            "epoch", "loss", "accuracy", .. (ReadOnlySpan<string>)(hasValidation ? ["validation loss", "validation accuracy"] : []),
            "learning rate", "seconds",
        ]);
        foreach (EpochRecord epoch in epochs)
        {
            string[] validation = hasValidation ? [FigureOf(epoch.ValidationLoss), FigureOf(epoch.ValidationAccuracy)] : [];
            page.Row(
                epoch == best && epochs.Count > 1 ? "best" : "",
                [
                    Figures.Plain(epoch.Epoch), FigureOf(epoch.Loss), FigureOf(epoch.Accuracy), .. validation,
                    epoch.LearningRate.ToString("0.######", CultureInfo.InvariantCulture),
                    epoch.Duration.TotalSeconds.ToString("F2", CultureInfo.InvariantCulture),
                ]);
        }

        page.CloseTable();
        if (epochs.Count > 1)
            page.Text("p", $"In blue: the epoch of the best {(hasValidation ? "validation " : "")}accuracy.", ("class", "lead"));
        page.Close();
    }

    private static string FigureOf(double? figure) => Figures.Figure(figure ?? double.NaN);
}
