using LeNetGen.Build;
using LeNetGen.Generator.Diagnostics;
using LeNetGen.Generator.Tests.CodeFixes;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Tests;

/// <summary>Catalogue, pages, their index, release notes, help links and tests agree with one another; the pages' programs compile as they say.</summary>
public class DiagnosticPageTests
{
    public static TheoryData<string> Ids => [.. DiagnosticCatalogue.All.Select(descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Example_OfPage_ReportsThatDiagnosticAlone(string id)
    {
        var page = DiagnosticPage.Read(id);
        Assert.Contains($" {id}: ", page.Console, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', page.Console);
        Assert.Equal(page.Console, page.Compile("Example"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void MendedExample_OfPage_ReportsNothing(string id) => Assert.Equal("", DiagnosticPage.Read(id).Compile("Mended"));

    /// <summary>What the compiler and what the build can say.</summary>
    private static readonly (string Id, string Severity, string Title, string Category)[] s_all =
    [
        .. DiagnosticCatalogue.All.Select(descriptor =>
            (descriptor.Id, SeverityOf(descriptor), descriptor.Title.ToString(), descriptor.Category)),
        .. BuildMessage.All.Select(message => (message.Id, message.IsError ? "Error" : "Warning", message.Title, BuildMessage.Category)),
    ];

    [Fact]
    public void Pages_Heads_SayIdSeverityTitleAndCategory() => Assert.All(s_all, one =>
    {
        var page = DiagnosticPage.Read(one.Id);
        Assert.Equal($"# {one.Id}: {one.Title}", page.Heading);
        Assert.Equal($"{one.Severity} · {one.Category}", page.Kind);
    });

    [Fact]
    public void Pages_Files_AreThoseOfCatalogueAndBuild() => Assert.Equal(
        s_all.Select(one => $"{one.Id}.md").Append("README.md"),
        Directory.GetFiles(DiagnosticPage.Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));

    [Fact]
    public void Index_Table_HasARowForEachPage() => Assert.Equal(
        s_all.Select(one => $"| [{one.Id}]({one.Id}.md) | {one.Severity} | {one.Title} | {DiagnosticPage.Read(one.Id).Remedy} | "
            + $"{DiagnosticPage.Read(one.Id).Offer} |"),
        File.ReadLines(Path.Combine(DiagnosticPage.Folder, "README.md"))
            .Where(line => line.StartsWith("| [", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Offer_OfPage_IsWhatTheExampleIsOffered(string id)
    {
        var page = DiagnosticPage.Read(id);
        bool isFixable = CodeFixCatalogueTests.All.Any(fix => fix.FixableDiagnosticIds.Contains(id));
        Assert.Equal(isFixable, page.Offer != "-");
        using var editor = new Editor(CodeFixCatalogueTests.All, [page.Example]);
        Assert.Equal(isFixable, (await editor.TitlesAsync()).Length > 0);
    }

    [Fact]
    public void Releases_Rules_AreThoseOfTheCatalogue() => Assert.Equal(
        DiagnosticCatalogue.All.Select(descriptor => $"{descriptor.Id} | {descriptor.Category} | "
            + $"{(descriptor.IsEnabledByDefault ? descriptor.DefaultSeverity : "Disabled")} | {descriptor.Title}"),
        File.ReadLines(Path.Combine(DiagnosticPage.Folder, "../../generator/LeNetGen.Generator/AnalyzerReleases.Unshipped.md"))
            .Where(line => line.StartsWith("LNG", StringComparison.Ordinal)));

    [Fact]
    public void HelpLinks_OfCatalogue_LeadToThePages() => Assert.All(DiagnosticCatalogue.All, descriptor =>
    {
        Assert.Equal(HelpLink.Of(descriptor.Id), descriptor.HelpLinkUri);
        Assert.EndsWith($"docs/diagnostics/{descriptor.Id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(null, "docs/diagnostics/LNG2003.md")]
    [InlineData("", "docs/diagnostics/LNG2003.md")]
    [InlineData("https://example.com/nets", "https://example.com/nets/blob/HEAD/docs/diagnostics/LNG2003.md")]
    [InlineData("https://example.com/nets/", "https://example.com/nets/blob/HEAD/docs/diagnostics/LNG2003.md")]
    public void HelpLink_OfRepository_StartsWithItsAddress(string? repository, string link) =>
        Assert.Equal(link, HelpLink.Of("LNG2003", repository));

    [Fact]
    public void Tests_OfGenerator_ExpectEveryDiagnostic()
    {
        string folder = Path.Combine(DiagnosticPage.Folder, "../../tests/LeNetGen.Generator.Tests");
        string[] tests = Directory.GetFiles(folder, "*Tests.cs", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) != "DiagnosticPageTests.cs")
            .Select(File.ReadAllText)
            .ToArray();
        Assert.DoesNotContain(
            DiagnosticCatalogue.All,
            descriptor => !tests.Any(test => test.Contains($"\"{descriptor.Id}\"", StringComparison.Ordinal)));
    }

    private static string SeverityOf(DiagnosticDescriptor descriptor) =>
        descriptor.DefaultSeverity + (descriptor.IsEnabledByDefault ? "" : ", off by default");
}
