using System.Collections.Immutable;
using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;
using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;
using LeNetGen.Generator.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LeNetGen.Generator;

/// <summary>
/// Says what each network costs, where that is asked for. It is an analyzer by itself because the compiler does not run one of which
/// nothing is switched on.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SummaryAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [BudgetDescriptors.Summary];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        NetworkMode mode = BuildSettings.ModeOf(context.Options.AnalyzerConfigOptionsProvider, context.CancellationToken);
        if (NetworkAttributes.Of(type) is not { } attributes
            || NetworkReader.Read(type, attributes, context.Compilation, context.CancellationToken) is not { } reading
            || ShapeInference.Infer(reading.Declaration, mode, context.CancellationToken).Shaped is not { } network)
            return;

        Problem summary = BudgetChecks.SummaryOf(network);
        Location place = new AnchorLocator(type, attributes, reading.Graph).Find(summary.Anchor);
        context.ReportDiagnostic(Diagnostic.Create(summary.Descriptor, place, summary.Arguments.ToArray<object>()));
    }
}
