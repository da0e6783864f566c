using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LeNetGen.Generator.Tests;

/// <summary>What a project's build gives the compiler beside sources: its mode, and weights as texts.</summary>
internal sealed class TestedProject : AnalyzerConfigOptionsProvider
{
    private readonly Dictionary<string, string> _networks = [];
    private readonly Dictionary<string, string> _exports = [];
    private readonly List<AdditionalText> _texts = [];
    private readonly Dictionary<string, string> _properties;

    public static TestedProject Training => new("Training");

    public static TestedProject Inference => new("Inference");

    private TestedProject(string mode)
    {
        _properties = new Dictionary<string, string> { ["build_property.LeNetGenMode"] = mode };
        GlobalOptions = new Options(_properties);
    }

    public ImmutableArray<AdditionalText> Texts => [.. _texts];

    public override AnalyzerConfigOptions GlobalOptions { get; }

    /// <summary>Adds a weights file with tensors such as <c>Dense_1.weight [10, 16]</c>, whose elements are numbered from 1.</summary>
    public TestedProject With(string network, string file, params string[] tensors) => With(network, file, element => (uint)element, tensors);

    /// <summary>Adds a weights file with such tensors, whose elements are numbers between -0.5 and 0.5 in disorder.</summary>
    public TestedProject WithNumbers(string network, params string[] tensors) =>
        With(network, "net.safetensors", element => BitConverter.SingleToUInt32Bits(element * 7919 % 1009 / 1009f - 0.5f), tensors);

    private TestedProject With(string network, string file, Func<int, uint> bitsOf, string[] tensors)
    {
        string path = $"obj/LeNetGen/{network}.{_texts.Count}.weights.txt";
        _networks.Add(path, network);
        _texts.Add(new InMemoryText(path, $"LeNetGen weights 1 {file}\n{string.Concat(tensors.Select(tensor => TextOf(tensor, bitsOf)))}"));
        return this;
    }

    /// <summary>Exports a network's functions under names that start so.</summary>
    public TestedProject Exporting(string network, string prefix)
    {
        _exports.Add(network, prefix);
        return this;
    }

    /// <summary>Sets the property LeNetGenMemoryReport.</summary>
    public TestedProject AskingForMemoryReport(string value = "true")
    {
        _properties["build_property.LeNetGenMemoryReport"] = value;
        return this;
    }

    /// <summary>Adds an additional file that has nothing to do with weights.</summary>
    public TestedProject WithFile(string path, string text)
    {
        _texts.Add(new InMemoryText(path, text));
        return this;
    }

    /// <summary>The same project with another text in place of the first.</summary>
    public AdditionalText TextLike(string old, string @new) =>
        new InMemoryText(_texts[0].Path, _texts[0].GetText()!.ToString().Replace(old, @new, StringComparison.Ordinal));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile)
    {
        var metadata = new Dictionary<string, string>();
        if (_networks.TryGetValue(textFile.Path, out string? network))
        {
            metadata["build_metadata.AdditionalFiles.LeNetGenNetwork"] = network;
            if (_exports.TryGetValue(network, out string? export))
                metadata["build_metadata.AdditionalFiles.LeNetGenExport"] = export;
        }

        return new Options(metadata);
    }

    /// <summary>As the MSBuild task writes it; a test of the package holds the two together.</summary>
    private static string TextOf(string tensor, Func<int, uint> bitsOf)
    {
        int start = tensor.IndexOf('[', StringComparison.Ordinal);
        (string name, string shape) = (tensor[..start].Trim(), tensor[start..]);
        int length = shape.Trim('[', ']').Split(',').Aggregate(1, (product, size) => product * int.Parse(size));
        var text = new StringBuilder($"tensor {shape} {name}\n");
        for (int element = 1; element <= length; element++)
            text.Append(bitsOf(element).ToString("X8")).Append(element % 16 == 0 || element == length ? "\n" : "");
        return text.ToString();
    }

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }

    private sealed class InMemoryText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }
}
