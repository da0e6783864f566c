using System.Collections.Immutable;
using LeNetGen.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.Generator.Tests.CodeFixes;

/// <summary>Projects open in a workspace, with the generator, the analyzer and fixes at work as in an editor.</summary>
internal sealed class Editor : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly IReadOnlyList<NetworkCodeFix> _fixes;

    /// <summary>Opens projects, each of several files.</summary>
    public Editor(NetworkCodeFix fix, params string[][] projects)
        : this([fix], projects)
    {
    }

    /// <inheritdoc cref="Editor(NetworkCodeFix, string[][])"/>
    public Editor(IReadOnlyList<NetworkCodeFix> fixes, params string[][] projects)
    {
        _fixes = fixes;
        CSharpCompilation settings = Compilations.Of();
        for (int i = 0; i < projects.Length; i++)
        {
            Project project = _workspace.AddProject(ProjectInfo.Create(
                ProjectId.CreateNewId(),
                VersionStamp.Default,
                $"Project{i}",
                $"Project{i}",
                LanguageNames.CSharp,
                compilationOptions: settings.Options,
                parseOptions: Compilations.ParseOptions,
                metadataReferences: settings.References,
                analyzerReferences: [new GeneratorReference()]));
            for (int j = 0; j < projects[i].Length; j++)
                _workspace.AddDocument(project.Id, $"Source{j}.cs", SourceText.From(projects[i][j]));
        }
    }

    private Solution Solution => _workspace.CurrentSolution;

    private Document First => Solution.Projects.First().Documents.First();

    /// <summary>The titles of what the fix offers in the first file, in its order.</summary>
    public async Task<string[]> TitlesAsync() => [.. (await ActionsAsync()).Select(action => action.Title)];

    /// <summary>The texts of the first project after the first action with a title.</summary>
    public async Task<string[]> ApplyAsync(string title)
    {
        IReadOnlyList<CodeAction> actions = await ActionsAsync();
        CodeAction? action = actions.FirstOrDefault(action => action.Title == title);
        string offered = string.Join(", ", actions.Select(other => other.Title));
        Assert.True(action is not null, $"'{title}' is not among what is offered: {offered}");
        return (await TextsAsync(await ChangedAsync(action)))[0];
    }

    /// <summary>Everything that is offered in the first file, with that file's text after it.</summary>
    public async Task<IReadOnlyList<(string Title, string After)>> ApplyEachAsync()
    {
        var results = new List<(string, string)>();
        foreach (CodeAction action in await ActionsAsync())
            results.Add((action.Title, (await TextsAsync(await ChangedAsync(action)))[0][0]));
        return results;
    }

    /// <summary>The texts of all projects after Fix All of the first fix.</summary>
    public async Task<string[][]> ApplyToAllAsync(string key, FixAllScope scope)
    {
        NetworkCodeFix fix = _fixes[0];
        var context = new FixAllContext(First, fix, scope, key, fix.FixableDiagnosticIds, new Diagnostics(), CancellationToken.None);
        CodeAction? action = await fix.GetFixAllProvider().GetFixAsync(context);
        Assert.NotNull(action);
        return await TextsAsync(await ChangedAsync(action));
    }

    public void Dispose() => _workspace.Dispose();

    private async Task<IReadOnlyList<CodeAction>> ActionsAsync()
    {
        var actions = new List<CodeAction>();
        foreach (Diagnostic diagnostic in await Diagnostics.OfAsync(First))
        {
            foreach (NetworkCodeFix fix in _fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                await fix.RegisterCodeFixesAsync(
                    new CodeFixContext(First, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
            }
        }

        return actions;
    }

    private static async Task<Solution> ChangedAsync(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        return Assert.IsType<ApplyChangesOperation>(Assert.Single(operations)).ChangedSolution;
    }

    private static async Task<string[][]> TextsAsync(Solution solution)
    {
        var projects = new List<string[]>();
        foreach (Project project in solution.Projects)
        {
            var texts = new List<string>();
            foreach (Document document in project.Documents)
                texts.Add((await document.GetTextAsync()).ToString());
            projects.Add([.. texts]);
        }

        return [.. projects];
    }

    /// <summary>What the analyzer says, file by file.</summary>
    private sealed class Diagnostics : FixAllContext.DiagnosticProvider
    {
        public static async Task<IEnumerable<Diagnostic>> OfAsync(Document document)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync();
            IEnumerable<Diagnostic> diagnostics = await OfAsync(document.Project);
            return diagnostics.Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellation) =>
            OfAsync(document);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellation) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellation) =>
            OfAsync(project);

        private static async Task<IEnumerable<Diagnostic>> OfAsync(Project project)
        {
            Compilation compilation = (await project.GetCompilationAsync())!;
            ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync();
            Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
            return diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start);
        }
    }
}
