using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LeNetGen.Generator.Tests.CodeFixes;

/// <summary>The generator and the analyzer as a project in an editor refers to them.</summary>
internal sealed class GeneratorReference : AnalyzerReference
{
    // The workspace asks more than once and expects the same instances.
    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers = [new NetworkAnalyzer()];
    private readonly ImmutableArray<ISourceGenerator> _generators = [new NetworkGenerator().AsSourceGenerator()];

    public override string FullPath => typeof(NetworkGenerator).Assembly.Location;

    public override object Id => typeof(NetworkGenerator);

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => _analyzers;

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => _analyzers;

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
}
