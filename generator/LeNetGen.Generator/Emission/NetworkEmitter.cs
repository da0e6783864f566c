using System.Text;
using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Declaration.Graph;
using LeNetGen.Generator.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.Generator.Emission;

/// <summary>Writes what a user sees of a network: constants, definition, constructors, layer properties, Load.</summary>
internal static class NetworkEmitter
{
    private const string VectorWidth = "global::LeNetGen.Execution.VectorWidth";
    private const string OutOfRange = "global::System.ArgumentOutOfRangeException";
    private const string NetworkKernels = "global::LeNetGen.Execution.NetworkKernels";

    public static void Emit(SourceProductionContext context, ShapedNetwork network) =>
        context.AddSource($"{network.Type.HintName}.g.cs", SourceText.From(Write(network), Encoding.UTF8));

    public static string Write(ShapedNetwork network) => NetworkFile.Write(
        network.Type,
        [$"{network.Type.Name}, written by LeNetGen from {(network.Graph is null ? "the attributes of the class" : "Forward")}."],
        NetworkTable.LinesOf(network),
        "global::LeNetGen.Network",
        writer =>
        {
            WriteConstants(writer, network);
            DefinitionEmitter.Write(writer, network);
            WriteConstructors(writer, network.Type);
            WriteLayers(writer, network);
            WriteLoad(writer, network.Type);
            if (network.Graph is { } graph)
                GraphMembersEmitter.Write(writer, network, graph);
            WriteKernelsFor(writer, network.Type);
        });

    /// <summary>The sizes that a caller needs.</summary>
    public static void WriteConstants(SourceWriter writer, ShapedNetwork network)
    {
        TensorShape input = network.InputShape;
        writer.Line($"/// <summary>Elements of an input image, {input}.</summary>");
        writer.Line($"public const int InputLength = {Literal.Of(input.Length)};");
        writer.Line();
        writer.Line($"/// <summary>Elements of an output, {network.Output}.</summary>");
        writer.Line($"public const int OutputLength = {Literal.Of(network.Output.Length)};");
        writer.Line();
        writer.Line("/// <summary>Parameters of all layers.</summary>");
        writer.Line($"public const int ParameterCount = {Literal.Of(network.ParameterCount)};");
        writer.Line();
    }

    private static void WriteConstructors(SourceWriter writer, NetworkType type)
    {
        string name = Identifier.Escape(type.Name);
        writer.Line();
        writer.Line("/// <summary>A network with freshly initialised parameters, at the widest vectors of this machine.</summary>");
        writer.Line("/// <param name=\"seed\">The seed of the initial parameters.</param>");
        writer.Line($"public {name}(int seed)");
        writer.Line("    : this(seed, global::LeNetGen.Execution.VectorWidths.Default)");
        writer.Line("{");
        writer.Line("}");
        writer.Line();
        writer.Line("/// <summary>A network with freshly initialised parameters.</summary>");
        writer.Line("/// <param name=\"seed\">The seed of the initial parameters.</param>");
        writer.Line("/// <param name=\"width\">The vector width to run at; results do not depend on it.</param>");
        writer.Line($"public {name}(int seed, {VectorWidth} width)");
        writer.Line("    : base(Definition, KernelsFor(width), seed)");
        writer.Line("{");
        writer.Line("}");
        writer.Line();
    }

    private static void WriteLayers(SourceWriter writer, ShapedNetwork network)
    {
        for (int i = 0; i < network.Layers.Count; i++)
        {
            if (network.Layers[i] is not WeightedLayer { SharesWith: null } layer)
                continue;
            writer.Documentation(
                $"<summary>The parameters of {LayerText.OperationOf(layer)}, {layer.Input} -> {layer.Output}: "
                + $"weight {LayerText.WeightShapeOf(layer)}, bias ({Literal.Of(layer.Output.Channels)}); "
                + $"{LayerText.CostOf(layer)}.</summary>");
            string property = layer.Method is { } method ? MethodDeclaration.PropertyOf(method) : layer.Name;
            writer.Line($"public global::LeNetGen.Execution.LayerParameters {Identifier.Escape(property)} => Layer({Literal.Of(i)});");
            writer.Line();
        }
    }

    private static void WriteLoad(SourceWriter writer, NetworkType type)
    {
        string name = Identifier.Escape(type.Name);
        writer.Line("/// <summary>A network with the parameters of a file that Save has written.</summary>");
        writer.Line("/// <param name=\"path\">The safetensors file.</param>");
        writer.Line("/// <exception cref=\"global::LeNetGen.LeNetGenException\">The file does not fit this network.</exception>");
        using (writer.Braces($"public static {name} Load(string path)"))
        {
            writer.Line($"{name} network = new {name}(0);");
            writer.Line("network.LoadParameters(path);");
            writer.Line("return network;");
        }

        writer.Line();
    }

    private static void WriteKernelsFor(SourceWriter writer, NetworkType type)
    {
        string kernels = "global::" + KernelsEmitter.NamespaceOf(type);
        using (writer.Braces($"private static {NetworkKernels} KernelsFor({VectorWidth} width) => width switch", "};"))
        {
            writer.Line($"{VectorWidth}.Bits512 => {kernels}.Kernels512.Instance,");
            writer.Line($"{VectorWidth}.Bits256 => {kernels}.Kernels256.Instance,");
            writer.Line($"{VectorWidth}.Bits128 => {kernels}.Kernels128.Instance,");
            writer.Line($"{VectorWidth}.Scalar => {kernels}.KernelsScalar.Instance,");
            writer.Line($"_ => throw new {OutOfRange}(nameof(width), width, \"There is no such vector width.\"),");
        }
    }
}
