using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.Generator.Weights;

/// <summary>Reads the texts that the package's MSBuild task makes of weights files, and has checked.</summary>
internal static class WeightsReader
{
    private const string Heading = "LeNetGen weights 1 ";
    private const string TensorStart = "tensor ";

    /// <summary>
    /// The weights in an additional file; null where the project does not say that it has any, or where it is not there yet.
    /// </summary>
    public static NetworkWeights? Read(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellation)
    {
        AnalyzerConfigOptions metadata = options.GetOptions(file);
        if (MetadatumOf("LeNetGenNetwork") is not { Length: > 0 } network || file.GetText(cancellation) is not { } text)
            return null;
        return Read(network, text, cancellation) is { } weights ? weights with { Export = MetadatumOf("LeNetGenExport") } : null;

        string MetadatumOf(string name) =>
            metadata.TryGetValue("build_metadata.AdditionalFiles." + name, out string? value) ? value : "";
    }

    private static NetworkWeights? Read(string network, SourceText text, CancellationToken cancellation)
    {
        using var reader = new StringReader(text.ToString());
        string heading = reader.ReadLine() ?? "";
        if (!heading.StartsWith(Heading, StringComparison.Ordinal))
            return null;
        var tensors = new List<WeightTensor>();
        var bits = new StringBuilder();
        string? start = reader.ReadLine();
        while (start is not null && start.StartsWith(TensorStart, StringComparison.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            string? line = reader.ReadLine();
            for (bits.Clear(); line is not null && !line.StartsWith(TensorStart, StringComparison.Ordinal); line = reader.ReadLine())
                bits.Append(line);
            int end = start.IndexOf(']') + 1;
            tensors.Add(new WeightTensor(
                start.Substring(end + 1), start.Substring(TensorStart.Length, end - TensorStart.Length), bits.ToString()));
            start = line;
        }

        return new NetworkWeights(network, heading.Substring(Heading.Length), tensors.ToEquatableArray());
    }
}
