using System.Collections.Concurrent;
using System.Collections.Immutable;
using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Diagnostics;
using LeNetGen.Generator.Shapes;
using LeNetGen.Generator.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LeNetGen.Generator;

/// <summary>Reports weights that do not fit the network that a project names for them, at the network's declaration.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WeightsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => DiagnosticCatalogue.OfWeights;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        AnalyzerConfigOptionsProvider options = context.Options.AnalyzerConfigOptionsProvider;
        NetworkMode mode = BuildSettings.ModeOf(options, context.CancellationToken);
        NetworkWeights[] weights =
        [
            .. context.Options.AdditionalFiles
                .Select(file => WeightsReader.Read(file, options, context.CancellationToken))
                .OfType<NetworkWeights>(),
        ];
        if (mode == NetworkMode.Training && weights.Length == 0)
            return;
        var declared = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        context.RegisterSymbolAction(symbol => Analyze(symbol, mode, weights, declared), SymbolKind.NamedType);
        context.RegisterCompilationEndAction(end => AnalyzeUnknown(end, weights, declared));
    }

    private static void Analyze(
        SymbolAnalysisContext context, NetworkMode mode, NetworkWeights[] weights, ConcurrentDictionary<string, bool> declared)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (NetworkAttributes.Of(type) is not { } attributes
            || NetworkReader.Read(type, attributes, context.Compilation, context.CancellationToken) is not { } reading)
            return;
        declared.TryAdd(reading.Declaration.Type.FullName, true);
        if (ShapeInference.Infer(reading.Declaration, mode, context.CancellationToken).Shaped is not { } network)
            return;
        var locator = new AnchorLocator(type, attributes, reading.Graph);
        foreach (Problem problem in WeightsChecks.Of(network, mode, weights))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                problem.Descriptor, locator.Find(problem.Anchor), problem.Arguments.ToArray<object>()));
        }
    }

    /// <summary>Weights of a class that is no network. The place is in the project file, of which the compiler knows nothing.</summary>
    private static void AnalyzeUnknown(
        CompilationAnalysisContext context, NetworkWeights[] weights, ConcurrentDictionary<string, bool> declared)
    {
        foreach (NetworkWeights file in weights.Where(file => !declared.ContainsKey(file.Network)))
        {
            string others = string.Join("', '", declared.Keys.OrderBy(name => name, StringComparer.Ordinal));
            string hint = others.Length == 0 ? "" : $" (those that are: '{others}')";
            context.ReportDiagnostic(
                Diagnostic.Create(WeightsDescriptors.NetworkUnknown, Location.None, file.File, file.Network, hint));
        }
    }
}
