using System.Collections.Immutable;
using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;
using LeNetGen.Generator.Shapes;
using LeNetGen.Generator.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LeNetGen.Generator;

/// <summary>Reports what is wrong with a declaration, while it is typed; the same inference decides as in the generator.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => DiagnosticCatalogue.OfDeclarations;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // Declarations that another tool has written count as well: the members of a wrong one throw, and somebody must be told.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (NetworkAttributes.Of(type) is not { } attributes)
        {
            AnalyzeOther(context, type);
            return;
        }

        if (NetworkReader.Read(type, attributes, context.Compilation, context.CancellationToken) is not { } reading)
            return;

        var locator = new AnchorLocator(type, attributes, reading.Graph);
        NetworkMode mode = BuildSettings.ModeOf(context.Options.AnalyzerConfigOptionsProvider, context.CancellationToken);
        InferredNetwork network = ShapeInference.Infer(reading.Declaration, mode, context.CancellationToken);
        foreach (Problem problem in Findings.Of(network, attributes))
        {
            object[] arguments = problem.Arguments.ToArray<object>();
            Location place = locator.Find(problem.Anchor);
            context.ReportDiagnostic(Diagnostic.Create(problem.Descriptor, place, problem.Properties, arguments));
        }
    }

    /// <summary>What a type that is no network has of one.</summary>
    private static void AnalyzeOther(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        if (StrayLayer.Of(type) is not { ApplicationSyntaxReference: { } reference } attribute)
            return;
        Location place = reference.GetSyntax(context.CancellationToken).GetLocation();
        context.ReportDiagnostic(Diagnostic.Create(
            DeclarationDescriptors.LayerWithoutNetwork, place, NetworkAttributes.KindOf(attribute), type.Name));
    }
}
