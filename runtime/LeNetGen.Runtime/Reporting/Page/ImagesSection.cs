using LeNetGen.Reporting.Drawing;

namespace LeNetGen.Reporting.Page;

/// <summary>Images that the network gets wrong, and what it makes of one image.</summary>
internal static class ImagesSection
{
    public static void Write(MarkupWriter page, TrainingReport report)
    {
        if (report.Images is not { } images)
            return;
        page.PictureSection("Most confident mistakes", MisclassifiedSvg.Draw(report.Network, images, report.MistakeCount));
        Picture maps = FeatureMapsSvg.Draw(report.Network, images, report.FeatureMapsIndex);
        page.PictureSection("Feature maps", maps with
        {
            Subtitle = $"Image {Figures.Plain(report.FeatureMapsIndex)} of {images.Name}: {maps.Subtitle}",
        });
    }
}
