using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LeNetGen.Execution.Tests.Compilation;

/// <summary>A declaration and the text that the generator writes for it; not compiled yet.</summary>
internal sealed class GeneratedNetwork
{
    private static readonly VectorWidth[] s_widths = Enum.GetValues<VectorWidth>();

    private readonly ImmutableDictionary<string, SyntaxTree> _trees;

    private GeneratedNetwork(string typeName, CSharpCompilation compilation, ImmutableDictionary<string, SyntaxTree> trees) =>
        (TypeName, Compilation, _trees) = (typeName, compilation, trees);

    /// <summary>The network's class, with its namespace.</summary>
    public string TypeName { get; }

    /// <summary>The declaration together with what was generated: optimised, every warning on, unsafe code off.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>The names of the generated files, in order.</summary>
    public IEnumerable<string> FileNames => _trees.Keys.Order(StringComparer.Ordinal);

    /// <summary>The text of a generated file.</summary>
    public string this[string fileName] => _trees[fileName].ToString();

    /// <summary>Runs the generator.</summary>
    /// <param name="source">A C# source text that declares the network.</param>
    /// <param name="typeName">The network's class, with its namespace.</param>
    public static GeneratedNetwork Of(string source, string typeName)
    {
        GeneratorRun run = GeneratorRun.Of(("Declaration.cs", source));
        return run.Trees.IsEmpty
            ? throw new InvalidOperationException($"The generator wrote nothing for {typeName}.")
            : new GeneratedNetwork(typeName, run.Compilation, run.Trees);
    }

    /// <summary>The name of the file with the kernels of one width.</summary>
    public string KernelsFile(VectorWidth width) => $"{TypeName}.{KernelsClass(width)}.g.cs";

    /// <summary>The same network without the kernels of the other widths, which makes it several times faster to compile.</summary>
    public GeneratedNetwork OnlyAt(VectorWidth width)
    {
        VectorWidth[] others = [.. s_widths.Where(other => other != width)];
        GeneratedNetwork rest = others.Aggregate(this, (network, other) => network.Without(network.KernelsFile(other)));
        return rest.With($"{TypeName}.g.cs", string.Join('\n', rest[$"{TypeName}.g.cs"].Split('\n')
            .Where(line => !others.Any(other => line.EndsWith($".{KernelsClass(other)}.Instance,", StringComparison.Ordinal)))));
    }

    /// <summary>The same network with another text for one generated file.</summary>
    public GeneratedNetwork With(string fileName, string text)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(text, GeneratorRun.ParseOptions, fileName);
        return new GeneratedNetwork(TypeName, Compilation.ReplaceSyntaxTree(_trees[fileName], tree), _trees.SetItem(fileName, tree));
    }

    /// <summary>Compiles and loads the network.</summary>
    /// <exception cref="InvalidOperationException">It does not compile; the message has the compiler's errors.</exception>
    public CompiledNetwork Compile() => CompiledNetwork.Load(Compilation, TypeName);

    private static string KernelsClass(VectorWidth width) => width == VectorWidth.Scalar ? "KernelsScalar" : $"Kernels{(int)width}";

    private GeneratedNetwork Without(string fileName) =>
        new(TypeName, Compilation.RemoveSyntaxTrees(_trees[fileName]), _trees.Remove(fileName));
}
