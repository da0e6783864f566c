using System.Globalization;
using System.Text;
using LeNetGen.Training;

namespace Trainer.Display;

/// <summary>An evaluation: precision and recall of each class, then the figures of all.</summary>
internal static class EvaluationTable
{
    private const int TopCount = 3;
    private const int NumberWidth = 11;

    /// <summary>The lines, the last of which is the test loss and accuracy.</summary>
    public static string Of(Evaluation evaluation)
    {
        ConfusionMatrix confusion = evaluation.Confusion;
        int nameWidth = confusion.ClassNames.Append("class").Max(name => name.Length);
        var text = new StringBuilder();
        AppendRow("class", "precision", "recall", "F1", "images");
        for (int index = 0; index < confusion.ClassCount; index++)
        {
            AppendRow(
                confusion.ClassNames[index], Figure.Of(confusion.Precision(index)), Figure.Of(confusion.Recall(index)),
                Figure.Of(confusion.F1(index)), confusion.ActualCount(index).ToString("N0", CultureInfo.InvariantCulture));
        }

        // With three classes or fewer it would say nothing.
        if (confusion.ClassCount > TopCount)
            text.AppendLine(CultureInfo.InvariantCulture, $"top-{TopCount} accuracy {Figure.Of(evaluation.TopKAccuracy(TopCount))}");
        text.AppendLine(CultureInfo.InvariantCulture, $"test loss {Figure.Of(evaluation.Loss)}, test accuracy {Figure.Of(evaluation.Accuracy)}");
        return text.ToString();

        void AppendRow(string name, params ReadOnlySpan<string> cells)
        {
            text.Append(name.PadRight(nameWidth));
            foreach (string cell in cells)
                text.Append(cell.PadLeft(NumberWidth));
            text.AppendLine();
        }
    }
}
