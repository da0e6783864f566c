using System.Text;
using LeNetGen.Generator.Declaration;
using LeNetGen.Generator.Golden;
using LeNetGen.Generator.Shapes;
using LeNetGen.Generator.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.Generator.Emission;

/// <summary>Writes the golden images of a network that only predicts, and their comparison with what the program makes of them.</summary>
internal static class SelfTestEmitter
{
    /// <summary>The class's name.</summary>
    public const string Class = "Golden";

    private const int NumbersOfALine = 16;

    public static void Emit(SourceProductionContext context, (ShapedNetwork Network, EquatableArray<NetworkWeights> Weights) project)
    {
        FittingWeights? weights = FittingWeights.Of(project.Network, project.Weights);
        IReadOnlyList<GoldenImage> images = weights is null ? [] : GoldenImage.Of(project.Network, weights, context.CancellationToken);
        context.AddSource(
            $"{project.Network.Type.HintName}.{Class}.g.cs", SourceText.From(Write(project.Network, images), Encoding.UTF8));
    }

    public static string Write(ShapedNetwork network, IReadOnlyList<GoldenImage> images)
    {
        SourceWriter writer = WeightsEmitter.StartOf(
            network,
            $"// What {network.Type.Name} answered when it was compiled, written by LeNetGen: images, checksums of all layers, outputs.");
        writer.Line("using global::System;");
        writer.Line("using global::LeNetGen.Execution;");
        writer.Line();
        using (writer.Braces($"internal static class {Class}"))
        {
            WriteRun(writer, network, images.Count);
            WriteArray(writer, "byte", "Images", images.Select(image => image.Raw.Select(pixel => Literal.Of(pixel))));
            WriteArray(writer, "uint", "Checksums", images.Select(image => image.Checksums.Select(Hexadecimal)));
            WriteArray(writer, "uint", "Outputs", images.Select(image => image.Output.Select(Hexadecimal)));
            WriteNames(writer, network);
        }

        return writer.ToString();
    }

    private static void WriteRun(SourceWriter writer, ShapedNetwork network, int count)
    {
        string raw = Literal.Of(PredictorEmitter.RawLengthOf(network)), output = Literal.Of(network.Output.Length);
        string layers = Literal.Of(network.Layers.Count);
        using (writer.Braces("public static string? Run()"))
        {
            writer.Line($"float[] output = new float[{output}];");
            using (writer.Braces($"for (int image = 0; image < {Literal.Of(count)}; image++)"))
            {
                writer.Line("int layer = Predictor.FirstDifference(");
                writer.Line($"    Images.Slice(image * {raw}, {raw}), output, Checksums.Slice(image * {layers}, {layers}));");
                writer.Line("if (layer >= 0)");
                writer.Line(
                    $"    return {Literal.Of($"Network '{network.Type.Name}': layer '")} + NameOf(layer) + "
                    + "\"' computes something else than when the program was compiled.\";");
                if (network.Layers[network.Layers.Count - 1].Activation.Kind == Activation.Softmax)
                    writer.Line("Softmax.Apply(output);");
                writer.Line($"if (!Checksum.AreBits(output, Outputs.Slice(image * {output}, {output})))");
                string other = $"Network '{network.Type.Name}' answers something else than when the program was compiled.";
                writer.Line($"    return {Literal.Of(other)};");
            }

            writer.Line();
            writer.Line("return null;");
        }
    }

    private static void WriteArray(SourceWriter writer, string type, string name, IEnumerable<IEnumerable<string>> images)
    {
        writer.Line();
        writer.Line($"private static ReadOnlySpan<{type}> {name} => new {type}[]");
        using (writer.OpenBraces("};"))
        {
            foreach (IEnumerable<string> image in images)
            {
                string[] numbers = [.. image];
                for (int start = 0; start < numbers.Length; start += NumbersOfALine)
                    writer.Line(string.Join(", ", numbers.Skip(start).Take(NumbersOfALine)) + ",");
            }
        }
    }

    private static void WriteNames(SourceWriter writer, ShapedNetwork network)
    {
        writer.Line();
        using (writer.Braces("private static string NameOf(int layer) => layer switch", "};"))
        {
            for (int i = 0; i < network.Layers.Count - 1; i++)
                writer.Line($"{Literal.Of(i)} => {Literal.Of(network.Layers[i].Name)},");
            writer.Line($"_ => {Literal.Of(network.Layers[network.Layers.Count - 1].Name)},");
        }
    }

    private static string Hexadecimal(uint bits) => "0x" + bits.ToString("X8", System.Globalization.CultureInfo.InvariantCulture);
}
