using System.Collections.Immutable;
using LeNetGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LeNetGen.Execution.Tests.Compilation;

/// <summary>Declarations and what the generator writes for them; not compiled yet.</summary>
internal sealed class GeneratorRun
{
    private static readonly IncrementalStepRunReason[] s_cached = [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];

    // Shared by all compilations, which then read the references' metadata once.
    private static readonly CSharpCompilation s_empty = CSharpCompilation.Create(
        "Declared",
        references: References(),
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            warningLevel: 9999,
            allowUnsafe: false,
            nullableContextOptions: NullableContextOptions.Enable));

    private readonly CSharpCompilation _declarations;
    private readonly GeneratorDriver _driver;
    private readonly GeneratorRunResult _result;

    private GeneratorRun(CSharpCompilation declarations, GeneratorDriver driver)
    {
        (_declarations, _driver, _result) = (declarations, driver, driver.GetRunResult().Results[0]);
        if (_result.Exception is not null)
            throw new InvalidOperationException("The generator threw.", _result.Exception);
    }

    /// <summary>How declarations and generated code are parsed.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    /// <summary>The generated files, by name.</summary>
    public ImmutableDictionary<string, SyntaxTree> Trees =>
        _result.GeneratedSources.ToImmutableDictionary(generated => generated.HintName, generated => generated.SyntaxTree);

    /// <summary>The declarations together with what was generated: optimised, every warning on, unsafe code off.</summary>
    public CSharpCompilation Compilation => _declarations.AddSyntaxTrees(_result.GeneratedSources.Select(generated => generated.SyntaxTree));

    /// <summary>Runs the generator.</summary>
    /// <param name="sources">The names and the texts of C# files that declare networks.</param>
    public static GeneratorRun Of(params (string FileName, string Text)[] sources)
    {
        CSharpCompilation declarations = s_empty.AddSyntaxTrees(
            sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, ParseOptions, source.FileName)));
        return new GeneratorRun(declarations, CSharpGeneratorDriver
            .Create(
                [new NetworkGenerator().AsSourceGenerator()],
                parseOptions: ParseOptions,
                driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true))
            .RunGenerators(declarations));
    }

    /// <summary>The steps that computed anything when the generator ran again, after a file was added that declares nothing.</summary>
    public IEnumerable<string> StepsOfSecondRun()
    {
        CSharpCompilation edited = _declarations.AddSyntaxTrees(CSharpSyntaxTree.ParseText("// A comment.", ParseOptions, "Comment.cs"));
        GeneratorRunResult second = _driver.RunGenerators(edited).GetRunResult().Results[0];
        return from step in second.TrackedSteps
               where TrackingNames.All.Contains(step.Key)
               from run in step.Value
               from output in run.Outputs
               where !s_cached.Contains(output.Reason)
               select $"{step.Key}: {output.Reason}";
    }

    /// <summary>What the analyzer reports of the declarations.</summary>
    public ImmutableArray<Diagnostic> AnalyzerDiagnostics() => _declarations
        .WithAnalyzers([new NetworkAnalyzer()])
        .GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();

    /// <summary>The framework that runs the tests, and the runtime; nothing else that the tests use.</summary>
    private static IEnumerable<MetadataReference> References()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Append(typeof(Network).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
    }
}
