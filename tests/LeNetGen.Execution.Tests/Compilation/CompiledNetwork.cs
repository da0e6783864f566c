using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace LeNetGen.Execution.Tests.Compilation;

/// <summary>A network that was compiled in memory from the text of its declaration. Disposing it lets the runtime unload it.</summary>
internal sealed class CompiledNetwork : IDisposable
{
    private readonly AssemblyLoadContext _context;

    private CompiledNetwork(AssemblyLoadContext context, Type type) => (_context, Type) = (context, type);

    /// <summary>The network's class.</summary>
    public Type Type { get; }

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
    public static CompiledNetwork Load(CSharpCompilation compilation, string typeName)
    {
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        if (!result.Success)
        {
            IEnumerable<Diagnostic> errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            throw new InvalidOperationException($"{typeName} does not compile:\n{string.Join('\n', errors.Take(5))}");
        }

        image.Position = 0;
        var context = new AssemblyLoadContext(typeName, isCollectible: true);
        return new CompiledNetwork(context, context.LoadFromStream(image).GetType(typeName, throwOnError: true)!);
    }

    /// <summary>A network with initial parameters of a seed.</summary>
    public Network Create(VectorWidth width, int seed = 0) =>
        (Network)Activator.CreateInstance(Type, BindingFlags.Public | BindingFlags.Instance, null, [seed, width], null)!;

    /// <inheritdoc/>
    public void Dispose() => _context.Unload();
}
