using System.Collections.Immutable;
using LeNetGen.Generator.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LeNetGen.Generator.Tests;

/// <summary>
/// Sources that have been through generator, compiler and analyzer. Whatever a test does not expect fails it: a diagnostic, a
/// compiler warning, a step of the pipeline that runs again after an edit that does not concern it.
/// </summary>
internal sealed class GeneratorRun
{
    private readonly TestedProject? _project;

    private GeneratorRun(GeneratorDriver driver, Compilation input, TestedProject? project = null)
    {
        _project = project;
        Input = input;
        Driver = driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out _);
        Output = output;
    }

    /// <summary>The sources as they are written.</summary>
    public Compilation Input { get; }

    public GeneratorDriver Driver { get; }

    /// <summary>The sources together with what was generated.</summary>
    public Compilation Output { get; }

    public GeneratorRunResult Result => Driver.GetRunResult().Results[0];

    /// <summary>The text of the file whose name starts with the class's qualified name.</summary>
    public string this[string name] => Result.GeneratedSources.Single(source => source.HintName == $"{name}.g.cs").SourceText.ToString();

    /// <summary>
    /// Compiles a source and demands exactly these diagnostics. Infos, which sound networks may well have, count only where some are
    /// expected.
    /// </summary>
    public static GeneratorRun Of(string source, params Expected[] expected) => Of([source], expected);

    /// <summary>Compiles several files and demands exactly these diagnostics.</summary>
    public static GeneratorRun Of(string[] sources, params Expected[] expected)
    {
        GeneratorRun run = WithoutChecks(Compilations.Of(sources));
        run.AssertDiagnostics(expected);
        run.After("An unrelated file", compilation => compilation.AddSyntaxTrees(Compilations.Parse("// a comment\n", "Unrelated.cs")))
            .AssertAllCached();
        return run;
    }

    /// <summary>Compiles a source as part of a project and demands exactly these diagnostics.</summary>
    public static GeneratorRun Of(TestedProject project, string source, params Expected[] expected)
    {
        GeneratorRun run = WithoutChecks(Compilations.Of(source), project);
        run.AssertDiagnostics(expected);
        run.After("An unrelated file", compilation => compilation.AddSyntaxTrees(Compilations.Parse("// a comment\n", "Unrelated.cs")))
            .AssertAllCached();
        return run;
    }

    public static GeneratorRun WithoutChecks(Compilation input, TestedProject? project = null) => new(
        CSharpGeneratorDriver.Create(
            [new NetworkGenerator().AsSourceGenerator()],
            additionalTexts: project?.Texts,
            optionsProvider: project,
            parseOptions: (CSharpParseOptions)(input.SyntaxTrees.FirstOrDefault()?.Options ?? Compilations.ParseOptions),
            driverOptions: new GeneratorDriverOptions(default, trackIncrementalGeneratorSteps: true)),
        input,
        project);

    /// <summary>The same driver run again after an edit of the sources.</summary>
    public GeneratorRun After(string edit, Func<Compilation, Compilation> change)
    {
        Compilation changed = change(Input);
        Assert.False(ReferenceEquals(Input, changed), $"{edit}: the edit changes nothing.");
        return new GeneratorRun(Driver, changed, _project);
    }

    /// <summary>The same driver run again after an edit of the project's first text.</summary>
    public GeneratorRun AfterEditOfText(string old, string @new) =>
        new(Driver.ReplaceAdditionalText(_project!.Texts[0], _project.TextLike(old, @new)), Input, _project);

    /// <summary>The values that a step of the pipeline came to.</summary>
    public IEnumerable<T> Values<T>(string step) => Result.TrackedSteps
        .Where(tracked => tracked.Key == step)
        .SelectMany(tracked => tracked.Value)
        .SelectMany(run => run.Outputs)
        .Where(output => output.Reason != IncrementalStepRunReason.Removed)
        .Select(output => (T)output.Value);

    /// <summary>Demands that nothing of ours ran again, or that it came to the same result.</summary>
    public void AssertAllCached() => Assert.Empty(ChangedSteps());

    /// <summary>The named steps and outputs of ours that came to a new result, with the reason.</summary>
    public IReadOnlyList<string> ChangedSteps() => Result.TrackedSteps
        .Where(step => TrackingNames.All.Contains(step.Key))
        .Concat(Result.TrackedOutputSteps)
        .SelectMany(step => step.Value.SelectMany(run => run.Outputs.Select(output => (step.Key, output.Reason))))
        .Where(step => step.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
        .Select(step => $"{step.Key}: {step.Reason}")
        .ToArray();

    /// <summary>
    /// The diagnostics of compiler and analyzers. Missing documentation counts in generated files only. Of kernels, whose compilation takes
    /// longer than all the rest, only the syntax is looked at: see <see cref="AssertKernelsCompile"/>.
    /// </summary>
    public ImmutableArray<Diagnostic> Diagnostics() =>
    [
        .. Result.Diagnostics,
        .. Output.SyntaxTrees.SelectMany(CompilerDiagnostics).Where(IsShown),
        .. AnalyzerDiagnostics(),
    ];

    /// <summary>Demands that the kernels too compile without a warning. The execution tests run them.</summary>
    public void AssertKernelsCompile() => Assert.Empty(Output.GetDiagnostics().Where(IsShown));

    private IEnumerable<Diagnostic> CompilerDiagnostics(SyntaxTree tree) => IsKernels(tree)
        ? tree.GetDiagnostics()
        : Output.GetSemanticModel(tree).GetDiagnostics();

    /// <summary>The analyzers' diagnostics, AD0001 for an exception of its own among them.</summary>
    public ImmutableArray<Diagnostic> AnalyzerDiagnostics() => Output
        .RemoveSyntaxTrees(Output.SyntaxTrees.Where(IsKernels))
        .WithAnalyzers(
            [new NetworkAnalyzer(), new SummaryAnalyzer(), new WeightsAnalyzer()],
            new AnalyzerOptions(_project?.Texts ?? [], _project ?? TestedProject.Training))
        .GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();

    private void AssertDiagnostics(Expected[] expected)
    {
        Assert.Null(Result.Exception);
        var wanted = expected.ToList();
        var unexpected = new List<string>();
        bool areInfosExpected = expected.Any(diagnostic => diagnostic.IsInfo);
        foreach (Diagnostic diagnostic in Diagnostics())
        {
            if (diagnostic.Severity == DiagnosticSeverity.Info && !areInfosExpected)
                continue;
            Expected actual = new(diagnostic.Id, TextAt(diagnostic.Location), diagnostic.GetMessage());
            if (!wanted.Remove(actual) && !wanted.Remove(actual with { Message = null }))
                unexpected.Add($"{actual} ({diagnostic.Location.GetLineSpan()})");
        }

        Assert.True(
            wanted.Count == 0 && unexpected.Count == 0,
            $"missing:\n  {string.Join("\n  ", wanted)}\nunexpected:\n  {string.Join("\n  ", unexpected)}");
    }

    private static bool IsKernels(SyntaxTree tree) => tree.FilePath.Contains(".Kernels", StringComparison.Ordinal);

    private bool IsShown(Diagnostic diagnostic)
    {
        bool isUndocumentedSource = diagnostic is { Id: "CS1591", Location.SourceTree: { } tree } && Input.ContainsSyntaxTree(tree);
        return diagnostic.Severity != DiagnosticSeverity.Hidden && !isUndocumentedSource;
    }

    private static string TextAt(Location location) => location.SourceTree?.GetText().ToString(location.SourceSpan) ?? "";
}
