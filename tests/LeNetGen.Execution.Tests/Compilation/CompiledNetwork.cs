using Microsoft.CodeAnalysis.CSharp;

namespace LeNetGen.Execution.Tests.Compilation;

/// <summary>A network that was compiled in memory from the text of its declaration. Disposing it lets the runtime unload it.</summary>
internal sealed class CompiledNetwork : IDisposable
{
    private readonly CompiledAssembly _assembly;
    private readonly string _typeName;

    private CompiledNetwork(CompiledAssembly assembly, string typeName) => (_assembly, _typeName) = (assembly, typeName);

    /// <summary>The network's class.</summary>
    public Type Type => _assembly.Type(_typeName);

    /// <summary>Runs the generator, rewrites what it has written, compiles and loads the network.</summary>
    /// <param name="source">A C# source text that declares the network.</param>
    /// <param name="typeName">The network's class, with its namespace.</param>
    /// <param name="rewrite">From the name and the text of a generated file to the text to compile; null leaves all as they are.</param>
    /// <exception cref="InvalidOperationException">It does not compile; the message has the compiler's errors.</exception>
    public static CompiledNetwork Compile(string source, string typeName, Func<string, string, string>? rewrite = null)
    {
        GeneratedNetwork generated = GeneratedNetwork.Of(source, typeName);
        if (rewrite is not null)
            generated = generated.FileNames.Aggregate(generated, (network, file) => network.With(file, rewrite(file, network[file])));
        return generated.Compile();
    }

    /// <summary>Compiles and loads a network.</summary>
    /// <exception cref="InvalidOperationException">It does not compile; the message has the compiler's errors.</exception>
    public static CompiledNetwork Load(CSharpCompilation compilation, string typeName) =>
        new(CompiledAssembly.Load(compilation, typeName), typeName);

    /// <summary>A network with initial parameters of a seed.</summary>
    public Network Create(VectorWidth width, int seed = 0) => _assembly.Create(_typeName, width, seed);

    /// <inheritdoc/>
    public void Dispose() => _assembly.Dispose();
}
