using LeNetGen.Generator;
using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Emission;
using LeNetGen.Generator.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrackingNames = LeNetGen.Generator.TrackingNames;

// The compiler files what a generator writes under its name, by which the reader knows its own; so this one has that name too.
namespace LeNetGen.Generator.Tests.Members.LeNetGen.Generator;

/// <summary>The pipeline of the real generator up to the members of a network's class, without the kernels.</summary>
internal sealed class NetworkGenerator : IIncrementalGenerator
{
    private static readonly string[] s_kernels = ["Kernels512", "Kernels256", "Kernels128", "KernelsScalar"];

    private static string KernelsNamed(string name) =>
        $"internal static class {name} {{ public static global::LeNetGen.Execution.NetworkKernels Instance => null!; }}\n";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<InferredNetwork> inferred = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                NetworkAttributes.NetworkName,
                (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                NetworkReader.Read)
            .Where(declaration => declaration is not null)
            .Select((declaration, _) => declaration!)
            .WithTrackingName(TrackingNames.Declarations)
            .Select(ShapeInference.Infer)
            .WithTrackingName(TrackingNames.Inferred);
        IncrementalValuesProvider<ShapedNetwork> networks = inferred
            .Where(network => network.Shaped is not null)
            .Select((network, _) => network.Shaped!)
            .WithTrackingName(TrackingNames.Networks);
        context.RegisterSourceOutput(networks, NetworkEmitter.Emit);
        context.RegisterSourceOutput(networks, (output, network) => output.AddSource(
            $"{network.Type.HintName}.Kernels.g.cs",
            $"namespace {KernelsEmitter.NamespaceOf(network.Type)};\n" + string.Concat(s_kernels.Select(KernelsNamed))));
        IncrementalValuesProvider<InferredNetwork> wrong = inferred
            .Where(network => network.Shaped is null)
            .WithTrackingName(TrackingNames.Wrong);
        context.RegisterSourceOutput(wrong, WrongNetworkEmitter.Emit);
    }
}
