using System.Text.RegularExpressions;
using LeNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LeNetGen.Generator.Tests;

/// <summary>A page of docs/diagnostics. All have the same form; what differs is read from it.</summary>
internal sealed partial class DiagnosticPage
{
    private static readonly string[] s_sections = ["What", "Why", "Example", "Mended"];
    private static readonly Regex s_offer = new(@"^[^\n]+(?:\n[^\n]+)*\n\nAn editor offers: (.+)\.\n\n```");
    private readonly Dictionary<string, string> _sections;

    private DiagnosticPage(string text)
    {
        string[] parts = text.Split("\n## ");
        Assert.Equal(s_sections, parts.Skip(1).Select(part => part.Split('\n')[0]));
        Assert.All(parts.Skip(1), part => Assert.NotEmpty(part[part.IndexOf('\n')..].Trim()));
        Heading = parts[0].Split('\n')[0];
        Kind = parts[0].Split('\n')[2];
        _sections = parts.Skip(1).ToDictionary(part => part.Split('\n')[0], part => part[part.IndexOf('\n')..].Trim());
    }

    /// <summary>The folder of all pages.</summary>
    public static string Folder { get; } = Path.Combine(RepositoryRoot(), HelpLink.Folder);

    /// <summary>ID and title.</summary>
    public string Heading { get; }

    /// <summary>Severity and category.</summary>
    public string Kind { get; }

    /// <summary>What mends it, in a sentence.</summary>
    public string Remedy => _sections["Mended"].Split("\n\n")[0].Replace('\n', ' ');

    /// <summary>What an editor's light bulb offers, as the index has it; a dash where there is nothing.</summary>
    public string Offer => s_offer.Match(_sections["Mended"]) is { Success: true } match
        ? char.ToUpperInvariant(match.Groups[1].Value[0]) + match.Groups[1].Value[1..]
        : "-";

    /// <summary>The program of the example.</summary>
    public string Example => BlockOf("Example", "csharp")!;

    /// <summary>What the compiler says of the example.</summary>
    public string Console => BlockOf("Example", "text")!;

    public static DiagnosticPage Read(string id) => new(File.ReadAllText(Path.Combine(Folder, $"{id}.md")));

    /// <summary>The lines that compiler and analyzers print for the program of a section, under the settings that stand beside it.</summary>
    public string Compile(string section)
    {
        CSharpParseOptions parse = Compilations.ParseOptions;
        string project = BlockOf(section, "xml") ?? "";
        if (LanguageVersionElement().Match(project) is { Success: true } language)
        {
            Assert.True(LanguageVersionFacts.TryParse(language.Groups[1].Value, out LanguageVersion version));
            parse = parse.WithLanguageVersion(version);
        }

        SyntaxTree tree = CSharpSyntaxTree.ParseText(BlockOf(section, "csharp")!, parse, "Net.cs");
        Compilation compilation = Compilations.Of().AddSyntaxTrees(tree);
        if (BlockOf(section, "ini") is { } settings)
        {
            Assert.Matches(@"^\[\*\.cs\]\ndotnet_diagnostic\.LNG\d{4}\.severity = warning$", settings);
            compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(
                [new(settings.Split('.')[2], ReportDiagnostic.Warn)]));
        }

        GeneratorRun run = GeneratorRun.WithoutChecks(compilation, ProjectOf(section, project));
        Assert.Null(run.Result.Exception);
        return string.Join("\n", run.Diagnostics().Select(diagnostic => diagnostic.ToString()));
    }

    /// <summary>What a section's piece of a project file says; its weights files all have the tensors that the section lists.</summary>
    private TestedProject ProjectOf(string section, string project)
    {
        TestedProject tested = project.Contains("<LeNetGenMode>Inference</LeNetGenMode>", StringComparison.Ordinal)
            ? TestedProject.Inference
            : TestedProject.Training;
        string[] tensors = BlockOf(section, "txt")?.Split('\n') ?? [];
        foreach (Match weights in WeightsElement().Matches(project))
            tested.With(weights.Groups[2].Value, weights.Groups[1].Value, tensors);
        return tested;
    }

    private string? BlockOf(string section, string language) =>
        Regex.Match(_sections[section], $"```{language}\n(.*?)\n```", RegexOptions.Singleline) is { Success: true } match
            ? match.Groups[1].Value
            : null;

    private static string RepositoryRoot()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LeNetGen.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        return folder.FullName;
    }

    [GeneratedRegex("<LangVersion>(.+)</LangVersion>")]
    private static partial Regex LanguageVersionElement();

    [GeneratedRegex("<NetworkWeights Include=\"([^\"]+)\" Network=\"([^\"]+)\" />")]
    private static partial Regex WeightsElement();
}
