using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Emission;
using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;
using LeNetGen.Generator.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeNetGen.Generator;

/// <summary>Adds to each class with [Network] the members of a network. It reports nothing: see <see cref="NetworkAnalyzer"/>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Attributes, as written
        IncrementalValuesProvider<NetworkDeclaration> declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(NetworkAttributes.NetworkName, IsClass, NetworkReader.Read)
            .Where(declaration => declaration is not null)
            .Select((declaration, _) => declaration!)
            .WithTrackingName(TrackingNames.Declarations);

        // What the project is compiled for
        IncrementalValueProvider<NetworkMode> mode = context.AnalyzerConfigOptionsProvider.Select(BuildSettings.ModeOf);

        // Every number worked out, or what is wrong
        IncrementalValuesProvider<InferredNetwork> inferred = declarations
            .Combine(mode)
            .Select((declaration, cancellation) => ShapeInference.Infer(declaration.Left, declaration.Right, cancellation))
            .WithTrackingName(TrackingNames.Inferred);

        // The sound ones
        IncrementalValuesProvider<ShapedNetwork> networks = inferred
            .Where(network => network.Shaped is not null)
            .Select((network, _) => network.Shaped!)
            .WithTrackingName(TrackingNames.Networks);

        // The weights that the project names
        IncrementalValueProvider<EquatableArray<NetworkWeights>> weights = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select((file, cancellation) => WeightsReader.Read(file.Left, file.Right, cancellation))
            .Collect()
            .Select((files, _) => files.OfType<NetworkWeights>().ToEquatableArray())
            .WithTrackingName(TrackingNames.Weights);
        IncrementalValuesProvider<ShapedNetwork> trained = networks.In(NetworkMode.Training, mode);
        IncrementalValuesProvider<ShapedNetwork> shipped = networks.In(NetworkMode.Inference, mode);

        // LeNet.g.cs: the members
        context.RegisterSourceOutput(trained, NetworkEmitter.Emit);
        context.RegisterSourceOutput(shipped, InferenceEmitter.Emit);

        // LeNet.Kernels512.g.cs and so on: a plan and a file for each vector width
        IncrementalValuesProvider<NetworkPlan> plans = trained
            .SelectMany(NetworkPlan.ForEachWidth)
            .WithTrackingName(TrackingNames.Plans);
        context.RegisterSourceOutput(plans, KernelsEmitter.Emit);
        IncrementalValuesProvider<InferencePlan> singlePlans = shipped
            .SelectMany(InferencePlan.ForEachWidth)
            .WithTrackingName(TrackingNames.SinglePlans);
        context.RegisterSourceOutput(singlePlans, KernelsEmitter.Emit);

        // LeNet.Weights.g.cs: the weights inside the program
        context.RegisterSourceOutput(trained.Combine(weights), WeightsEmitter.EmitFlat);
        context.RegisterSourceOutput(shipped.Combine(weights), WeightsEmitter.EmitPacked);

        // LeNet.Golden.g.cs: what a shipped network tests itself by
        context.RegisterSourceOutput(shipped.Combine(weights), SelfTestEmitter.Emit);

        // LeNet.Exports.g.cs: the functions of a native library
        context.RegisterSourceOutput(shipped.Combine(weights), ExportsEmitter.Emit);

        // LeNetGen.MemoryReports.g.cs: what a build that is asked to makes files of
        IncrementalValueProvider<bool> areReported = context.AnalyzerConfigOptionsProvider.Select(BuildSettings.AsksForMemoryReport);
        IncrementalValueProvider<EquatableArray<ShapedNetwork>> reported = networks
            .Combine(areReported)
            .Where(network => network.Right)
            .Select((network, _) => network.Left)
            .Collect()
            .Select((all, _) => all.ToEquatableArray())
            .WithTrackingName(TrackingNames.Reported);
        context.RegisterSourceOutput(reported.Combine(areReported), MemoryReportEmitter.Emit);

        // LeNet.g.cs of a wrong declaration: the same members, which throw
        IncrementalValuesProvider<InferredNetwork> wrong = inferred
            .Where(network => network.Shaped is null)
            .WithTrackingName(TrackingNames.Wrong);
        context.RegisterSourceOutput(wrong.Combine(mode), WrongNetworkEmitter.Emit);
    }

    private static bool IsClass(SyntaxNode node, CancellationToken cancellation) =>
        node is ClassDeclarationSyntax or RecordDeclarationSyntax;
}
