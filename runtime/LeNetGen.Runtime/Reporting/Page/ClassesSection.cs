using System.Globalization;
using LeNetGen.Reporting.Drawing;
using LeNetGen.Training;

namespace LeNetGen.Reporting.Page;

/// <summary>How the network does on each class: the confusion matrix, precision, recall and F1, and what it confuses most often.</summary>
internal static class ClassesSection
{
    private const int ShownConfusions = 8;

    public static void Write(MarkupWriter page, TrainingReport report)
    {
        if (report.Evaluation?.Confusion is not { } confusion)
            return;
        Picture matrix = ConfusionMatrixSvg.Draw(confusion, "Confusion matrix");
        page.OpenSection("Confusion matrix", matrix.Subtitle);
        page.Figure(matrix);
        WriteClasses(page, confusion);
        WriteConfusions(page, confusion);
        page.Close();
    }

    private static void WriteClasses(MarkupWriter page, ConfusionMatrix confusion)
    {
        page.Text("h3", "Classes");
        page.OpenTable("class", "images", "precision", "recall", "F1");
        for (int index = 0; index < confusion.ClassCount; index++)
        {
            page.Open("tr");
            page.Text("td", confusion.ClassNames[index]);
            page.Text("td", Figures.Grouped(confusion.ActualCount(index)));
            WriteShare(page, confusion.Precision(index), confusion.PredictedCount(index) > 0);
            WriteShare(page, confusion.Recall(index), confusion.ActualCount(index) > 0);
            WriteShare(page, confusion.F1(index), confusion.ActualCount(index) + confusion.PredictedCount(index) > 0);
            page.Close();
        }

        page.Open("tr", ("class", "total"));
        page.Text("td", "mean of classes");
        page.Text("td", Figures.Grouped(confusion.Total));
        WriteShare(page, confusion.MacroPrecision, exists: true);
        WriteShare(page, confusion.MacroRecall, exists: true);
        WriteShare(page, confusion.MacroF1, exists: true);
        page.Close();
        page.CloseTable();
    }

    private static void WriteShare(MarkupWriter page, double share, bool exists)
    {
        if (!exists)
        {
            page.Text("td", "–");
            return;
        }

        page.Open("td");
        page.Text("span", Figures.Figure(share));
        page.Open("span", ("class", "bar"));
        page.Text("i", "", ("style", string.Create(CultureInfo.InvariantCulture, $"width: {share * 100:F1}%")));
        page.Close();
        page.Close();
    }

    private static void WriteConfusions(MarkupWriter page, ConfusionMatrix confusion)
    {
        int classes = confusion.ClassCount;
        (int Actual, int Predicted)[] most =
        [
            .. Enumerable.Range(0, classes)
                .SelectMany(_ => Enumerable.Range(0, classes), (actual, predicted) => (actual, predicted))
                .Where(cell => cell.actual != cell.predicted && confusion[cell.actual, cell.predicted] > 0)
                .OrderByDescending(cell => confusion[cell.actual, cell.predicted])
                .Take(ShownConfusions),
        ];
        if (most.Length == 0)
            return;
        page.Text("h3", "Most frequent mistakes");
        page.OpenTable("actual → taken for", "images", "of its class");
        foreach ((int actual, int predicted) in most)
        {
            long count = confusion[actual, predicted];
            page.Row(
                "", $"{confusion.ClassNames[actual]} → {confusion.ClassNames[predicted]}", Figures.Grouped(count),
                Figures.Percent((double)count / confusion.ActualCount(actual)));
        }

        page.CloseTable();
    }
}
