using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace LeNetGen.Execution.Tests.Compilation;

/// <summary>Networks that were compiled in memory from the text of their declarations. Disposing it lets the runtime unload it.</summary>
internal sealed class CompiledAssembly : IDisposable
{
    private readonly AssemblyLoadContext _context;
    private readonly Assembly _assembly;

    private CompiledAssembly(AssemblyLoadContext context, Assembly assembly, ImmutableArray<Diagnostic> warnings) =>
        (_context, _assembly, Warnings) = (context, assembly, warnings);

    /// <summary>What the compiler said about it and would have shown.</summary>
    public ImmutableArray<Diagnostic> Warnings { get; }

    /// <summary>Compiles and loads.</summary>
    /// <exception cref="InvalidOperationException">It does not compile; the message has the compiler's errors.</exception>
    public static CompiledAssembly Load(CSharpCompilation compilation, string name)
    {
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        if (!result.Success)
        {
            IEnumerable<Diagnostic> errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            throw new InvalidOperationException($"{name} does not compile:\n{string.Join('\n', errors.Take(5))}");
        }

        image.Position = 0;
        var context = new AssemblyLoadContext(name, isCollectible: true);
        return new CompiledAssembly(
            context,
            context.LoadFromStream(image),
            [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden)]);
    }

    /// <summary>The class of that name, with its namespace.</summary>
    public Type Type(string typeName) => _assembly.GetType(typeName, throwOnError: true)!;

    /// <summary>A network with initial parameters of a seed.</summary>
    public Network Create(string typeName, VectorWidth width, int seed = 0) =>
        (Network)Activator.CreateInstance(Type(typeName), BindingFlags.Public | BindingFlags.Instance, null, [seed, width], null)!;

    /// <inheritdoc/>
    public void Dispose() => _context.Unload();
}
