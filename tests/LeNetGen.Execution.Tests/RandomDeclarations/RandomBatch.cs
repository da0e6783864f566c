using LeNetGen.Execution.Tests.Compilation;
using LeNetGen.Execution.Tests.Limits;
using Microsoft.CodeAnalysis;

namespace LeNetGen.Execution.Tests.RandomDeclarations;

/// <summary>Declarations drawn from seeds, generated and compiled together, and all that is wrong with them.</summary>
internal sealed class RandomBatch
{
    private static readonly VectorWidth[] s_widths =
        [VectorWidth.Bits512, VectorWidth.Bits256, VectorWidth.Bits128, VectorWidth.Scalar];

    private readonly RandomDeclaration[] _declarations;
    private readonly List<string> _failures = [];

    private RandomBatch(IEnumerable<RandomDeclaration> declarations) => _declarations = [.. declarations];

    /// <summary>What is wrong, with the declaration and how to see it again.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>Networks whose gradient was more than next to nothing.</summary>
    public int TrainedCount { get; private set; }

    /// <summary>Checks some declarations.</summary>
    public static RandomBatch Check(IEnumerable<RandomDeclaration> declarations)
    {
        var batch = new RandomBatch(declarations);
        GeneratorRun run = GeneratorRun.Of([.. batch._declarations.Select(declaration => (declaration.FileName, declaration.Text))]);
        batch._failures.AddRange(run.StepsOfSecondRun().Select(step => $"A comment in another file made the generator run: {step}."));
        // What is said of a sound network for information, such as a pool that leaves rows out, is meant to be drawn.
        batch._failures.AddRange(run.AnalyzerDiagnostics()
            .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info)
            .Select(diagnostic => $"{diagnostic}"));
        if (batch._failures.Count > 0)
            return batch;

        using CompiledAssembly assembly = CompiledAssembly.Load(run.Compilation, batch._declarations[0].TypeName);
        batch._failures.AddRange(assembly.Warnings.Select(warning => $"{warning}"));
        foreach (RandomDeclaration declaration in batch._declarations)
            batch.CheckOne(declaration, assembly);
        return batch;
    }

    private void CheckOne(RandomDeclaration declaration, CompiledAssembly assembly)
    {
        Type[] kernels = [.. GeneratedClasses.KernelsOf(assembly.Type(declaration.TypeName))];
        if (kernels.Length != s_widths.Length)
            Fail(declaration, $"There are kernels for {kernels.Length} widths.");
        foreach (string excess in kernels.SelectMany(GeneratedClasses.MethodsOf).SelectMany(OptimizerLimits.Excesses))
            Fail(declaration, excess);

        NetworkDefinition definition = assembly.Create(declaration.TypeName, VectorWidth.Scalar).Definition;
        if (definition.Input.Shape != declaration.Input || definition.Output != declaration.Output)
        {
            Fail(declaration, $"It makes {definition.Output} of {definition.Input.Shape}, not {declaration.Output}.");
            return;
        }

        Type type = assembly.Type(declaration.TypeName);
        if ((type.GetMethod("TraceForward") is { } trace
            ? definition.DifferenceFrom((NetworkDefinition)trace.Invoke(null, null)!)
            : DeclaredValues.FirstDifference(type, definition)) is { } wrong)
            Fail(declaration, wrong);

        var comparison = new RandomComparison(definition, declaration.Seed);
        if (comparison.LargestGradient > 1e-4f)
            TrainedCount++;
        foreach (VectorWidth width in s_widths)
        {
            if (DifferenceAt(width) is { } difference)
                Fail(declaration, $"At width {width}: {difference}");
        }

        string? DifferenceAt(VectorWidth width)
        {
            try
            {
                return comparison.FirstDifference(assembly.Create(declaration.TypeName, width));
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                return $"{exception}";
            }
        }
    }

    private void Fail(RandomDeclaration declaration, string what) => _failures.Add(
        $"""
        {what}
        Seed {declaration.Seed}, alone with {declaration.SeedVariable}={declaration.Seed}:
        {declaration.Text}
        """);
}
