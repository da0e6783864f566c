using LeNetGen.Reporting.Drawing;
using LeNetGen.Training;

namespace LeNetGen.Reporting.Page;

/// <summary>The top of a report: title, setting, and the figures that one looks for first.</summary>
internal static class HeadlineSection
{
    public static void Write(MarkupWriter page, TrainingReport report)
    {
        page.Open("header");
        page.Text("h1", report.Title);
        if (report.Setting is { Length: > 0 } setting)
            page.Text("p", setting, ("class", "setting"));
        if (report.History is { } history && NoticeOf(history) is { } notice)
            page.Text("p", notice, ("class", "notice"));
        page.Open("dl", ("class", "figures"));
        WriteFigures(page, report);
        page.Close();
        page.Close();
    }

    private static void WriteFigures(MarkupWriter page, TrainingReport report)
    {
        if (report.Evaluation is { } evaluation)
        {
            Write("test accuracy", Figures.Figure(evaluation.Accuracy), Figures.Count(evaluation.ImageCount, "image"));
            Write("test loss", Figures.Figure(evaluation.Loss), "mean of all images");
        }
        else if (report.History?.Epochs.LastOrDefault() is { Validation: { } validation } last)
        {
            string note = $"after epoch {Figures.Plain(last.Epoch)}";
            Write("validation accuracy", Figures.Figure(validation.Accuracy), note);
            Write("validation loss", Figures.Figure(validation.Loss), note);
        }

        NetworkDefinition definition = report.Network.Definition;
        string memory = Figures.MemorySize(definition.ParameterCount * (long)sizeof(float));
        Write("parameters", Figures.Grouped(definition.ParameterCount), memory);
        Write("multiply-adds", Figures.Grouped(definition.MultiplyAdds), "for one image");
        if (report.History is { Epochs.Count: > 0 } history)
        {
            TimeSpan total = history.Epochs.Aggregate(TimeSpan.Zero, (sum, epoch) => sum + epoch.Duration);
            Write("training time", Figures.Duration(total), Figures.Count(history.Epochs.Count, "epoch"));
        }

        void Write(string name, string figure, string note)
        {
            page.Open("div");
            page.Text("dt", name);
            page.Text("dd", figure);
            page.Text("dd", note, ("class", "note"));
            page.Close();
        }
    }

    /// <summary>A sentence where a training did not go its whole way.</summary>
    private static string? NoticeOf(History history) => history.StopReason switch
    {
        StopReason.Finished => null,
        StopReason.Cancelled => $"The training was cancelled after {Figures.Count(history.Epochs.Count, "finished epoch")}.",
        _ => history.Message ?? $"The training ended after {Figures.Count(history.Epochs.Count, "finished epoch")}.",
    };
}
