using System.Text;
using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Planning;
using LeNetGen.Generator.Shapes;
using LeNetGen.Generator.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.Generator.Emission;

/// <summary>
/// Writes parameters as bit patterns, which a compiler puts into the read-only data of a program: there is nothing to do at start, and
/// what is not computed with is not even read.
/// </summary>
internal static class WeightsEmitter
{
    private const string FlatClass = "Embedded";
    private const int NumbersOfALine = 12;

    /// <summary>For a network that is trained: its parameters in their order, and a network that starts from them.</summary>
    public static void EmitFlat(
        SourceProductionContext context, (ShapedNetwork Network, EquatableArray<NetworkWeights> Weights) project)
    {
        if (FittingWeights.Of(project.Network, project.Weights) is not { } weights)
            return;
        string member = WriteLoadEmbedded(project.Network, weights);
        context.AddSource($"{project.Network.Type.HintName}.Embedded.g.cs", SourceText.From(member, Encoding.UTF8));
        Add(context, project.Network, WriteFlat(project.Network, weights));
    }

    /// <summary>For a network that only predicts: its parameters as the kernels read them.</summary>
    public static void EmitPacked(
        SourceProductionContext context, (ShapedNetwork Network, EquatableArray<NetworkWeights> Weights) project) =>
        Add(context, project.Network, WritePacked(project.Network, FittingWeights.Of(project.Network, project.Weights)));

    private static void Add(SourceProductionContext context, ShapedNetwork network, string text) =>
        context.AddSource($"{network.Type.HintName}.Weights.g.cs", SourceText.From(text, Encoding.UTF8));

    public static string WriteLoadEmbedded(ShapedNetwork network, FittingWeights weights) => NetworkFile.Write(
        network.Type,
        [$"{network.Type.Name} with the parameters of {weights.File}, written by LeNetGen."],
        [],
        baseClass: null,
        writer =>
        {
            string name = Identifier.Escape(network.Type.Name);
            string bits = $"global::{KernelsEmitter.NamespaceOf(network.Type)}.{FlatClass}.Bits";
            writer.Line("/// <summary>A network with the parameters of the weights file that the project names for it.</summary>");
            using (writer.Braces($"public static {name} LoadEmbedded()"))
            {
                writer.Line($"{name} network = new {name}(0);");
                writer.Line(
                    $"global::System.Runtime.InteropServices.MemoryMarshal.Cast<uint, float>({bits}).CopyTo(network.Parameters);");
                writer.Line("return network;");
            }
        });

    public static string WriteFlat(ShapedNetwork network, FittingWeights weights)
    {
        SourceWriter writer = StartOf(
            network, $"// The parameters of {network.Type.Name}, written by LeNetGen from {weights.File}, in the order of the network's.");
        using (writer.Braces($"internal static class {FlatClass}"))
        {
            WriteBits(writer, "public", () =>
            {
                foreach ((NeededTensor needed, WeightTensor found) in weights.Tensors)
                {
                    writer.Line($"// {needed.Name} {needed.Shape}");
                    WriteNumbers(writer, Enumerable.Range(0, needed.Length).Select(found.BitsOf));
                }
            });
        }

        return writer.ToString();
    }

    public static string WritePacked(ShapedNetwork network, FittingWeights? weights)
    {
        SinglePlanner plan = SinglePlanner.Plan(network, NetworkPlan.BlockLanes);
        SourceWriter writer = StartOf(
            network,
            weights is null
                ? $"// No parameters of {network.Type.Name} are known."
                : $"// The parameters of {network.Type.Name}, written by LeNetGen from {weights.File}, as its kernels read them.");
        using (writer.Braces($"internal static class {InferenceEmitter.PackedClass}"))
        {
            writer.Line("/// <summary>Floats, those that fill up vectors included.</summary>");
            writer.Line($"public const int Length = {Literal.Of(plan.PackedLength)};");
            writer.Line();
            writer.Line("/// <summary>[Length] the parameters.</summary>");
            writer.Line("public static global::System.ReadOnlySpan<float> Values =>");
            if (weights is not null)
            {
                writer.Line("    global::System.Runtime.InteropServices.MemoryMarshal.Cast<uint, float>(Bits);");
                writer.Line();
                WriteBits(writer, "private", () => WritePacked(writer, plan, weights));
            }
            else
            {
                string message = Literal.Of($"Network '{network.Type.Name}' was compiled without weights that fit it.");
                writer.Line($"    throw new global::System.InvalidOperationException({message});");
            }
        }

        return writer.ToString();
    }

    /// <summary>The start of a file with a class in the namespace of a network's kernels.</summary>
    public static SourceWriter StartOf(ShapedNetwork network, string heading)
    {
        var writer = new SourceWriter();
        writer.Line("// <auto-generated/>");
        writer.Line(heading);
        writer.Line();
        writer.Line("#nullable enable");
        writer.Line();
        writer.Line($"namespace {KernelsEmitter.NamespaceOf(network.Type)};");
        writer.Line();
        return writer;
    }

    private static void WriteBits(SourceWriter writer, string accessibility, Action writeNumbers)
    {
        writer.Line($"{accessibility} static global::System.ReadOnlySpan<uint> Bits => new uint[]");
        using (writer.OpenBraces("};"))
            writeNumbers();
    }

    /// <summary>What the plan's steps would do at start: a transposition, with rows filled up by zeros.</summary>
    private static void WritePacked(SourceWriter writer, SinglePlanner plan, FittingWeights weights)
    {
        var packed = new string?[plan.PackedLength];
        LayoutStep[] steps = [.. plan.Pack.Cast<LayoutStep>()];
        foreach (LayoutStep step in steps)
        {
            (int rows, int columns) = (step.Sizes[0], step.Sizes[1]);
            for (int row = 0; row < rows; row++)
            for (int column = 0; column < columns; column++)
                packed[step.Target.Offset + step.TargetOf(row, column)] = weights.BitsOf(step.Source.Offset + row * columns + column);
        }

        for (int i = 0; i < steps.Length; i++)
        {
            int start = steps[i].Target.Offset, end = i + 1 < steps.Length ? steps[i + 1].Target.Offset : packed.Length;
            writer.Line($"// {steps[i].Target.Name} {steps[i].Target.Shape}");
            WriteNumbers(writer, packed.Skip(start).Take(end - start));
        }
    }

    private static void WriteNumbers(SourceWriter writer, IEnumerable<string?> numbers)
    {
        var line = new StringBuilder();
        int written = 0;
        foreach (string? bits in numbers)
        {
            line.Append(line.Length == 0 ? "" : " ").Append(bits is null ? "0" : "0x" + bits).Append(',');
            if (++written % NumbersOfALine != 0)
                continue;
            writer.Line(line.ToString());
            line.Clear();
        }

        if (line.Length > 0)
            writer.Line(line.ToString());
    }
}
