using System.Reflection;
using System.Text;
using LeNetGen.Execution.Tests.Compilation;

namespace LeNetGen.Execution.Tests.Mutations;

/// <summary>
/// Mutants of a network's kernels at one width, in a single compilation. A mutant is a class nested in the emitted kernels class and
/// derived from it, which has the mutated method and copies of those that call it; it shares the rest. So hundreds compile in seconds.
/// </summary>
internal sealed class MutatedKernels : IDisposable
{
    private const string SealedClass = "internal sealed class ";
    private const string EndOfClass = "\n}";
    private readonly CompiledNetwork _network;
    private readonly Type _kernels;

    private MutatedKernels(CompiledNetwork network, VectorWidth width, IReadOnlyList<KernelMutant> mutants)
    {
        (_network, Mutants) = (network, mutants);
        Unmutated = network.Create(width);
        _kernels = Unmutated.Kernels.GetType();
    }

    /// <summary>The network as it was emitted.</summary>
    public Network Unmutated { get; }

    /// <summary>The mutants.</summary>
    public IReadOnlyList<KernelMutant> Mutants { get; }

    /// <summary>Generates, mutates and compiles a network.</summary>
    /// <param name="name">The network's name in <see cref="MutatedNetworks"/>.</param>
    /// <param name="width">The width whose kernels are mutated.</param>
    /// <param name="seed">Chooses the places.</param>
    public static MutatedKernels Compile(string name, VectorWidth width, int seed) => Compile(MutatedNetworks.Generate(name), width, seed);

    /// <summary>Mutates and compiles a network.</summary>
    /// <param name="generated">The network.</param>
    /// <param name="width">The width whose kernels are mutated.</param>
    /// <param name="seed">Chooses the places.</param>
    public static MutatedKernels Compile(GeneratedNetwork generated, VectorWidth width, int seed)
    {
        GeneratedNetwork network = generated.OnlyAt(width);
        string file = network.KernelsFile(width);
        KernelMutant[] mutants = [.. MutantsOf(network, width, seed)];
        return new MutatedKernels(network.With(file, WithMutants(network[file], mutants)).Compile(), width, mutants);
    }

    /// <summary>Each form of mistake once in each method that has a place for it.</summary>
    public static IEnumerable<KernelMutant> MutantsOf(GeneratedNetwork network, VectorWidth width, int seed)
    {
        var random = new Random(seed);
        return from method in EmittedMethod.In(network[network.KernelsFile(width)])
               where MutatedNetworks.Matters(network.TypeName, method)
               from form in MutationForms.All
               let variants = form.Apply(method.Lines).ToArray()
               where variants.Length > 0
               select new KernelMutant(method, form, variants[random.Next(variants.Length)]);
    }

    /// <summary>A network that computes with a mutant.</summary>
    public Network Create(int mutant)
    {
        Type type = _kernels.GetNestedType(ClassName(mutant), BindingFlags.NonPublic)!;
        return new NetworkOfKernels(Unmutated.Definition, (NetworkKernels)Activator.CreateInstance(type)!);
    }

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();

    private static string ClassName(int mutant) => $"Mutant{mutant}";

    private static string WithMutants(string text, KernelMutant[] mutants)
    {
        int start = text.IndexOf(SealedClass, StringComparison.Ordinal), end = text.LastIndexOf(EndOfClass, StringComparison.Ordinal);
        string name = text[(start + SealedClass.Length)..].Split(' ')[0];
        EmittedMethod[] methods = [.. EmittedMethod.In(text)];
        var classes = new StringBuilder();
        for (int mutant = 0; mutant < mutants.Length; mutant++)
        {
            classes.Append($"\n\ninternal sealed class {ClassName(mutant)} : {name}\n{{\n");
            classes.AppendJoin('\n', mutants[mutant].Lines).Append('\n');
            foreach (EmittedMethod caller in CallersOf(mutants[mutant].Method, methods))
                classes.AppendJoin('\n', caller.Lines).Append('\n');
            classes.Append('}');
        }

        return text.Insert(end, classes.ToString()).Replace(SealedClass + name, "internal class " + name, StringComparison.Ordinal);
    }

    private static IEnumerable<EmittedMethod> CallersOf(EmittedMethod method, EmittedMethod[] methods) => methods
        .Where(caller => caller.Name != method.Name && caller.Calls(method))
        .SelectMany(caller => CallersOf(caller, methods).Prepend(caller));

    private sealed class NetworkOfKernels(NetworkDefinition definition, NetworkKernels kernels) : Network(definition, kernels, seed: 0);
}
