using LeNetGen.Reporting.Drawing;

namespace LeNetGen.Reporting.Page;

/// <summary>The network: its picture, its summary, the sources of other pictures of it, and its first layer's weights.</summary>
internal static class NetworkSection
{
    public static void Write(MarkupWriter page, TrainingReport report)
    {
        NetworkDefinition definition = report.Network.Definition;
        Picture network = NetworkSvg.Draw(definition);
        page.OpenSection("Network", $"{definition.Name}: {network.Subtitle}");
        page.Figure(network);
        page.Source("Summary", Summary.Of(definition));
        page.Source("Mermaid source, for a README", NetworkMermaid.Of(definition));
        page.Source("Graphviz source", NetworkDot.Of(definition));
        page.Close();
        page.PictureSection("First layer's filters", FiltersSvg.Draw(report.Network));
    }
}
