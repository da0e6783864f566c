using LeNetGen.Reporting.Drawing;
using LeNetGen.Reporting.Page;

namespace LeNetGen.Reporting;

/// <summary>A training on one page: figures, curves, the network, its mistakes and what it sees. The page needs no other file.</summary>
public static class ReportHtml
{
    /// <summary>Writes the page; parts of which nothing is known are left out.</summary>
    /// <param name="report">What is known.</param>
    /// <returns>A complete HTML document, which is well-formed XML too.</returns>
    /// <exception cref="LeNetGenException"><see cref="TrainingReport.Images"/> are none, or not what the network reads.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <see cref="TrainingReport.FeatureMapsIndex"/> is none of the images', or <see cref="TrainingReport.MistakeCount"/> is less than 1.
    /// </exception>
    public static string Of(TrainingReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentOutOfRangeException.ThrowIfLessThan(report.MistakeCount, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(report.FeatureMapsIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(report.FeatureMapsIndex, report.Images?.Count ?? int.MaxValue);

        var page = new MarkupWriter();
        page.Open("html", ("lang", "en"), ("xmlns", "http://www.w3.org/1999/xhtml"));
        WriteHead(page, report.Title);
        page.Open("body");
        page.Open("main");
        HeadlineSection.Write(page, report);
        TrainingSection.Write(page, report);
        ClassesSection.Write(page, report);
        NetworkSection.Write(page, report);
        ImagesSection.Write(page, report);
        page.Text("footer", "Written by LeNetGen. The values in all pictures are those of the generated code, bit for bit.");
        page.Close();
        page.Close();
        page.Close();
        return "<!DOCTYPE html>\n" + page;
    }

    private static void WriteHead(MarkupWriter page, string title)
    {
        page.Open("head");
        page.Element("meta", ("charset", "utf-8"));
        page.Element("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        page.Text("title", title);
        page.Text("style", "\n" + PictureStyle.Sheet + "\n" + PageStyle.Sheet + "\n");
        page.Close();
    }
}
