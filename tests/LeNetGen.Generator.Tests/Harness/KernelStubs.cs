using LeNetGen.Generator.Emission;
using LeNetGen.Generator.Shapes;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Generator.Tests;

/// <summary>Stands in for the kernels, so that the members of a network compile by themselves.</summary>
internal static class KernelStubs
{
    private static readonly string[] Names = ["Kernels512", "Kernels256", "Kernels128", "KernelsScalar"];

    /// <summary>A file as if the generator had written it, which the folder of its path says.</summary>
    public static SyntaxTree For(ShapedNetwork network) => Compilations.Parse(
        NetworkFile.Write(network.Type, ["Stubs"], null, writer =>
        {
            foreach (string name in Names)
                writer.Line(Class(name));
        }),
        $"LeNetGen.Generator/{typeof(NetworkGenerator).FullName}/{network.Type.HintName}.Stubs.g.cs");

    private static string Class(string name) => $$"""
        private sealed class {{name}} : global::LeNetGen.Execution.NetworkKernels
        {
            public static readonly {{name}} Instance = new();
            public override global::LeNetGen.Execution.VectorWidth Width => default;
            public override int WorkspaceLength => 0;
            public override int OutputOffset => 0;
            public override int OutputGradientOffset => 0;
            public override int PackedLength => 0;
            public override int SingleWorkspaceLength => 0;
            public override void Forward(global::System.ReadOnlySpan<float> parameters, global::System.Span<float> workspace) { }
            public override void Backward(
                global::System.ReadOnlySpan<float> parameters,
                global::System.Span<float> workspace,
                global::System.Span<float> gradient) { }
            public override void Pack(global::System.ReadOnlySpan<float> parameters, global::System.Span<float> packed) { }
            public override void PredictOne(
                global::System.ReadOnlySpan<float> packed, global::System.Span<float> workspace,
                global::System.ReadOnlySpan<float> image, global::System.Span<float> output) { }
        }
        """;
}
